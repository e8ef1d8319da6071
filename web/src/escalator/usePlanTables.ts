// SPDX-License-Identifier: EUPL-1.2
// The table twins of all plans beside each other: on every row what it takes to play it again.
import type { FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import type { Origin } from '../shared/tableFile'
import { lastYear } from './AnswerContext'
import type { Card } from './CardContext'
import { judge, wayOf, type Estimate } from './estimates'
import { changeOf, effectOn, type PlanRow, type ScenarioEffects } from './planEffects'
import { useEffortTitle } from './PlanTitle'

interface Line {
  row: PlanRow
  effects: ScenarioEffects
  about: string
  estimate: Estimate | null | undefined
  meaning: string
  /** Share of the mechanism's weights that is simulated. */
  weight?: number
}

function usePlanTable(about: string, lines: Line[], decimals: number, hasWeight: boolean): FigureTable {
  const { m, text } = useLanguage()
  const effortTitle = useEffortTitle()
  const numeric = (title: string, places = decimals) => ({ title, numeric: true, decimals: places })
  const columns = [
    { title: m('escalator.plan') },
    { title: m('escalator.effort') },
    { title: about },
    numeric(m('escalator.difference')),
    numeric(m('escalator.lowest')),
    numeric(m('escalator.highest')),
    { title: m('escalator.meaning') },
    ...(hasWeight ? [numeric(m('escalator.weight'), 2)] : []),
    numeric(m('escalator.fact.replicates'), 0),
    numeric(m('escalator.fact.seed'), 0),
    { title: m('escalator.fact.version') },
    { title: m('escalator.fact.inputs') },
  ]
  const rows = lines.map(({ row: { plan }, effects, about: what, estimate, meaning, weight }) => [
    text(plan.title),
    effects.effort ? effortTitle(effects.effort) : '',
    what,
    estimate?.mean ?? null,
    estimate?.low ?? null,
    estimate?.high ?? null,
    meaning,
    ...(hasWeight ? [weight ?? null] : []),
    effects.replicates,
    effects.facts.seed,
    effects.facts.version,
    effects.facts.inputsHash,
  ])
  return { columns, rows, origins: lines.map(originOfLine) }
}

const originOfLine = ({ row: { plan }, effects }: Line): Origin => ({
  period: `${effects.facts.startYear}/${lastYear({ plan: effects.facts })}`,
  status: effects.status,
  sources: plan.sources ?? [],
})

/** A row per plan and mechanism. */
export function useEffectsTable(rows: PlanRow[], mechanisms: Card['mechanisms']): FigureTable {
  const { m, text } = useLanguage()
  const lines = rows.flatMap((row) =>
    mechanisms.flatMap(({ id, title, desired }): Line[] => {
      const { effects } = row
      const found = effectOn(effects, id)
      if (!effects || !found) return []
      const meaning = m(`escalator.judgement.${judge(found.effect, desired)}`)
      return [{ row, effects, about: text(title), estimate: found.effect, meaning, weight: found.weightSimulated }]
    }),
  )
  return usePlanTable(m('escalator.mechanism'), lines, 3, true)
}

/** A row per plan and indicator of the city. */
export function useChangesTable(rows: PlanRow[], indicators: { id: string; title: string }[], decimals: number): FigureTable {
  const { m } = useLanguage()
  const lines = rows.flatMap((row) =>
    indicators.flatMap(({ id, title }): Line[] => {
      const { effects } = row
      const estimate = changeOf(effects, id)
      if (!effects || !estimate) return []
      return [{ row, effects, about: title, estimate, meaning: m(`escalator.way.${wayOf(estimate)}`) }]
    }),
  )
  return usePlanTable(m('escalator.indicatorTitle'), lines, decimals, false)
}
