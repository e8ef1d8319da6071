// SPDX-License-Identifier: EUPL-1.2
// Money of a fund or people of a team by year: what is used as columns, what there is as a line.
import { linear } from '../monitor/scales'
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import { peakOf, titleOfMeans, type MeansYear } from './means'
import type { Layout } from './timelineLayout'
import { fitted } from './timelineRows'
import { useWords } from './useWords'

interface StripProps {
  strip: Layout['strips'][number]
  layout: Layout
  prefix: string
}

export function MeansStrip({ strip: { means, y, stripY, height }, layout, prefix }: StripProps) {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  const words = useWords()
  const { left, width, isNarrow, x } = layout
  const up = linear(0, peakOf(means) || 1, stripY + height, stripY + 13)
  const found = titleOfMeans(frame, means)
  const title = text(found?.title) || means.id
  const shown = (value: number) => (means.kind === 'money' ? words.euro(value) : m('agenda.fte', { amount: words.fte(value) }))
  const room = (width - left) / means.years.length
  const over = means.years.filter(({ beyond }) => beyond > 0)
  const said = [
    title,
    ...means.years.map(
      ({ year, used, hired, beyond, line }) =>
        `${year}: ${shown(used + hired + beyond)} (${m('agenda.ofLine', { line: shown(line) })})`,
    ),
  ].join('; ')
  return (
    <g role="img" aria-label={said} className="means-strip" data-kind={means.kind}>
      <text className="timeline-title means-title" x={0} y={isNarrow ? y + 15 : y + 26}>
        {fitted(title, isNarrow ? width : left - 12, 7.2)}
      </text>
      {!isNarrow && (
        <text className="means-note" data-over={over.length > 0} x={0} y={y + 45}>
          {over.length ? m('agenda.beyondIn', { years: over.map(({ year }) => year).join(', ') }) : m('agenda.fits')}
        </text>
      )}
      <line className="means-floor" x1={left} x2={width} y1={stripY + height} y2={stripY + height} />
      {means.years.map((each) => (
        <YearColumn
          key={each.year}
          of={each}
          {...{ x, up, prefix }}
          label={room >= 62 ? shown(each.used + each.hired + each.beyond) : ''}
        />
      ))}
    </g>
  )
}

interface ColumnProps {
  of: MeansYear
  x: (year: number) => number
  up: (value: number) => number
  prefix: string
  label: string
}

function YearColumn({ of: { year, line, used, hired, beyond }, x, up, prefix, label }: ColumnProps) {
  const gap = Math.min(8, (x(year + 1) - x(year)) * 0.16)
  const [left, width] = [x(year) + gap, x(year + 1) - x(year) - 2 * gap]
  const part = (from: number, to: number) => ({ x: left, width, y: up(to), height: Math.max(0, up(from) - up(to)) })
  const top = used + hired + beyond
  return (
    <g>
      <rect className="means-used" {...part(0, used)} />
      {hired > 0 && (
        <>
          <rect className="means-hired" {...part(used, used + hired)} />
          <rect {...part(used, used + hired)} fill={`url(#${prefix}-hired)`} />
        </>
      )}
      {beyond > 0 && (
        <>
          <rect className="means-beyond" {...part(used + hired, top)} />
          <rect {...part(used + hired, top)} fill={`url(#${prefix}-beyond)`} />
        </>
      )}
      <line className="means-line" x1={x(year) + 1} x2={x(year + 1) - 1} y1={up(line)} y2={up(line)} />
      {label && (
        <text className="means-value" x={left + width / 2} y={up(Math.max(top, line)) - 3} textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  )
}
