// SPDX-License-Identifier: EUPL-1.2
// The mechanisms on one scale: this city with the interval that the choice of weights leaves, among other municipalities.
import type { AreaRegister, CityState, SetState } from '../api/types'
import { useApi } from '../shared/api'
import { useDrawer } from '../shared/Drawer'
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { wrapped } from '../shared/picture'
import { IllustrativeMark, ProvenanceDetails } from '../shared/Provenance'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { bandBorders, linear, scoreReach } from './scales'
import { useIndexProvenance, useWords } from './useWords'
import { bands, sourcesOf } from './words'

type Role = 'new_town' | 'neighbour' | 'other'
type RoleOf = (id: string) => Role
const roles: readonly Role[] = ['new_town', 'neighbour', 'other']

/** What another municipality is to this city. */
function useRoles(): RoleOf {
  const { data } = useApi<AreaRegister>('/area-register')
  return (id) => {
    const role = data?.areas.find((area) => area.id === id)?.role
    return role === 'new_town' || role === 'neighbour' ? role : 'other'
  }
}

export function IndexPicture({ state }: { state: CityState }) {
  const { m, text } = useLanguage()
  const roleOf = useRoles()
  return (
    <Figure
      title={m('monitor.scaleTitle')}
      lead={
        <>
          {m('monitor.scaleLead', { city: text(state.city.title) })}{' '}
          {state.mechanisms.some(({ status }) => status === 'illustrative') && (
            <IllustrativeMark>{m('monitor.illustrativeSets')}</IllustrativeMark>
          )}
        </>
      }
      downloadName="staat-van-de-stad"
      table={useTable(state, roleOf)}
      picture={<Picture sets={state.mechanisms} city={text(state.city.title)} roleOf={roleOf} />}
    />
  )
}

function useTable(state: CityState, roleOf: RoleOf): FigureTable {
  const { m, text } = useLanguage()
  const words = useWords()
  const score = { numeric: true, decimals: 2 }
  const rows = state.mechanisms.flatMap((set) => {
    const origin = { status: set.status, sources: sourcesOf(set) }
    const title = text(set.title)
    if (!set.index) {
      const why = m(`monitor.noIndex.${set.noIndex ?? 'no_members'}`)
      return [{ cells: [title, text(state.city.title), m('monitor.role.own'), null, null, null, why, null], origin }]
    }
    const { index, rank, weightPresent, beside } = set.index
    const own = [
      title,
      text(state.city.title),
      m('monitor.role.own'),
      index.value,
      index.lower,
      index.upper,
      words.rank(rank),
      words.percent(weightPresent),
    ]
    const others = beside.map(({ area, index: of }) => [
      title,
      text(area.title),
      m(`monitor.role.${roleOf(area.id)}`),
      of.value,
      of.lower,
      of.upper,
      null,
      null,
    ])
    return [own, ...others].map((cells) => ({ cells, origin }))
  })
  return {
    columns: [
      { title: m('monitor.mechanism') },
      { title: m('monitor.municipality') },
      { title: m('monitor.group') },
      { title: m('monitor.index'), ...score },
      { title: m('monitor.lower'), ...score },
      { title: m('monitor.upper'), ...score },
      { title: m('monitor.rank') },
      { title: m('monitor.weight'), numeric: true },
    ],
    rows: rows.map(({ cells }) => cells),
    origins: rows.map(({ origin }) => origin),
  }
}

const head = 40
const foot = 26

interface PictureProps {
  sets: SetState[]
  city: string
  roleOf: RoleOf
}

function Picture({ sets, city, roleOf }: PictureProps) {
  const { m, text } = useLanguage()
  const words = useWords()
  const provenance = useIndexProvenance()
  const openDrawer = useDrawer()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 240)
  const withIndex = sets.filter(({ index }) => index)
  const press = (at: number) => {
    const set = withIndex[at]
    if (!set?.index) return
    const of = provenance(set, set.index)
    openDrawer(of.title, <ProvenanceDetails value={words.signed(set.index.index.value)} provenance={of} />)
  }
  const { group, stop } = useRoving<SVGSVGElement>(withIndex.length, press)
  const narrow = width < 640
  const side = narrow ? 0 : Math.min(250, width * 0.27)
  const right = narrow ? 10 : 118
  const rowHeight = narrow ? 98 : 68
  const height = head + sets.length * rowHeight + foot
  const all = sets.flatMap(({ index }) =>
    index
      ? [index.index, ...index.beside.map((each) => each.index)].flatMap(({ value, lower, upper }) => [value, lower, upper])
      : [],
  )
  const reach = scoreReach(all)
  const at = linear(-reach, reach, side + 10, width - right)
  const edges = [-reach, ...bandBorders, reach]
  const ticks = Array.from({ length: 2 * Math.floor(reach) + 1 }, (_, index) => index - Math.floor(reach))
  const bottom = height - foot
  return (
    <div ref={holder}>
      <svg
        ref={group}
        className="picture index-picture"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={m('monitor.scaleTitle')}
      >
        {bands.map((band, index) => {
          const [from, to] = [at(edges[index]!), at(edges[index + 1]!)]
          const lines = wrapped(m(`monitor.bandShort.${band}`), to - from)
          const fits = Math.max(...lines.map((line) => line.length)) * 6.6 < to - from
          return (
            <g key={band}>
              <rect className="index-band" data-band={band} x={from} width={to - from} y={head - 6} height={bottom - head + 6} />
              {!narrow &&
                fits &&
                lines.map((line, row) => (
                  <text
                    key={line}
                    className="index-band-name"
                    x={(from + to) / 2}
                    y={head - 12 - (lines.length - 1 - row) * 14}
                    textAnchor="middle"
                  >
                    {line}
                  </text>
                ))}
            </g>
          )
        })}
        {narrow && (
          <>
            <text className="index-band-name" x={side + 8} y={head - 14}>
              ← {m('monitor.lessGood')}
            </text>
            <text className="index-band-name" x={width - right} y={head - 14} textAnchor="end">
              {m('monitor.moreGood')} →
            </text>
          </>
        )}
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={tick === 0 ? 'index-zero' : 'index-tick'} x1={at(tick)} x2={at(tick)} y1={head - 6} y2={bottom} />
            <text className="index-tick-name" x={at(tick)} y={bottom + 17} textAnchor="middle">
              {tick === 0 && !narrow ? m('monitor.zero') : words.signed(tick, 0)}
            </text>
          </g>
        ))}
        {sets.map((set, row) => {
          const top = head + row * rowHeight
          const y = narrow ? top + 58 : top + rowHeight / 2
          const title = `${row + 1}. ${text(set.title)}`
          const lines = wrapped(title, narrow ? width - 12 : side * 1.02)
          const labelTop = narrow ? top + 17 : y + 5 - ((lines.length - 1) * 17) / 2
          const label = lines.map((line, each) => (
            <text key={each} className="index-name" x={narrow ? 6 : 0} y={labelTop + each * 17}>
              {line}
            </text>
          ))
          if (!set.index)
            return (
              <g key={set.id}>
                {label}
                <text className="index-none" x={at(-reach) + 8} y={y + 5}>
                  {m(`monitor.noIndex.${set.noIndex ?? 'no_members'}`)}
                </text>
              </g>
            )
          const { index, band, rank, beside } = set.index
          const order = withIndex.indexOf(set)
          const said = `${title}: ${city} ${words.signed(index.value)} ${words.interval(index, 2)}, ${m(`monitor.band.${band}`)}, ${words.rank(rank)}. ${m('shared.whereFrom')}`
          return (
            <g key={set.id} className="index-row" onClick={() => press(order)}>
              <g className="index-button" role="button" aria-label={said} {...stop(order)}>
                <rect className="index-hit" x="1" y={top + 2} width={width - 2} height={rowHeight - 4} />
              </g>
              {label}
              {beside.map(({ area, index: of }) => (
                <g key={area.id} transform={`translate(${at(of.value)} ${y})`}>
                  <title>{`${text(area.title)}: ${words.signed(of.value)} ${words.interval(of, 2)}`}</title>
                  <OtherMark role={roleOf(area.id)} />
                </g>
              ))}
              <path className="index-interval" d={`M${at(index.lower)} ${y + 9}v5H${at(index.upper)}v-5`} />
              <g transform={`translate(${at(index.value)} ${y})`}>
                <OwnMark />
              </g>
              {narrow ? (
                <text className="index-value" x={width - right} y={y + 33} textAnchor="end">
                  {words.signed(index.value)} <tspan className="index-rank">{words.rank(rank)}</tspan>
                </text>
              ) : (
                <>
                  <text className="index-value" x={width - right + 14} y={y + 1}>
                    {words.signed(index.value)}
                  </text>
                  <text className="index-rank" x={width - right + 14} y={y + 18}>
                    {words.rank(rank)}
                  </text>
                </>
              )}
            </g>
          )
        })}
      </svg>
      <ul className="mark-legend">
        <li>
          <svg viewBox="-14 -10 28 26" aria-hidden="true">
            <path className="index-interval" d="M-11 8v5H11v-5" />
            <OwnMark />
          </svg>
          {m('monitor.legendOwn', { city })}
        </li>
        {roles
          .filter((role) => sets.some(({ index }) => index?.beside.some(({ area }) => roleOf(area.id) === role)))
          .map((role) => (
            <li key={role}>
              <svg viewBox="-9 -9 18 18" aria-hidden="true">
                <OtherMark role={role} />
              </svg>
              {m(`monitor.role.${role}`)}
            </li>
          ))}
      </ul>
    </div>
  )
}

export function OwnMark() {
  return <path className="index-own" d="M0-8.5l8.5 8.5L0 8.5l-8.5-8.5z" />
}

/** A shape of its own for each group, so that it reads without colour. */
function OtherMark({ role }: { role: Role }) {
  switch (role) {
    case 'new_town':
      return <path className="index-new-town" d="M0-6L6 5H-6Z" />
    case 'neighbour':
      return <rect className="index-neighbour" x="-4.5" y="-4.5" width="9" height="9" />
    default:
      return <circle className="index-other" r="4" />
  }
}
