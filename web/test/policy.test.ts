// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { byUrgency, layOutAges, type PolicyRow } from '../src/policy/ageStrip'

const row = (id: string, year: number | undefined, reviewState: PolicyRow['reviewState']): PolicyRow => ({
  id,
  title: { nl: id },
  summary: { nl: '' },
  sector: 'housing',
  state: 'in_force',
  reviewState,
  challenges: [],
  status: 'source',
  sources: [],
  ...(year === undefined ? {} : { year }),
})

test('documents of one year stand on each other, the late one at the foot', () => {
  const strip = layOutAges([row('a', 2015, 'current'), row('b', 2015, 'late'), row('c', undefined, 'late')], 2026, 600)
  expect(strip.marks.map(({ row: { id } }) => id)).toEqual(['b', 'a'])
  const [late, current] = strip.marks
  expect(late!.x).toBe(current!.x)
  expect(late!.y).toBeGreaterThan(current!.y)
  expect(strip.nowX).toBeGreaterThan(late!.x)
  expect(strip.nowX).toBeLessThan(600)
})

test('nothing at all still gives a line of years', () => {
  expect(layOutAges([], 2026, 300).years.length).toBeGreaterThan(0)
})

test('late comes first, then the oldest', () => {
  const rows = [row('new', 2020, 'late'), row('fine', 1990, 'current'), row('old', 2001, 'late')]
  expect(rows.sort(byUrgency).map(({ id }) => id)).toEqual(['old', 'new', 'fine'])
})
