// SPDX-License-Identifier: EUPL-1.2
// How the parts of the city differ: every part on one axis, without a first or a last.
import { useState } from 'react'
import type { CityState, IndicatorDifference, IndicatorRegister, Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { useDrawer } from '../shared/Drawer'
import { Figure } from '../shared/Figure'
import { formatNumber, formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Num, type Provenance, ProvenanceDetails, useShownValue, useTitleWithUnit } from '../shared/Provenance'
import { Tag } from '../shared/Tag'
import { useRoving } from '../shared/useRoving'
import { useWidth } from '../shared/useWidth'
import { linear, roundTicks, stacked } from './scales'
import { useWords } from './useWords'
import { byVerdict, toneOfVerdict } from './words'

type Moment = Schemas['DifferenceMoment']
const shownFirst = 6

export function Differences({ state }: { state: CityState }) {
  const { m } = useLanguage()
  const [all, setAll] = useState(false)
  const ordered = byVerdict(state.differences)
  const shown = all ? ordered : ordered.slice(0, shownFirst)
  if (ordered.length === 0) return <p className="no-figure">{m('monitor.noDifferences')}</p>
  return (
    <>
      <div className="difference-grid">
        {shown.map((difference) => (
          <section key={difference.indicator} className="card">
            <Difference difference={difference} />
          </section>
        ))}
      </div>
      {ordered.length > shownFirst && (
        <p>
          <button
            type="button"
            className="utrecht-button utrecht-button--secondary-action"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? m('monitor.fewerDifferences') : m('monitor.allDifferences', { count: ordered.length })}
          </button>
        </p>
      )}
    </>
  )
}

/** Where the value of a part of the city comes from. */
function useAreaProvenance(difference: IndicatorDifference): (area: string) => Provenance {
  const { text } = useLanguage()
  const { data } = useApi<IndicatorRegister>('/indicator-register')
  const row = data?.rows.find(({ id }) => id === difference.indicator)
  return (area) => ({
    title: area ? `${text(difference.title)}, ${area}` : text(difference.title),
    definition: text(row?.definition) || undefined,
    period: difference.moments.at(-1)?.period,
    sources: row?.sources,
    subject: { kind: 'indicator', id: difference.indicator },
  })
}

export function Difference({ difference, level = 3 }: { difference: IndicatorDifference; level?: 2 | 3 }) {
  const { m, text, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  const provenance = useAreaProvenance(difference)
  const { title, unit, decimals, areas, moments, indicator } = difference
  const last = moments.at(-1)
  const period = last && formatPeriod(last.period, language)
  const { sources } = provenance('')
  return (
    <Figure
      level={level}
      title={level === 2 ? m('monitor.differences') : text(title)}
      fileTitle={text(title)}
      lead={
        <>
          {m('monitor.partsIn', { count: areas.length, kind: m(`monitor.levels.${difference.level}`) })}
          {period && `, ${period}`}
          {level !== 2 && (
            <>
              . <Link to={documentPath('indicator', indicator)}>{m('monitor.toIndicator')}</Link>
            </>
          )}
        </>
      }
      downloadName={`verschillen-${indicator}`}
      table={{
        columns: [
          { title: m(difference.level === 'neighbourhood' ? 'areas.neighbourhood' : 'areas.district') },
          { title: m('monitor.within') },
          { title: titleWithUnit(m('monitor.value'), unit), numeric: true, decimals },
          { title: m('monitor.persons'), numeric: true },
        ],
        rows: areas
          .map(
            ({ area, within, value, weight }) =>
              [text(area.title), within ? text(within.title) : '', value, weight ?? null] as const,
          )
          .toSorted((a, b) => a[0].localeCompare(b[0], language))
          .map((row) => [...row]),
        origins: areas.map(() => ({ period: last?.period, sources })),
      }}
      picture={
        <>
          <Parts difference={difference} provenance={provenance} />
          <Verdict difference={difference} />
          {last && <Measures moment={last} provenance={provenance('')} />}
          {moments.length > 1 && <PerMoment moments={moments} />}
        </>
      }
    />
  )
}

function Verdict({ difference: { verdict, change } }: { difference: IndicatorDifference }) {
  const { m, language } = useLanguage()
  const words = useWords()
  return (
    <p>
      <Tag tone={toneOfVerdict(verdict)}>{m(`monitor.verdict.${verdict}`)}</Tag>{' '}
      {change && (
        <>
          {m('monitor.change', {
            from: formatPeriod(change.from, language),
            to: formatPeriod(change.to, language),
            change: words.signed(change.gini.value, 3),
            interval: words.interval(change.gini, 3),
            count: change.areas,
          })}
        </>
      )}
    </p>
  )
}

/** The measures of inequality in one moment, each with its interval. */
function Measures({ moment, provenance }: { moment: Moment; provenance: Provenance }) {
  const { m, language } = useLanguage()
  const words = useWords()
  const { gini, theil, theilBetween, theilWithin, quintileRatio } = moment
  const measures = [
    { key: 'gini', of: gini, decimals: 3 },
    { key: 'theil', of: theil, decimals: 3 },
    { key: 'quintile', of: quintileRatio, decimals: 2 },
  ] as const
  return (
    <dl className="measures">
      {measures.map(({ key, of, decimals }) =>
        of ? (
          <div key={key}>
            <dt>{m(`monitor.measure.${key}`)}</dt>
            <dd>
              <Num
                value={of.value}
                decimals={decimals}
                provenance={{
                  ...provenance,
                  title: `${m(`monitor.measure.${key}`)}: ${provenance.title}`,
                  definition: m(`monitor.measureText.${key}`),
                  note: `${m('monitor.chanceInterval')} ${words.interval(of, decimals)}`,
                  status: 'derived',
                }}
              />{' '}
              <span className="soft">{words.interval(of, decimals)}</span>
              {key === 'theil' && theilBetween !== undefined && theilWithin !== undefined && (
                <span className="soft">
                  {' '}
                  {m('monitor.betweenWithin', {
                    between: formatNumber(theilBetween, 3, language),
                    within: formatNumber(theilWithin, 3, language),
                  })}
                </span>
              )}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

/** How unequal the parts were in each moment. */
function PerMoment({ moments }: { moments: Moment[] }) {
  const { m, language } = useLanguage()
  const words = useWords()
  return (
    <details className="set-sources">
      <summary>{m('monitor.perMoment')}</summary>
      <ul className="finding-list">
        {moments.map(({ period, gini, areas }) => (
          <li key={period}>
            {formatPeriod(period, language)}: {formatNumber(gini.value, 3, language)}{' '}
            <span className="soft">
              {words.interval(gini, 3)}, {m('monitor.overParts', { count: areas })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const radius = 6
const axis = 30

function Parts({ difference, provenance }: { difference: IndicatorDifference; provenance: (area: string) => Provenance }) {
  const { m, text } = useLanguage()
  const show = useShownValue()
  const openDrawer = useDrawer()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 240)
  const [at, setAt] = useState<number | null>(null)
  const { areas, unit, decimals, title } = difference
  const values = areas.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = linear(low, high, radius + 12, width - radius - 12)
  const rows = stacked(values.map(x), 2 * radius + 1)
  const depth = Math.max(...rows, 0) + 1
  const base = 10 + depth * (2 * radius + 1)
  const name = (index: number) => {
    const { area, within, value } = areas[index]!
    const place = within ? `${text(area.title)} (${text(within.title)})` : text(area.title)
    return `${place}: ${show(value, unit, decimals)}`
  }
  const press = (index: number) => {
    const { area, value } = areas[index]!
    const of = provenance(text(area.title))
    openDrawer(of.title, <ProvenanceDetails value={show(value, unit, decimals)} provenance={of} />)
  }
  const { group, stop } = useRoving<SVGSVGElement>(areas.length, press)
  const digits = high - low < 5 && unit !== 'EUR' ? Math.max(decimals, 1) : 0
  return (
    <div ref={holder} className="parts">
      <svg
        ref={group}
        className="picture"
        viewBox={`0 0 ${width} ${base + axis}`}
        width={width}
        height={base + axis}
        role="group"
        aria-label={m('monitor.partsOf', { title: text(title) })}
      >
        <line className="parts-axis" x1="0" x2={width} y1={base} y2={base} />
        {roundTicks(low, high, Math.max(3, Math.floor(width / 85))).map((tick) => (
          <g key={tick}>
            <line className="parts-axis" x1={x(tick)} x2={x(tick)} y1={base} y2={base + 5} />
            <text className="series-tick" x={x(tick)} y={base + 20} textAnchor="middle">
              {show(tick, unit === '%' || unit === 'EUR' ? unit : '', Number.isInteger(tick) ? 0 : digits)}
            </text>
          </g>
        ))}
        {areas.map(({ area, value }, index) => (
          <g
            key={area.id}
            className="part"
            role="button"
            aria-label={`${name(index)}. ${m('shared.whereFrom')}`}
            onClick={() => press(index)}
            onMouseEnter={() => setAt(index)}
            onMouseLeave={() => setAt(null)}
            onFocus={() => setAt(index)}
            onBlur={() => setAt(null)}
            {...stop(index)}
          >
            <circle className="part-hit" cx={x(value)} cy={base - radius - 2 - rows[index]! * (2 * radius + 1)} r={radius + 2} />
            <circle className="part-mark" cx={x(value)} cy={base - radius - 2 - rows[index]! * (2 * radius + 1)} r={radius} />
          </g>
        ))}
      </svg>
      <p className="parts-name" aria-hidden="true">
        {at === null ? <span className="soft">{m('monitor.partsHint')}</span> : name(at)}
      </p>
    </div>
  )
}
