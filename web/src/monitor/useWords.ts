// SPDX-License-Identifier: EUPL-1.2
// Sentences that several pictures of the monitor have in common.
import type { IndicatorState, Schemas, SetIndex, SetState } from '../api/types'
import { capital, formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'
import { type Provenance, useShownValue } from '../shared/Provenance'
import { distinctSources, lastOf, type Measured, sourcesOf } from './words'

type Estimate = Schemas['Estimate']
type ForecastRecord = Schemas['ForecastRecord']

export interface Words {
  /** A score or change with its sign. */
  signed(value: number, decimals?: number): string
  /** '(1,2 tot 1,8)', in the unit of the figure before it. */
  interval(estimate: Estimate, decimals: number): string
  rank(rank: SetIndex['rank']): string
  p(value: number): string
  percent(share: number): string
  /** How far ahead forecasts looked. */
  ahead(record: ForecastRecord): string
  /** How earlier forecasts came out. */
  record(record: ForecastRecord): string
}

export function useWords(): Words {
  const { m, language } = useLanguage()
  const number = (value: number, decimals: number) => formatNumber(value, decimals, language)
  const signed = (value: number, decimals = 2) => (value > 0 ? '+' : '') + number(value, decimals)
  const percent = (share: number) => `${number(100 * share, 0)}%`
  const years = (value: number) => number(value, Number.isInteger(value) ? 0 : 1)
  const ahead = ({ nearest, farthest }: ForecastRecord) =>
    nearest === farthest
      ? m('monitor.aheadYears', { count: nearest, years: years(nearest) })
      : m('monitor.aheadSpan', { from: years(nearest), to: years(farthest) })
  return {
    signed,
    interval: ({ lower, upper }, decimals) =>
      m('monitor.interval', { low: number(lower, decimals), high: number(upper, decimals) }),
    rank: ({ lower, upper, of }) =>
      lower === upper ? m('monitor.rankOne', { at: lower, of }) : m('monitor.rankSpan', { lower, upper, of }),
    p: (value) => (value < 0.01 ? `p < ${number(0.01, 2)}` : `p = ${number(value, 2)}`),
    percent,
    ahead,
    record: (record) =>
      m('monitor.recordWords', {
        count: record.forecasts,
        ahead: ahead(record),
        within: m('monitor.recordWithinWords', { count: record.within, within: record.within }),
        skill: record.skill > 0 ? m('monitor.recordBetter', { share: percent(record.skill) }) : m('monitor.recordNotBetter'),
      }),
  }
}

/** Where the index of a set comes from. */
export function useIndexProvenance(): (set: SetState, index: SetIndex) => Provenance {
  const { m, text } = useLanguage()
  const words = useWords()
  return (set, { index, rank, weightPresent }) => ({
    title: text(set.title),
    definition: m('monitor.indexDefinition'),
    period: [...new Set(set.indicators.flatMap((state) => lastOf(state)?.period.slice(0, 4) ?? []))].sort().join(', '),
    status: set.status,
    note: `${m('monitor.weightInterval')} ${words.interval(index, 2)}. ${capital(words.rank(rank))}. ${m('monitor.weightPresent', { share: words.percent(weightPresent) })}`,
    sources: sourcesOf(set),
    subject: { kind: 'indicator_set', id: set.id },
  })
}

/** Where a figure of a series comes from. */
export function usePointProvenance(): (state: IndicatorState, point: Measured) => Provenance {
  const { text } = useLanguage()
  return (state, point) => ({
    title: text(state.title),
    definition: text(state.definition),
    period: point.period,
    status: point.status,
    note: point.note,
    sources: [point.source],
    subject: { kind: 'indicator', id: state.indicator },
  })
}

/** Where a number comes from that was computed from a series. */
export function useComputedProvenance(): (
  state: IndicatorState,
  what: 'score' | 'trend' | 'forecast',
  period: string,
  interval?: string,
) => Provenance {
  const { m, text } = useLanguage()
  return (state, what, period, interval) => ({
    title: `${text(state.title)}: ${m(`monitor.computed.${what}`)}`,
    definition: m(`monitor.computedText.${what}`),
    period,
    status: 'derived',
    note: interval && `${m('monitor.chanceInterval')} ${interval}`,
    sources: distinctSources(what === 'score' ? [lastOf(state)?.source] : state.series.map(({ source }) => source)),
    subject: { kind: 'indicator', id: state.indicator },
  })
}

/** A value of an indicator as it stands in a sentence. */
export function useShown(): (of: { unit: string; decimals: number }, value: number) => string {
  const show = useShownValue()
  return ({ unit, decimals }, value) => show(value, unit, decimals)
}
