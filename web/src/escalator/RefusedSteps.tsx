// SPDX-License-Identifier: EUPL-1.2
// What the server would not simulate: kindly, and with the way to mend it.
import type { Problem } from '../api/types'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { Failure } from '../shared/States'
import { addressOf, type Question } from './question'
import { sortFaults } from './stepFaults'
import type { Scenario } from './stepRules'
import { useStepWords } from './useStepWords'

interface RefusedProps {
  problem: Problem
  again: () => void
  question: Question
  scenario: Scenario
}

export function RefusedSteps({ problem, again, question, scenario }: RefusedProps) {
  const { m, label } = useLanguage()
  const words = useStepWords()
  const { steps } = sortFaults(problem.faults ?? [])
  if (steps.size === 0) return <Failure problem={problem} retry={again} />
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{m('escalator.faultsInSteps', { count: steps.size })}</p>
      <ul className="refused-steps">
        {[...steps].map(([index, faults]) => {
          const step = scenario.steps?.[index]
          return (
            <li key={index}>
              <strong>{step ? words(step) : m('escalator.stepNumber', { number: index + 1 })}</strong>:{' '}
              {faults.map(({ rule }) => label('shared.fault', rule)).join('. ')}
            </li>
          )
        })}
      </ul>
      <p>
        <Link to={addressOf(question, { opstellen: '1' })!} className="utrecht-button utrecht-button--primary-action">
          {m('escalator.mend')}
        </Link>
      </p>
    </div>
  )
}
