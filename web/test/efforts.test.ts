// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { byForm, countByState, sumOf, type EffortRow } from '../src/efforts/effortRows'
import { linesFor, totalOf } from '../src/efforts/money'

const row = (id: string, form: EffortRow['form'], state: EffortRow['state'], costs?: number | null): EffortRow => ({
  id,
  form,
  state,
  title: { nl: id },
  summary: { nl: '' },
  areas: [],
  challenges: [],
  partners: [],
  status: 'source',
  sources: [],
  ...(costs === undefined ? {} : { costs }),
})
const rows = [
  row('a', 'project', 'running', 100),
  row('b', 'action', 'proposed', null),
  row('c', 'project', 'proposed'),
  row('d', 'project', 'running', 0),
]

test('sums say of how many they are known', () => {
  expect(sumOf(rows, 'costs')).toEqual({ total: 100, known: 2 })
  expect(sumOf(rows, 'cover')).toEqual({ total: 0, known: 0 })
})

test('groups keep the order of the forms and leave out empty ones', () => {
  expect(byForm(rows).map(({ form, rows: own }) => [form, own.length])).toEqual([
    ['project', 3],
    ['action', 1],
  ])
})

test('efforts are counted by form and state', () => {
  expect(countByState(rows)).toEqual({
    states: ['proposed', 'running'],
    cells: [
      { form: 'project', counts: [1, 2] },
      { form: 'action', counts: [1, 0] },
    ],
  })
})

const budget = {
  subject: 'agenda/x',
  lines: [
    { kind: 'cost', effort: 'a', amount: 200, label: { nl: 'l' } },
    { kind: 'cost', effort: 'a', label: { nl: 'PM' } },
    { kind: 'cover', amount: 50, label: { nl: 'dekking' } },
  ],
}

test('an effort has its own lines, and all lines of a budget that is about it', () => {
  expect(linesFor(budget, 'a')).toHaveLength(2)
  expect(linesFor({ ...budget, subject: 'effort/a' }, 'a')).toHaveLength(3)
})

test('an amount that is not known is not zero', () => {
  const lines = linesFor(budget, 'a')
  expect(totalOf(lines, 'cost')).toBe(200)
  expect(totalOf(lines, 'cover')).toBeUndefined()
})
