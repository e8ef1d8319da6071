// SPDX-License-Identifier: EUPL-1.2
// Where the problems of the city are largest: persons times how far below the norm, per theme; with the places that remain possible.
import type { Priority } from '../api/types'
import { useApi } from '../shared/api'
import { useDrawer } from '../shared/Drawer'
import { Figure } from '../shared/Figure'
import { formatNumber, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { setQuery, usePlace } from '../shared/router'
import { Failure, Loading } from '../shared/States'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { linear, partsOf } from './scales'
import { useWords } from './useWords'

type Row = Priority['rows'][number]
export const norms = ['0', '-0.5', '-1'] as const

export function DistrictOrder() {
  const { m } = useLanguage()
  const { query } = usePlace()
  const asked = query.get('norm') ?? '0'
  const norm = norms.find((each) => each === asked) ?? '0'
  const { data, error, reload } = useApi<Priority>(`/district-priorities?norm=${norm}`)
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="picture" />
  if (data.rows.length === 0 || data.themes.length === 0) return <p className="no-figure">{m('monitor.noOrder')}</p>
  return (
    <div className="card">
      <Order priority={data} norm={norm} />
    </div>
  )
}

function Order({ priority, norm }: { priority: Priority; norm: string }) {
  const { m, text, language } = useLanguage()
  const words = useWords()
  const { rows, themes } = priority
  const whole = { numeric: true }
  return (
    <Figure
      level={3}
      title={m('monitor.orderTitle')}
      lead={m('monitor.orderLead')}
      downloadName="volgorde-wijken"
      controls={<NormChoice norm={norm} />}
      table={{
        columns: [
          { title: m('areas.district') },
          { title: m('monitor.persons'), ...whole },
          { title: m('monitor.size'), ...whole },
          { title: m('monitor.rank') },
          ...themes.flatMap(({ theme }) => [
            { title: `${text(theme.title)}: ${m('monitor.score').toLowerCase()}`, numeric: true, decimals: 2 },
            { title: `${text(theme.title)}: ${m('monitor.size').toLowerCase()}`, ...whole },
          ]),
        ],
        rows: rows.map((row) => [
          text(row.area.title),
          row.persons,
          row.size,
          row.rank ? words.rank(row.rank) : m('monitor.noRank'),
          ...themes.flatMap(({ theme }) => {
            const own = row.themes.find((each) => each.theme.id === theme.id)
            return [own?.score ?? null, own?.size ?? null]
          }),
        ]),
        origins: rows.map(() => ({ status: 'derived' })),
      }}
      picture={
        <>
          <Bars priority={priority} />
          <details className="set-sources">
            <summary>{m('monitor.orderBasis')}</summary>
            <ul className="finding-list">
              {themes.map(({ theme, indicators, periods }) => (
                <li key={theme.id}>
                  <LocalText of={theme.title} /> ({periods.map((period) => formatPeriod(period, language)).join(', ')}):{' '}
                  {indicators.map((each, index) => (
                    <span key={each.id}>
                      {index > 0 && ', '}
                      <Link to={documentPath('indicator', each.id)}>
                        <LocalText of={each.title} />
                      </Link>
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        </>
      }
    />
  )
}

function NormChoice({ norm }: { norm: string }) {
  const { m, label } = useLanguage()
  return (
    <>
      <label htmlFor="norm">{m('monitor.norm')}</label>
      <select
        id="norm"
        className="utrecht-select utrecht-select--html-select norm-choice"
        value={norm}
        onChange={(event) => setQuery({ norm: event.target.value === '0' ? null : event.target.value })}
      >
        {norms.map((each) => (
          <option key={each} value={each}>
            {label('monitor.normChoice', each.replace('-', 'minus').replace('.', '_'))}
          </option>
        ))}
      </select>
    </>
  )
}

/** Letters tell the themes apart where colour cannot. */
const letterOf = (index: number) => String.fromCharCode(65 + index)

function Bars({ priority: { rows, themes } }: { priority: Priority }) {
  const { m, text, language } = useLanguage()
  const words = useWords()
  const openDrawer = useDrawer()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 240)
  const narrow = width < 640
  const side = narrow ? 0 : 190
  const right = narrow ? 4 : 180
  const rowHeight = narrow ? 64 : 38
  const most = Math.max(...rows.map(({ size }) => size), 1)
  const x = linear(0, most, side, width - right)
  const number = (value: number) => formatNumber(value, 0, language)
  const rankOf = ({ rank }: Row) => (rank ? words.rank(rank) : m('monitor.noRank'))
  const press = (index: number) => {
    const row = rows[index]!
    openDrawer(text(row.area.title), <RowDetails row={row} />)
  }
  const { group, stop } = useRoving<SVGSVGElement>(rows.length, press)
  const height = rows.length * rowHeight + 4
  const used = themes.filter(({ theme }) =>
    rows.some((row) => row.themes.some((each) => each.theme.id === theme.id && each.size > 0)),
  )
  return (
    <div ref={holder}>
      <svg
        ref={group}
        className="picture order-bars"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={m('monitor.orderTitle')}
      >
        {rows.map((row, index) => {
          const top = index * rowHeight
          const barTop = narrow ? top + 26 : top + 6
          const said = `${text(row.area.title)}: ${number(row.size)}, ${rankOf(row)}. ${m('monitor.howBuilt')}`
          return (
            <g key={row.area.id} className="index-row" onClick={() => press(index)}>
              <g className="index-button" role="button" aria-label={said} {...stop(index)}>
                <rect className="index-hit" x="1" y={top + 1} width={width - 2} height={rowHeight - 2} />
              </g>
              <text className="order-name" x="4" y={narrow ? top + 18 : top + 25}>
                {text(row.area.title)}
              </text>
              {partsOf(
                row.themes.map(({ theme, size }) => ({ id: theme.id, size })),
                row.size,
              ).map(({ id, from, to }) => {
                const theme = used.findIndex((each) => each.theme.id === id)
                return (
                  <g key={id}>
                    <rect
                      className="order-part"
                      data-theme-part={theme % 4}
                      x={x(from)}
                      y={barTop}
                      width={Math.max(0, x(to) - x(from))}
                      height="26"
                    />
                    {x(to) - x(from) > 16 && (
                      <text className="order-letter" x={(x(from) + x(to)) / 2} y={barTop + 18} textAnchor="middle">
                        {letterOf(theme)}
                      </text>
                    )}
                  </g>
                )
              })}
              {narrow ? (
                <text className="order-value" x={width - 4} y={top + 18} textAnchor="end">
                  {rankOf(row)}
                </text>
              ) : (
                <text className="order-value" x={Math.min(x(row.size) + 8, width - right + 8)} y={top + 24}>
                  {row.rank ? `${number(row.size)}; ${rankOf(row)}` : rankOf(row)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <ul className="mark-legend">
        {used.map(({ theme }, index) => (
          <li key={theme.id}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <rect className="order-part" data-theme-part={index % 4} x="1" y="1" width="18" height="18" />
              <text className="order-letter" x="10" y="15" textAnchor="middle">
                {letterOf(index)}
              </text>
            </svg>
            <LocalText of={theme.title} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** How the size of the problem of a district is built up. */
function RowDetails({ row }: { row: Row }) {
  const { m, language } = useLanguage()
  const words = useWords()
  return (
    <>
      <p className="drawer-value">{formatNumber(row.size, 0, language)}</p>
      <p>{m('monitor.orderLead')}</p>
      <dl className="facts">
        <dt>{m('monitor.persons')}</dt>
        <dd>{formatNumber(row.persons, 0, language)}</dd>
        <dt>{m('monitor.rank')}</dt>
        <dd>{row.rank ? words.rank(row.rank) : m('monitor.noRank')}</dd>
        {row.themes.map(({ theme, score, size }) => (
          <div key={theme.id} className="fact">
            <dt>
              <LocalText of={theme.title} />
            </dt>
            <dd>
              {score === undefined
                ? m('shared.noFigure')
                : m('monitor.themeWords', { score: words.signed(score), size: formatNumber(size, 0, language) })}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={documentPath('district', row.area.id)}>{m('monitor.toDistrict')}</Link>
      </p>
    </>
  )
}
