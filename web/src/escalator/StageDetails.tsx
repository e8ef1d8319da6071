// SPDX-License-Identifier: EUPL-1.2
// One step of the escalator with all its flows and intervals, in the drawer; stands outside the contexts of the page on purpose.
import { useLanguage } from '../shared/language'
import { flows, type StageFlows } from './stairs'
import { useShownEstimate } from './useShownEstimate'

interface DetailsProps {
  stage: StageFlows
  /** Where the numbers come from. */
  note: string | undefined
}

export function StageDetails({ stage: { stage, flows: all }, note }: DetailsProps) {
  const { m, label } = useLanguage()
  const shown = useShownEstimate()
  return (
    <>
      <p>{label('escalator.stageSentence', stage)}</p>
      <p className="soft">{m('escalator.perYear')}</p>
      <dl className="stage-details">
        {[...flows, 'searched' as const].map((flow) => {
          const { plan, baseline, difference } = all[flow]
          return (
            <div key={flow}>
              <dt>{label('escalator.flowName', flow)}</dt>
              <dd>
                <strong>{shown.value(plan.mean)}</strong>{' '}
                <span className="soft">{m('escalator.insteadOf', { number: shown.value(baseline.mean) })}</span>
                <br />
                {shown.difference(difference, { decimals: 1 })}{' '}
                <span className="soft">({shown.interval(difference, { decimals: 1 })})</span>
              </dd>
            </div>
          )
        })}
      </dl>
      <h3>{m('shared.source')}</h3>
      <p className="soft">{note}</p>
    </>
  )
}
