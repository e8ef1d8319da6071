// SPDX-License-Identifier: EUPL-1.2
// Where everything of the timeline stands: on a narrow screen titles stand above their bars, else beside them.
import type { Means } from './means'
import type { Group, GroupId, Row, Years } from './timelineRows'

export const narrowBelow = 620

export interface Layout {
  isNarrow: boolean
  width: number
  height: number
  /** Where the years begin. */
  left: number
  years: number[]
  x: (year: number) => number
  barHeight: number
  groups: { id: GroupId; y: number; total: number; shown: number }[]
  rows: { row: Row; y: number; barY: number }[]
  /** Where the bars end and money and people begin. */
  meansTop: number
  strips: { means: Means; y: number; stripY: number; height: number }[]
}

const axis = 30

export function layOut(groups: Group[], means: Means[], { from, to }: Years, width: number): Layout {
  const isNarrow = width < narrowBelow
  const left = isNarrow ? 0 : Math.round(Math.min(300, width * 0.29))
  const count = to - from + 1
  const years = Array.from({ length: count }, (_, index) => from + index)
  const x = (year: number) => left + ((year - from) / count) * (width - left)
  const [rowHeight, barHeight, headHeight] = isNarrow ? [44, 19, 34] : [27, 20, 36]
  const layout: Layout = {
    isNarrow,
    width,
    left,
    years,
    x,
    barHeight,
    height: 0,
    groups: [],
    rows: [],
    meansTop: 0,
    strips: [],
  }
  let y = axis
  for (const { id, rows, total } of groups) {
    layout.groups.push({ id, y, total, shown: rows.length })
    y += headHeight
    for (const row of rows) {
      layout.rows.push({ row, y, barY: isNarrow ? y + 19 : y + (rowHeight - barHeight) / 2 })
      y += rowHeight
    }
    y += 8
  }
  layout.meansTop = y + 6
  y += 44
  for (const each of means) {
    const height = 52
    const stripY = isNarrow ? y + 22 : y
    layout.strips.push({ means: each, y, stripY, height })
    y = stripY + height + 18
  }
  layout.height = y + 14
  return layout
}
