// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { pairsOf, type Area, type Register } from '../src/areas/areaRegister'
import { scaleOf, spreadOf } from '../src/areas/strip'
import { inPeriod, periodsOf } from '../src/areas/usePeriods'

test('a scale keeps every value inside the picture', () => {
  const scale = scaleOf([10, 30, null, undefined], 100, 400)!
  expect(scale.at(10)).toBeGreaterThan(100)
  expect(scale.at(30)).toBeLessThan(400)
  expect([scale.lowest, scale.highest]).toEqual([10, 30])
})

test('a share never gets a scale below zero', () => {
  expect(scaleOf([0, 50], 0, 100)!.at(0)).toBe(0)
})

test('one value still has a scale, no value has none', () => {
  expect(Number.isFinite(scaleOf([7], 0, 100)!.at(7))).toBe(true)
  expect(scaleOf([null], 0, 100)).toBeNull()
})

test('the spread has the middle of the two middle values', () => {
  expect(spreadOf([4, 1, null, 3, 2])).toEqual({ count: 4, lowest: 1, median: 2.5, highest: 4 })
  expect(spreadOf([])).toBeNull()
})

const source = { source: 'cbs', section: 'tabel' }
const figure = (value: number, period = '2022') => ({ value, period, status: 'final' as const, source })
const area = (id: string, level: Area['level'], figures: Area['figures'], role?: 'own'): Area => ({
  id,
  level,
  name: id,
  figures,
  ...(role && { role }),
})
const indicator = { id: 'laag', title: {}, definition: {}, unit: '%', decimals: 1, polarity: 'less_is_better' as const }
const register: Register = {
  indicators: [indicator, { ...indicator, id: 'oud' }],
  areas: [
    area('GM1', 'municipality', { laag: figure(30) }, 'own'),
    area('WK1', 'district', { laag: figure(20), oud: figure(1, '2020') }),
    area('WK2', 'district', { laag: figure(40), oud: figure(2, '2021') }),
    area('WK3', 'district', { laag: figure(90) }),
    area('WK4', 'district', { laag: figure(10, '2018') }),
  ],
}

test('two areas are compared on figures of the same period only, among all areas of their kind', () => {
  const [, first, second] = register.areas
  const pairs = pairsOf(register, first!, second!)
  expect(pairs.map(({ indicator: { id } }) => id)).toEqual(['laag'])
  expect(pairs[0]).toMatchObject({ a: 20, b: 40, city: 30, spread: { count: 3, lowest: 20, median: 40, highest: 90 } })
})

const seen = (code: string, period: string, value?: number) => ({
  indicator: 'laag',
  area: code,
  period,
  status: 'final' as const,
  source,
  ...(value !== undefined && { value }),
})

test('the periods of a level are those in which one of its areas has a value, the latest first', () => {
  const observations = [
    seen('district/WK1', '2018', 1),
    seen('district/WK1', '2022', 2),
    seen('municipality/GM1', '2020', 3),
    seen('district/WK2', '2016'),
  ]
  expect(periodsOf(observations, 'district')).toEqual(['2022', '2018'])
})

test('in an earlier period an area has the figure of then, the first source with a value, or none', () => {
  const observations = [seen('district/WK1', '2018'), seen('district/WK1', '2018', 7), seen('district/WK1', '2018', 8)]
  const [, first, second] = inPeriod(register.areas, 'laag', observations, '2018')
  expect(first!.figures['laag']!.value).toBe(7)
  expect(first!.figures['oud']!.value).toBe(1)
  expect(second!.figures['laag']).toBeUndefined()
})
