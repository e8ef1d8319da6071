// SPDX-License-Identifier: EUPL-1.2
// All that it takes to play the same again and get the same answer.
import { useLanguage } from '../shared/language'
import { FactList } from '../shared/FactList'
import { lastYear, useAnswer } from './AnswerContext'
import { CopyButton } from './CopyButton'

export function RunFacts() {
  const answer = useAnswer()
  const { plan, baseline, replicates } = answer
  return (
    <RepeatCard
      lines={{
        version: plan.version,
        years: `${plan.startYear}–${lastYear(answer)}`,
        replicates: String(replicates),
        seed: String(plan.seed),
        plan: [`${plan.scenario} ${plan.inputsHash}`],
        baseline: [`${baseline.scenario} ${baseline.inputsHash}`],
      }}
    />
  )
}

interface RepeatLines {
  version: string
  years: string
  replicates: string
  seed: string
  /** Name and hash of each. */
  plan: string[]
  baseline: string[]
}

export function RepeatCard({ lines }: { lines: RepeatLines }) {
  const { m } = useLanguage()
  const words = () =>
    Object.entries(lines)
      .map(([name, value]: [string, string | string[]]) => `${name}: ${[value].flat().join(', ')}`)
      .join('\n')
  const codes = (each: string[]) => each.map((one) => <code key={one}>{one}</code>)
  return (
    <section className="card run-facts" aria-labelledby="overdoen">
      <h2 id="overdoen">{m('escalator.repeat')}</h2>
      <p className="soft">{m('escalator.repeatText')}</p>
      <FactList
        facts={[
          [m('escalator.fact.version'), lines.version],
          [m('escalator.fact.years'), lines.years],
          [m('escalator.fact.replicates'), lines.replicates],
          [m('escalator.fact.seed'), lines.seed],
          [m('escalator.fact.plan'), codes(lines.plan)],
          [m('escalator.fact.baseline'), codes(lines.baseline)],
        ]}
      />
      <CopyButton text={words} title={m('escalator.copyFacts')} done={m('escalator.copied')} />
    </section>
  )
}
