// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { byForm, countByState, sumOf, type EffortRow } from '../src/efforts/effortRows'
import { linesFor, shortfallOf, totalOf } from '../src/efforts/money'

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
  expect(sumOf(rows, 'costs')).toEqual({ total: 100, known: 2, illustrative: false })
  expect(sumOf(rows, 'cover')).toEqual({ total: 0, known: 0, illustrative: false })
})

test('a sum with an amount that was made up is known as such, one beside it is not', () => {
  const madeUp: EffortRow = {
    ...row('e', 'project', 'running', 50),
    costsStatus: 'illustrative',
    coverStatus: 'source',
    cover: 10,
  }
  expect(sumOf([...rows, madeUp], 'costs')).toEqual({ total: 150, known: 3, illustrative: true })
  expect(sumOf([...rows, madeUp], 'cover')).toEqual({ total: 10, known: 1, illustrative: false })
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
  expect(totalOf(lines, 'cost')).toEqual({ amount: 200, illustrative: false })
  expect(totalOf(lines, 'cover')).toBeUndefined()
})

test('one line that was made up marks the sum and the shortfall', () => {
  const [real, , cover] = linesFor({ ...budget, subject: 'effort/a' }, 'a')
  const costs = totalOf([real!, { ...real!, status: 'illustrative' }], 'cost')
  expect(costs).toEqual({ amount: 400, illustrative: true })
  expect(shortfallOf(costs, totalOf([cover!], 'cover'))).toEqual({ amount: 350, illustrative: true })
  expect(shortfallOf(costs, undefined)).toBeUndefined()
})
