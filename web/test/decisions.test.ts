// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { byYear, layOutLane, yearOf, type DecisionRow } from '../src/decisions/lanes'

const row = (id: string, date: string): DecisionRow => ({
  id,
  date,
  body: 'council',
  title: { nl: id },
  summary: { nl: '' },
  subjects: [],
  status: 'source',
  sources: [],
})

test('a date known to the year or the month falls in its middle', () => {
  expect(yearOf('2021')).toBe(2021.5)
  expect(yearOf('2021-01')).toBeCloseTo(2021.04, 1)
  expect(yearOf('2021-06-14')).toBeGreaterThan(yearOf('2021-06-13'))
})

test('decisions that would cover each other are stacked', () => {
  const dots = layOutLane([row('a', '2021'), row('b', '2021'), row('c', '2023')], (date) => yearOf(date) * 10, 5)
  expect(dots.map(({ level }) => level)).toEqual([0, 1, 0])
})

test('the latest year comes first, and in it the latest decision', () => {
  const years = byYear([row('a', '2020-01-01'), row('b', '2021-02'), row('c', '2021-06-14')])
  expect(years.map(({ year, rows }) => [year, rows.map(({ id }) => id)])).toEqual([
    ['2021', ['c', 'b']],
    ['2020', ['a']],
  ])
})
