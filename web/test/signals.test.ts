// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { deadlineFrom, digitsOf, directionOf, personalIn } from '../src/signals/words'

test('an answer is due six weeks after the question, also over the end of a year and of summer time', () => {
  expect(deadlineFrom('2022-03-01')).toBe('2022-04-12')
  expect(deadlineFrom('2022-12-01')).toBe('2023-01-12')
})

test('worse is lower where more is better, and higher where less is', () => {
  expect(directionOf({ polarity: 'more_is_better' })).toBe('lower')
  expect(directionOf({ polarity: 'less_is_better' })).toBe('higher')
})

test('what was computed has one digit more than what was measured, euros none', () => {
  expect(digitsOf({ decimals: 1, unit: '%' })).toBe(2)
  expect(digitsOf({ decimals: 0, unit: 'EUR' })).toBe(0)
})

test('the server says which kind of personal data stands where, and other faults have no place', () => {
  expect(personalIn('date_of_birth at character 12')).toEqual({ kind: 'date_of_birth', character: 12 })
  expect(personalIn('nothing')).toBeNull()
})
