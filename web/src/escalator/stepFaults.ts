// SPDX-License-Identifier: EUPL-1.2
// Which step, and which field of it, the server finds at fault.
import type { Schemas } from '../api/types'
import { camelCase } from '../edit/fieldNames'
import { missingIn, type Step } from './stepRules'

type Fault = Schemas['Fault']

export interface StepFault {
  rule: string
  /** Absent: of the step as a whole. */
  field?: string
  expected?: string
}

export interface SortedFaults {
  /** By number of the step, from 0. */
  steps: Map<number, StepFault[]>
  /** Of the question as a whole. */
  others: Fault[]
}

const ofStep = /steps\[(\d+)\](?:\.(\w+))?/
const namedField = /the field `(\w+)`/

/** Sorts faults such as `scenario/x steps[2].number`; a missing field is named in what was expected. */
export function sortFaults(faults: Fault[]): SortedFaults {
  const steps: SortedFaults['steps'] = new Map()
  const others: Fault[] = []
  for (const fault of faults) {
    const place = ofStep.exec(fault.path)
    if (!place) {
      others.push(fault)
      continue
    }
    const field = place[2] ?? namedField.exec(fault.expected)?.[1]
    const found: StepFault = { rule: fault.rule, expected: fault.expected, ...(field && { field: camelCase(field) }) }
    const index = Number(place[1])
    steps.set(index, [...(steps.get(index) ?? []), found])
  }
  return { steps, others }
}

/** What can be seen to be missing before anything is sent. */
export function faultsBefore(steps: Step[]): SortedFaults {
  const found = steps.map((step, index): [number, StepFault[]] => [
    index,
    missingIn(step).map((field) => ({ rule: 'missing_field', field })),
  ])
  return { steps: new Map(found.filter(([, faults]) => faults.length > 0)), others: [] }
}
