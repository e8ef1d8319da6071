// SPDX-License-Identifier: EUPL-1.2
// Which of the plans the server would not simulate, and why.
import type { Problem } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Failure } from '../shared/States'
import { refusedPlan } from './plans'
import type { Scenario } from './stepRules'

interface RefusedProps {
  problem: Problem
  again: () => void
  plans: Scenario[]
}

export function RefusedPlans({ problem, again, plans }: RefusedProps) {
  const { m } = useLanguage()
  const id = refusedPlan(problem.faults ?? [])
  const plan = plans.find((each) => each.id === id)
  return (
    <>
      {plan && (
        <p>
          {m('escalator.refusedPlan')}{' '}
          <Link to={documentPath('scenario', plan.id)}>
            <LocalText of={plan.title} />
          </Link>
        </p>
      )}
      <Failure problem={problem} retry={again} />
    </>
  )
}
