// SPDX-License-Identifier: EUPL-1.2
// What a step of each form says of itself, as the server checks it in src/model/check_scenarios.cpp.
import type { Schemas } from '../api/types'

export type Scenario = Schemas['Scenario']
export type Step = Schemas['ScenarioStep']
export type StepForm = Step['form']
export type StepField = 'number' | 'type' | 'tenure' | 'becomes' | 'rooms' | 'price' | 'firstFor' | 'education' | 'amount'
type Need = 'must' | 'may'

export const stepForms: StepForm[] = [
  'new_dwellings',
  'demolition',
  'sale_of_rented',
  'conversion',
  'public_space',
  'social_fund',
  'access',
  'jobs',
]
export const homeTypes = ['flat', 'terraced', 'semi_detached', 'detached'] as const
export const tenures = ['owner', 'social_rent', 'private_rent'] as const
export const educations = ['low', 'middle', 'high'] as const

const built = { rooms: 'may', price: 'may', firstFor: 'may' } as const
export const stepRules: Record<StepForm, Partial<Record<StepField, Need>>> = {
  new_dwellings: { number: 'must', type: 'may', tenure: 'must', ...built },
  demolition: { number: 'must', type: 'may', tenure: 'must' },
  sale_of_rented: { number: 'must', type: 'may' },
  conversion: { number: 'must', type: 'may', tenure: 'must', becomes: 'must' },
  public_space: { amount: 'must' },
  social_fund: { amount: 'must' },
  access: { amount: 'must' },
  jobs: { number: 'must', education: 'may' },
}
const allFields: StepField[] = ['number', 'type', 'tenure', 'becomes', 'rooms', 'price', 'firstFor', 'education', 'amount']

/** The fields that a form shows, in the order of asking. */
export function fieldsOf(form: StepForm): StepField[] {
  return allFields.filter((field) => stepRules[form][field])
}

/** A step without what its form cannot have: after another form was chosen. */
export function asForm(step: Step, form: StepForm): Step {
  const kept: Step = { ...step, form }
  for (const field of allFields) if (!stepRules[form][field]) delete kept[field]
  return kept
}

/** What must be there and is not. */
export function missingIn(step: Step): StepField[] {
  return fieldsOf(step.form).filter((field) => stepRules[step.form][field] === 'must' && step[field] === undefined)
}

/** What is drawn for the dwellings of a step is made of its name: a new step gets one that no other has. */
export function freeName(steps: Step[]): string {
  const taken = new Set(steps.map(({ name }) => name))
  for (let number = steps.length + 1; ; number += 1) if (!taken.has(`stap-${number}`)) return `stap-${number}`
}

/** The code of the area of a step: `district/WK063701` is WK063701. */
export function areaCode({ area }: Pick<Step, 'area'>): string {
  return area.slice(area.indexOf('/') + 1)
}
