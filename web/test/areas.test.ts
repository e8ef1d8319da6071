// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { scaleOf, spreadOf } from '../src/areas/strip'

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
