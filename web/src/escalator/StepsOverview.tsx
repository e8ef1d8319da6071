// SPDX-License-Identifier: EUPL-1.2
// What a question does to the city, step by step and on the map.
import { memo } from 'react'
import type { FeatureCollection } from '../api/types'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { IllustrativeMark } from '../shared/Provenance'
import type { Scenario } from './stepRules'
import { StepsMap } from './StepsMap'
import { StepSign } from './StepSign'
import { useStepWords } from './useStepWords'

export const StepsOverview = memo(function StepsOverview({ scenario }: { scenario: Scenario }) {
  const { m } = useLanguage()
  const words = useStepWords()
  const { data } = useApi<FeatureCollection>('/boundaries?level=neighbourhood')
  const steps = scenario.steps ?? []
  if (steps.length === 0) return <p className="soft">{m('escalator.noSteps')}</p>
  return (
    <details className="card steps-overview">
      <summary>{m('escalator.whatHappens', { count: steps.length })}</summary>
      <div className="steps-pair">
        <ol className="step-list">
          {steps.map((step) => (
            <li key={step.name} className="step-line">
              <StepSign form={step.form} />
              <div>
                <p>
                  {words(step)} {step.status === 'illustrative' && <IllustrativeMark />}
                </p>
                {step.note && (
                  <p className="soft step-note">
                    <LocalText of={step.note} />
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
        {data && <StepsMap features={data.features} steps={steps} />}
      </div>
    </details>
  )
})
