// SPDX-License-Identifier: EUPL-1.2
// All that it takes to play all plans again and get the same table.
import { lastYear } from './AnswerContext'
import { RepeatCard } from './RunFacts'
import type { EffectTable } from './useSimulation'

export function PlansFacts({ table: { baseline, replicates, scenarios } }: { table: EffectTable }) {
  return (
    <RepeatCard
      lines={{
        version: baseline.version,
        years: `${baseline.startYear}–${lastYear({ plan: baseline })}`,
        replicates: String(replicates),
        seed: String(baseline.seed),
        plan: scenarios.map(({ scenario, facts }) => `${scenario} ${facts.inputsHash}`),
        baseline: [`${baseline.scenario} ${baseline.inputsHash}`],
      }}
    />
  )
}
