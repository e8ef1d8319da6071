// SPDX-License-Identifier: EUPL-1.2
// Estimates as text: a value, a difference with its sign, an interval; and where they come from.
import { formatNumber, withUnit } from '../shared/format'
import { useLanguage } from '../shared/language'
import type { Provenance } from '../shared/Provenance'
import { signs, wayOf, type Estimate } from './estimates'
import { lastYear } from './AnswerContext'
import type { Answer } from './useSimulation'

export interface NumberForm {
  decimals?: number
  /** '%' or the name of a unit of ours: `points`, `years`, `thousand`, `perYear`. */
  unit?: string
}

export interface ShownEstimate {
  value: (of: number | null, form?: NumberForm) => string
  /** '+74', '−2', '0'. */
  signed: (of: number | null, form?: NumberForm) => string
  /** '▲ +74', '≈ +1'. */
  difference: (of: Estimate, form?: NumberForm) => string
  /** '67 tot 78'. */
  interval: (of: Estimate, form?: NumberForm) => string
}

export function useShownEstimate(): ShownEstimate {
  const { m, label, language } = useLanguage()
  const behind = (text: string, unit = '') => withUnit(text, unit === '' || unit === '%' ? unit : label('escalator.unit', unit))
  const bare = (of: number, decimals = 0) => {
    const text = formatNumber(of, decimals, language)
    return /[1-9]/.test(text) ? text : text.replace('\u2212', '')
  }
  const plus = (of: number, decimals = 0) => {
    const text = bare(of, decimals)
    return of > 0 && /[1-9]/.test(text) ? `+${text}` : text
  }
  const none = m('shared.noFigure')
  const signed: ShownEstimate['signed'] = (of, { decimals, unit } = {}) => (of === null ? none : behind(plus(of, decimals), unit))
  return {
    value: (of, { decimals, unit } = {}) => (of === null ? none : behind(bare(of, decimals), unit)),
    signed,
    difference: (of, form) => `${signs[wayOf(of)]} ${signed(of.mean, form)}`.trim(),
    interval: (of, { decimals, unit } = {}) => {
      if (of.mean === null) return none
      if (of.low === null || of.high === null) return m('escalator.noInterval')
      return m('escalator.interval', { low: bare(of.low, decimals), high: behind(bare(of.high, decimals), unit) })
    },
  }
}

/** Where a number of an answer comes from: the model, the run, the interval, what it rests on. */
export function useRunProvenance(
  answer: Pick<Answer, 'plan' | 'replicates' | 'scenario'>,
): (title: string, definition: string, estimate?: Estimate, form?: NumberForm) => Provenance {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const { plan, replicates } = answer
  return (title, definition, estimate, form) => ({
    title,
    definition,
    period: `${plan.startYear}/${lastYear(answer)}`,
    status: 'estimated',
    note: [
      ...(estimate ? [m('escalator.provenanceInterval', { interval: shown.interval(estimate, form) })] : []),
      m('escalator.provenanceRun', {
        version: plan.version,
        replicates,
        seed: plan.seed,
        hash: plan.inputsHash.slice(0, 12),
      }),
      m('escalator.provenanceStanding'),
    ].join(' '),
    sources: answer.scenario.sources ?? [],
  })
}
