// SPDX-License-Identifier: EUPL-1.2
// What the monitor finds, in words and signs; how they are said is in the messages.
import type {
  Band,
  Citation,
  IndicatorDifference,
  IndicatorRow,
  IndicatorState,
  IndicatorTarget,
  SeriesPoint,
  SetState,
  Trend,
} from '../api/types'
import type { TagTone } from '../shared/Tag'

export const bands: readonly Band[] = ['far_below', 'below', 'around', 'above', 'far_above']

const bandTones: Record<Band, TagTone> = {
  far_below: 'bad',
  below: 'attention',
  around: 'neutral',
  above: 'good',
  far_above: 'good',
}
export const toneOfBand = (band: Band): TagTone => bandTones[band]

const courseTones: Record<Trend['course'], TagTone> = {
  improving: 'good',
  worsening: 'attention',
  none_shown: 'quiet',
  rising: 'quiet',
  falling: 'quiet',
}
export const toneOfCourse = (course: Trend['course']): TagTone => courseTones[course]

const targetTones: Record<IndicatorTarget['course'], TagTone> = {
  reached: 'good',
  on_course: 'good',
  uncertain: 'neutral',
  off_course: 'bad',
  no_trend: 'quiet',
  no_figures: 'quiet',
}
export const toneOfTarget = (course: IndicatorTarget['course']): TagTone => targetTones[course]

const verdictTones: Record<IndicatorDifference['verdict'], TagTone> = {
  growing: 'attention',
  shrinking: 'good',
  not_shown: 'neutral',
  one_moment_only: 'quiet',
}
export const toneOfVerdict = (verdict: IndicatorDifference['verdict']): TagTone => verdictTones[verdict]

export type Measured = SeriesPoint & { value: number }

/** The moments that have a value. */
export function measured(series: SeriesPoint[]): Measured[] {
  return series.filter((point): point is Measured => typeof point.value === 'number')
}

export const lastOf = (state: IndicatorState): Measured | undefined => measured(state.series).at(-1)

/** The members of a set that were measured here; the others are named apart. */
export const withFigures = (set: Pick<SetState, 'indicators'>): IndicatorState[] =>
  set.indicators.filter(({ series }) => measured(series).length > 0)

/** Moments of which sources give different values. */
export const contradicted = (series: SeriesPoint[]): SeriesPoint[] => series.filter(({ others }) => others.length > 0)

/** Why no trend is told. */
export type NoTrend = 'none' | 'one' | 'few'
export const leastForTrend = 4
export function whyNoTrend(series: SeriesPoint[]): NoTrend {
  const count = measured(series).length
  if (count === 0) return 'none'
  return count === 1 ? 'one' : 'few'
}

/** Each source once. */
export function distinctSources(citations: (Citation | undefined)[]): Citation[] {
  const found = new Map<string, Citation>()
  for (const citation of citations) if (citation) found.set(`${citation.source} ${citation.section}`, citation)
  return [...found.values()]
}

/** What the figures of a set rest on, or else the set itself. */
export function sourcesOf(set: SetState): Citation[] {
  const sources = distinctSources(set.indicators.map((state) => lastOf(state)?.source))
  return sources.length > 0 ? sources : set.sources
}

/** Digits that show at least one that is not nought, and never fewer than the indicator has. */
export function slopeDecimals(slope: number, decimals: number): number {
  if (slope === 0) return decimals
  const needed = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(slope))))
  return Math.min(4, Math.max(decimals, Math.min(needed, decimals + 2)))
}

export type Gap = IndicatorRow['gaps'][number]
export const gaps: readonly Gap[] = [
  'no_figures',
  'overdue',
  'contradicted',
  'one_moment_only',
  'too_coarse',
  'no_reference',
  'no_owner',
  'no_due_date',
]

/** How many rows have each gap, in the order of `gaps`, without those that none has. */
export function gapCounts(rows: Pick<IndicatorRow, 'gaps'>[]): { gap: Gap; count: number }[] {
  return gaps.map((gap) => ({ gap, count: rows.filter((row) => row.gaps.includes(gap)).length })).filter(({ count }) => count > 0)
}

const verdictOrder: IndicatorDifference['verdict'][] = ['growing', 'shrinking', 'not_shown', 'one_moment_only']

/** What can be told of first: differences that grow or shrink, then those without a change that shows. */
export function byVerdict(differences: IndicatorDifference[]): IndicatorDifference[] {
  return differences.toSorted((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict))
}

/** Rows by the level of their area, in the order in which the levels are given. */
export function byLevel<Row extends { area: { kind: string } }>(
  rows: Row[],
  order: readonly string[],
): { kind: string; rows: Row[] }[] {
  const kinds = [...new Set(rows.map(({ area }) => area.kind))]
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length)
  return kinds.sort((a, b) => place(a) - place(b)).map((kind) => ({ kind, rows: rows.filter(({ area }) => area.kind === kind) }))
}
