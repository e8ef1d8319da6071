// SPDX-License-Identifier: EUPL-1.2
import { formatDate } from '../shared/format'
import { Figure } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import { bodies, layOutLane, yearOf, type DecisionRow } from './lanes'

const radius = 7
const nameHeight = 24

/** Who decided when. */
export function Lanes({ rows }: { rows: DecisionRow[] }) {
  const { m, text, label, language } = useLanguage()
  const table = {
    columns: [{ title: m('decisions.decision') }, { title: m('decisions.date') }, { title: m('decisions.body') }],
    rows: rows.map((row) => [text(row.title), formatDate(row.date, language), label('edit.values', row.body)]),
    origins: rows.map(({ status, sources }) => ({ status, sources })),
  }
  return (
    <Figure
      title={m('decisions.lanesTitle')}
      downloadName="besluiten-in-de-tijd"
      table={table}
      picture={<Picture rows={rows} />}
    />
  )
}

function Picture({ rows }: { rows: DecisionRow[] }) {
  const { m, text, label, language } = useLanguage()
  const [holder, width] = useWidth<HTMLDivElement>()
  const times = rows.map(({ date }) => yearOf(date))
  const [first, last] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times) + 0.01)]
  const xOf = (date: string) => radius + ((yearOf(date) - first) / (last - first)) * (width - 2 * radius)
  const lanes = bodies
    .map((body) => ({
      body,
      dots: layOutLane(
        rows.filter((row) => row.body === body),
        xOf,
        radius * 2,
      ),
    }))
    .filter(({ dots }) => dots.length > 0)
  let y = 0
  const placed = lanes.map(({ body, dots }) => {
    const at = y + nameHeight
    const height = (Math.max(...dots.map(({ level }) => level)) + 1) * (radius * 2 + 2) + 10
    y = at + height
    return { body, dots, at, base: y - 6 }
  })
  const every = width / (last - first) > 44 ? 1 : width / (last - first) > 20 ? 2 : 5
  const years = Array.from({ length: last - first }, (_, index) => first + index).filter((year) => year % every === 0)
  return (
    <div ref={holder}>
      <svg
        className="picture lanes"
        viewBox={`0 0 ${width} ${y + 26}`}
        width={width}
        height={y + 26}
        role="img"
        aria-label={m('decisions.lanesTitle')}
      >
        {placed.map(({ body, dots, at, base }) => (
          <g key={body} className={`lane lane-${body}`}>
            <text className="lane-name" x="0" y={at - 8}>
              {label('edit.values', body)} ({dots.length})
            </text>
            <line className="lane-base" x1="0" x2={width} y1={base} y2={base} />
            {dots.map(({ row, x, level }) => (
              <circle key={row.id} cx={x} cy={base - radius - level * (radius * 2 + 2)} r={radius}>
                <title>{`${formatDate(row.date, language)}: ${text(row.title)}`}</title>
              </circle>
            ))}
          </g>
        ))}
        {years.map((year) => (
          <text
            key={year}
            className="lane-year"
            x={radius + ((year + 0.5 - first) / (last - first)) * (width - 2 * radius)}
            y={y + 18}
            textAnchor="middle"
          >
            {year}
          </text>
        ))}
      </svg>
    </div>
  )
}
