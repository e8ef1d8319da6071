// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a step, in words.
import { useLanguage } from '../shared/language'
import { TechnicalNote } from '../shared/TechnicalNote'
import type { StepFault } from './stepFaults'

export function StepFaults({ faults, id }: { faults: StepFault[]; id?: string }) {
  const { label } = useLanguage()
  if (faults.length === 0) return null
  return (
    <div className="step-fault" id={id}>
      {faults.map(({ rule, field, expected }, index) => (
        <div key={index}>
          <p>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M8 2v7.5M8 12.6v1.4" />
            </svg>
            <span>
              {field && !id && `${label('escalator.field', field)}: `}
              {label('shared.fault', rule)}
            </span>
          </p>
          {expected && <TechnicalNote>{`Expected: ${expected}`}</TechnicalNote>}
        </div>
      ))}
    </div>
  )
}
