// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { arrowPath, beadPlaces, beadRadius, onCircle, ringSize } from '../src/overview/ringGeometry'
import { stripScale } from '../src/overview/stripScale'

test('beads keep to their own quadrant, also when there are many', () => {
  for (const count of [0, 1, 5, 20, 60]) {
    const { places, size } = beadPlaces(1, count)
    expect(places).toHaveLength(count)
    if (count > 1) expect(Math.hypot(places[0]!.x - places[1]!.x, places[0]!.y - places[1]!.y)).toBeGreaterThanOrEqual(18 * size)
    for (const { x, y } of places) {
      expect(x).toBeGreaterThan(ringSize / 2)
      expect(y).toBeGreaterThan(ringSize / 2)
    }
  }
})

test('the ring stays inside its picture', () => {
  expect(onCircle(beadRadius + 9, 0).y).toBeGreaterThanOrEqual(0)
  expect(arrowPath(0)).toMatch(/^M[\d.]+ [\d.]+A/)
})

test('a strip runs from the lowest to the highest', () => {
  const at = stripScale([20, 60, 40])
  expect([at(20), at(40), at(60)]).toEqual([0, 0.5, 1])
  expect(stripScale([5, 5])(5)).toBe(0.5)
})
