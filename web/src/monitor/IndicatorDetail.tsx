// SPDX-License-Identifier: EUPL-1.2
// What is known of one indicator in the city: its course, its targets, others beside it, and where sources contradict.
import { Strip, StripLegend, type StripRow } from '../areas/Strip'
import '../areas/areas.css'
import type { IndicatorState, IndicatorTarget, Trend } from '../api/types'
import { Figure } from '../shared/Figure'
import { formatNumber, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { Num, useTitleWithUnit } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { Tag } from '../shared/Tag'
import { SeriesChart } from './SeriesChart'
import { useComputedProvenance, usePointProvenance, useShown, useWords } from './useWords'
import {
  contradicted,
  lastOf,
  leastForTrend,
  measured,
  slopeDecimals,
  toneOfBand,
  toneOfCourse,
  toneOfTarget,
  whyNoTrend,
} from './words'

interface DetailProps {
  state: IndicatorState
  city: string
  level?: 2 | 3 | 4
}

export function IndicatorDetail({ state, city, level = 4 }: DetailProps) {
  return (
    <div className="indicator-detail">
      {measured(state.series).length > 1 && <SeriesChart state={state} level={level} />}
      <Besides state={state} city={city} level={level} />
      <div className="indicator-findings">
        <ScoreWords state={state} />
        <TrendWords state={state} />
        <Contradictions state={state} />
        <Targets state={state} />
      </div>
    </div>
  )
}

/** Where it stands in the country. */
export function ScoreWords({ state }: { state: IndicatorState }) {
  const { score, polarity, unit, decimals } = state
  const { m, language } = useLanguage()
  const computed = useComputedProvenance()
  const show = useShown()
  const words = useWords()
  const digits = unit === 'EUR' ? 0 : Math.max(decimals, 1)
  if (!score) return <p>{m(polarity === 'neutral' ? 'monitor.noScoreNeutral' : 'monitor.noScore')}</p>
  return (
    <p>
      <Tag tone={toneOfBand(score.band)}>{m(`monitor.band.${score.band}`)}</Tag> {m('monitor.score')}{' '}
      <Num value={score.value} shown={words.signed(score.value)} provenance={computed(state, 'score', score.period)} />.{' '}
      {m('monitor.scoreWords', {
        mean: show({ unit, decimals: digits }, score.mean),
        deviation: formatNumber(score.standardDeviation, digits, language),
        count: formatNumber(score.count, 0, language),
        level: m(`monitor.levels.${score.level}`),
        period: formatPeriod(score.period, language),
      })}
    </p>
  )
}

function TrendSentence({ trend: { slope, pValue, moments, from, to }, state }: { trend: Trend; state: IndicatorState }) {
  const { m } = useLanguage()
  const show = useShown()
  const words = useWords()
  const computed = useComputedProvenance()
  const digits = slopeDecimals(slope.value, state.decimals)
  const shown = (slope.value > 0 ? '+' : '') + show({ unit: state.unit, decimals: digits }, slope.value)
  return (
    <>
      <Num
        value={slope.value}
        shown={shown}
        provenance={computed(state, 'trend', `${Math.floor(from)}/${Math.floor(to)}`, words.interval(slope, digits))}
      />{' '}
      {m('monitor.trendWords', {
        interval: words.interval(slope, digits),
        p: words.p(pValue),
        count: moments,
        from: Math.floor(from),
        to: Math.floor(to),
      })}
    </>
  )
}

export function TrendWords({ state }: { state: IndicatorState }) {
  const { m } = useLanguage()
  const { trend, relativeTrend, series } = state
  return (
    <>
      {trend ? (
        <p>
          <Tag tone={toneOfCourse(trend.course)}>{m(`monitor.course.${trend.course}`)}</Tag>{' '}
          <TrendSentence trend={trend} state={state} />
        </p>
      ) : (
        <p>{m(`monitor.noTrend.${whyNoTrend(series)}`, { least: leastForTrend, moments: measured(series).length })}</p>
      )}
      {relativeTrend && (
        <p>
          <Tag tone={toneOfCourse(relativeTrend.trend.course)}>{m(`monitor.relative.${relativeTrend.trend.course}`)}</Tag>{' '}
          {m('monitor.besideArea')} <LocalText of={relativeTrend.reference.title} />:{' '}
          <TrendSentence trend={relativeTrend.trend} state={state} />
        </p>
      )}
    </>
  )
}

/** Where sources give different values, none of them is kept silent. */
function Contradictions({ state }: { state: IndicatorState }) {
  const { m, text, language } = useLanguage()
  const provenance = usePointProvenance()
  const { unit, decimals } = state
  const points = contradicted(state.series)
  if (points.length === 0) return null
  return (
    <div>
      <p className="finding-title">{m('monitor.contradictions')}</p>
      <ul className="finding-list">
        {points.map((point) => (
          <li key={point.period}>
            {formatPeriod(point.period, language)}:{' '}
            {point.value !== undefined && (
              <Num
                value={point.value}
                unit={unit}
                decimals={decimals}
                provenance={provenance(state, { ...point, value: point.value })}
              />
            )}{' '}
            {m('monitor.shownHere')};{' '}
            {point.others.map(({ value, note, source }, index) => (
              <span key={index}>
                <Num
                  value={value}
                  unit={unit}
                  decimals={decimals}
                  provenance={{
                    title: text(state.title),
                    definition: text(state.definition),
                    period: point.period,
                    note,
                    sources: [source],
                  }}
                />{' '}
                {m('monitor.accordingTo', { source: source.sourceTitle ?? source.source })}
                {index < point.others.length - 1 && '; '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Targets({ state }: { state: IndicatorState }) {
  const { m } = useLanguage()
  if (state.targets.length === 0) return <p className="soft">{m('monitor.noTarget')}</p>
  return (
    <ul className="target-list">
      {state.targets.map((target) => (
        <TargetItem key={target.id} target={target} state={state} />
      ))}
    </ul>
  )
}

function TargetItem({ target, state }: { target: IndicatorTarget; state: IndicatorState }) {
  const { m, text } = useLanguage()
  const show = useShown()
  const words = useWords()
  const computed = useComputedProvenance()
  const forecastDigits = state.unit === 'EUR' ? 0 : Math.max(state.decimals, 1)
  const { year, value, absolute, relativeTo, forecast, course, status, sources } = target
  const provenance = {
    title: `${text(state.title)}, ${m('monitor.targetOf', { year })}`,
    definition: text(target.summary) || undefined,
    period: String(year),
    status,
    sources,
    subject: { kind: 'target', id: target.id },
  }
  const digits = Math.max(state.decimals, Number.isInteger(value) ? 0 : 1)
  return (
    <li>
      <p>
        <strong>{m('monitor.targetOf', { year })}:</strong>{' '}
        {relativeTo ? (
          <>
            {m('monitor.relativeTo', { area: text(relativeTo.title) })}{' '}
            <Num value={value} shown={words.signed(value, digits)} provenance={provenance} />
            {absolute !== undefined && `, ${m('monitor.nowIs', { value: show({ ...state, decimals: digits }, absolute) })}`}
          </>
        ) : (
          <Num value={value} unit={state.unit} decimals={digits} provenance={provenance} />
        )}{' '}
        <Tag tone={toneOfTarget(course)}>{m(`monitor.targetCourse.${course}`)}</Tag>
      </p>
      {target.summary && (
        <p className="soft">
          <LocalText of={target.summary} />
        </p>
      )}
      {forecast && (
        <p>
          {m('monitor.forecastWords', { year })}{' '}
          <Num
            value={forecast.value}
            unit={state.unit}
            decimals={forecastDigits}
            provenance={computed(state, 'forecast', String(year), words.interval(forecast, forecastDigits))}
          />{' '}
          {words.interval(forecast, forecastDigits)}.
        </p>
      )}
      {forecast && state.forecastRecord && <p className="soft">{words.record(state.forecastRecord)}</p>}
    </li>
  )
}

/** The city beside regions, new towns, neighbours and its own districts. */
function Besides({ state, city, level }: { state: IndicatorState; city: string; level: 2 | 3 | 4 }) {
  const { m, text, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  const { unit, decimals, beside } = state
  const last = lastOf(state)
  if (!last) return null
  const rows: StripRow[] = [
    { key: 'districts', title: m('areas.districts'), spread: state.districts },
    { key: 'new_towns', title: m('areas.newTowns'), spread: state.newTowns },
    { key: 'neighbours', title: m('areas.neighbours'), spread: state.neighbours },
  ]
  const known = rows.filter(({ spread }) => spread)
  // Counts of a district say nothing beside those of a whole municipality.
  const comparable = unit === '%' || state.polarity !== 'neutral' ? known : known.filter(({ key }) => key !== 'districts')
  if (comparable.length === 0 && beside.length === 0) return <p className="soft">{m('areas.noComparison')}</p>
  const number = { numeric: true, decimals }
  const listed = [
    { cells: [city, formatPeriod(last.period, language), null, last.value, last.value, last.value], origin: originOf(last) },
    ...beside.map(({ area, value, period, source }) => ({
      cells: [text(area.title), formatPeriod(period, language), null, value ?? null, value ?? null, value ?? null],
      origin: { period, sources: [source] },
    })),
    ...comparable.map(({ title, spread }) => ({
      cells: [title, formatPeriod(last.period, language), spread!.count, spread!.lowest, spread!.median, spread!.highest],
      origin: originOf(last),
    })),
  ]
  return (
    <Figure
      level={level}
      title={m('monitor.besideTitle')}
      fileTitle={`${text(state.title)}, ${city}`}
      downloadName={`naast-${state.indicator}`}
      hasSvg={comparable.length > 0}
      table={{
        columns: [
          { title: m('areas.group') },
          { title: m('shared.period') },
          { title: m('areas.count'), numeric: true },
          { title: titleWithUnit(m('areas.lowest'), unit), ...number },
          { title: titleWithUnit(m('areas.median'), unit), ...number },
          { title: titleWithUnit(m('areas.highest'), unit), ...number },
        ],
        rows: listed.map(({ cells }) => cells),
        origins: listed.map(({ origin }) => origin),
      }}
      picture={
        <>
          {comparable.length > 0 && (
            <>
              <Strip
                label={text(state.title)}
                rows={comparable}
                marker={{ title: city, value: last.value }}
                unit={unit}
                decimals={decimals}
              />
              <StripLegend marker={city} />
            </>
          )}
          {beside.length > 0 && (
            <ul className="beside-list">
              {beside.map(({ area, value, period, source }) => (
                <li key={area.id}>
                  <LocalText of={area.title} />:{' '}
                  <Num
                    value={value}
                    unit={unit}
                    decimals={decimals}
                    provenance={{
                      title: `${text(state.title)}, ${text(area.title)}`,
                      definition: text(state.definition),
                      period,
                      sources: [source],
                      subject: { kind: 'indicator', id: state.indicator },
                    }}
                  />{' '}
                  <span className="soft">{formatPeriod(period, language)}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}
