// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { isBefore } from '../src/shared/ledger'

test('a day, month or year is before the ledger only when all of it is', () => {
  expect(isBefore('2026-03-09', '2026-03-10')).toBe(true)
  expect(isBefore('2026-03-10', '2026-03-10')).toBe(false)
  expect(isBefore('2026-02', '2026-03-10')).toBe(true)
  expect(isBefore('2026-03', '2026-03-10')).toBe(false)
  expect(isBefore('2025', '2026-03-10')).toBe(true)
})

test('nothing is before a ledger of which the beginning is not known', () => {
  expect(isBefore('1900', undefined)).toBe(false)
})
