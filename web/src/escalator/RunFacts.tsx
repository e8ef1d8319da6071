// SPDX-License-Identifier: EUPL-1.2
// All that it takes to play the same again and get the same answer.
import { useLanguage } from '../shared/language'
import { FactList } from '../shared/FactList'
import { lastYear, useAnswer } from './AnswerContext'
import { CopyButton } from './CopyButton'

export function RunFacts() {
  const { m } = useLanguage()
  const answer = useAnswer()
  const { plan, baseline, replicates } = answer
  const lines = {
    version: plan.version,
    seed: plan.seed,
    replicates,
    years: `${plan.startYear}–${lastYear(answer)}`,
    plan: `${plan.scenario} ${plan.inputsHash}`,
    baseline: `${baseline.scenario} ${baseline.inputsHash}`,
  }
  const words = () =>
    Object.entries(lines)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')
  return (
    <section className="card run-facts" aria-labelledby="overdoen">
      <h2 id="overdoen">{m('escalator.repeat')}</h2>
      <p className="soft">{m('escalator.repeatText')}</p>
      <FactList
        facts={[
          [m('escalator.fact.version'), lines.version],
          [m('escalator.fact.years'), lines.years],
          [m('escalator.fact.replicates'), String(replicates)],
          [m('escalator.fact.seed'), String(plan.seed)],
          [m('escalator.fact.plan'), <code>{lines.plan}</code>],
          [m('escalator.fact.baseline'), <code>{lines.baseline}</code>],
        ]}
      />
      <CopyButton text={words} title={m('escalator.copyFacts')} done={m('escalator.copied')} />
    </section>
  )
}
