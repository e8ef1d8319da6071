// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { capital, formatDate, formatEuro, formatNumber, formatPeriod, withUnit } from '../src/shared/format'

test('numbers follow the language and keep a real minus sign', () => {
  expect(formatNumber(125767, 0, 'nl')).toBe('125.767')
  expect(formatNumber(125767, 0, 'en')).toBe('125,767')
  expect(formatNumber(-1.25, 1, 'nl')).toBe('−1,3')
})

test('euros are whole, and short from a million on', () => {
  expect(formatEuro(205000, 'nl').replace(/\s/g, ' ')).toBe('€ 205.000')
  expect(formatEuro(1_850_000, 'nl', 'short').replace(/\s/g, ' ')).toBe('€ 1,9 mln')
  expect(formatEuro(2_000_000, 'en', 'short')).toBe('€2m')
  expect(formatEuro(900_000, 'en', 'short')).toBe('€900,000')
})

test('a date is as precise as it was given', () => {
  expect(formatDate('2021', 'nl')).toBe('2021')
  expect(formatDate('2021-06', 'nl')).toBe('juni 2021')
  expect(formatDate('2021-06-03', 'en')).toBe('3 June 2021')
  expect(formatDate('2026-11-20T23:30:00Z', 'nl')).toBe('20 november 2026')
  expect(formatDate('ooit', 'nl')).toBe('ooit')
})

test('a period is a date or a span of two', () => {
  expect(formatPeriod('2020/2030', 'nl')).toBe('2020–2030')
  expect(formatPeriod('2022-01-01', 'nl')).toBe('1 januari 2022')
})

test('a unit stands behind its number', () => {
  expect(withUnit('55', '%')).toBe('55%')
  expect(withUnit('12', 'woningen')).toBe('12\u00a0woningen')
  expect(withUnit('12', '')).toBe('12')
})

test('a capital begins a line', () => {
  expect(capital('gemeenteraad')).toBe('Gemeenteraad')
})
