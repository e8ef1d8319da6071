// SPDX-License-Identifier: EUPL-1.2
// The rules of steps are the server's: they are read from its source and compared.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsBefore, sortFaults } from '../src/escalator/stepFaults'
import { asForm, fieldsOf, freeName, missingIn, stepForms, stepRules, type Step } from '../src/escalator/stepRules'
import { yearsOf } from '../src/escalator/useStepWords'

const source = readFileSync(join(import.meta.dirname, '../../src/model/check_scenarios.cpp'), 'utf8')
const columns = [['number'], ['type'], ['tenure'], ['becomes'], ['rooms', 'price', 'firstFor'], ['education'], ['amount']]

function rulesOfServer(): Record<string, Record<string, string>> {
  const rows = [...source.matchAll(/StepRule\{StepForm::(\w+), ([^}]*)\}/g)]
  return Object.fromEntries(
    rows.map(([, form, needs]) => {
      const each = [...needs!.matchAll(/Need::(\w+)/g)].map(([, need]) => need!)
      const fields = columns.flatMap((names, at) => names.map((name) => [name, each[at]!]))
      return [form!, Object.fromEntries(fields.filter(([, need]) => need !== 'never'))]
    }),
  )
}

test('a form asks of a step exactly what the server asks', () => {
  expect(stepRules).toEqual(rulesOfServer())
  expect(stepForms).toEqual(Object.keys(rulesOfServer()))
})

const built: Step = {
  name: 'a',
  form: 'new_dwellings',
  area: 'neighbourhood/BU1',
  from: 2025,
  number: 5,
  tenure: 'owner',
  rooms: 3,
}

test('a step that becomes another one loses what that cannot have', () => {
  expect(asForm(built, 'jobs')).toEqual({ name: 'a', form: 'jobs', area: 'neighbourhood/BU1', from: 2025, number: 5 })
  expect(fieldsOf('conversion')).toEqual(['number', 'type', 'tenure', 'becomes'])
})

test('what must be there and is not is named before anything is sent', () => {
  const step: Step = { name: 'b', form: 'conversion', area: 'district/WK1', from: 2025 }
  expect(missingIn(step)).toEqual(['number', 'tenure', 'becomes'])
  expect([...faultsBefore([built, step]).steps.keys()]).toEqual([1])
})

test('a new step gets a name of its own', () => {
  expect(freeName([{ ...built, name: 'stap-2' }])).toBe('stap-3')
  expect(freeName([])).toBe('stap-1')
})

test('years are a span, or one year', () => {
  expect(yearsOf({ from: 2024, until: 2035 })).toBe('2024–2035')
  expect(yearsOf({ from: 2024, until: 2024 })).toBe('2024')
  expect(yearsOf({ from: 2024 })).toBe('2024')
})

describe('faults of the server', () => {
  const fault = (path: string, expected = '') => ({ rule: 'range', path, found: 'x', expected })

  test('stand at their step and field', () => {
    const { steps, others } = sortFaults([
      fault('scenario/x steps[2].number'),
      fault('scenario/x steps[2].first_for'),
      fault('scenario/x steps[0]', 'the field `tenure` of demolition'),
      fault('years'),
    ])
    expect(steps.get(2)!.map(({ field }) => field)).toEqual(['number', 'firstFor'])
    expect(steps.get(0)!.map(({ field }) => field)).toEqual(['tenure'])
    expect(others.map(({ path }) => path)).toEqual(['years'])
  })

  test('of a step as a whole have no field', () => {
    expect(sortFaults([fault('scenario/x steps[1]', 'at most what stands there')]).steps.get(1)![0]!.field).toBeUndefined()
  })
})
