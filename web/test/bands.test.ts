// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { bandBorders, bandCount, bandOf, shadeOf } from '../src/shared/bands'

test('the borders are round and enclose every value', () => {
  expect(bandBorders([239000, 590000, 336000])).toEqual([225000, 300000, 375000, 450000, 525000, 600000])
})

test('never more than five bands, whatever the values', () => {
  let seed = 7
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  for (let run = 0; run < 500; run += 1) {
    const scale = 10 ** Math.floor(next() * 9 - 3)
    const values = Array.from({ length: 2 + Math.floor(next() * 40) }, () => (next() - 0.3) * scale)
    const borders = bandBorders(values)
    expect(borders.length).toBeLessThanOrEqual(bandCount + 1)
    expect(borders[0]!).toBeLessThanOrEqual(Math.min(...values))
    expect(borders.at(-1)!).toBeGreaterThanOrEqual(Math.max(...values))
    for (const value of values) expect(bandOf(value, borders)).toBeLessThanOrEqual(borders.length - 1)
  }
})

test('a value on a border belongs to the band above it, the highest to the last', () => {
  const borders = [0, 10, 20, 30]
  expect([0, 9.9, 10, 20, 30].map((value) => bandOf(value, borders))).toEqual([1, 1, 2, 3, 3])
})

test('nothing and one value are no reason to stumble', () => {
  expect(bandBorders([null, null])).toEqual([])
  expect(bandBorders([12, 12])).toEqual([12, 12])
  expect(bandOf(12, [12, 12])).toBe(1)
})

test('few bands still run from light to dark', () => {
  expect([1, 2, 3].map((band) => shadeOf(band, [0, 1, 2, 3]))).toEqual([1, 3, 5])
  expect(shadeOf(1, [12, 12])).toBe(3)
})
