// SPDX-License-Identifier: EUPL-1.2
// A plan beside a row of what it does: to its own comparison, to the effort that it works out, and how often it was played.
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark } from '../shared/Provenance'
import type { PlanRow } from './planEffects'
import type { PlansQuestion } from './plans'
import { addressOf } from './question'

/** What an effort is called; its id as long as that is not known. */
export function useEffortTitle(): (effort: string) => string {
  const { text } = useLanguage()
  const { data } = useApi<Schemas['EffortRegister']>('/effort-register')
  return (effort) => {
    const found = data?.rows.find(({ id }) => id === effort)
    return found ? text(found.title) : effort
  }
}

interface TitleProps {
  row: PlanRow
  question: PlansQuestion
}

export function PlanTitle({ row: { plan, effects }, question: { plans, ...settings } }: TitleProps) {
  const { m } = useLanguage()
  const effortTitle = useEffortTitle()
  return (
    <>
      <Link to={addressOf({ of: { scenario: plan.id }, ...settings })!} className="plan-link">
        <LocalText of={plan.title} />
      </Link>
      {plan.effort && (
        <span className="plan-effort">
          {m('escalator.worksOut')} <Link to={documentPath('effort', plan.effort)}>{effortTitle(plan.effort)}</Link>
        </span>
      )}
      <span className="plan-marks">
        {plan.status === 'illustrative' && <IllustrativeMark />}{' '}
        {effects && <span className="soft">{m('escalator.playedTimes', { count: effects.replicates })}</span>}
      </span>
    </>
  )
}
