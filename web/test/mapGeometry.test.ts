// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { isInside, layOut, type Feature } from '../src/shared/mapGeometry'

const square = (id: string, west: number): Feature => ({
  type: 'Feature',
  id,
  properties: { name: id, level: 'district', version: 2024 },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [west, 52],
          [west + 0.1, 52],
          [west + 0.1, 52.1],
          [west, 52.1],
          [west, 52],
        ],
      ],
    ],
  },
})

test('areas fill the breadth and keep their proportions', () => {
  const { shapes, height } = layOut([square('a', 4.4), square('b', 4.5)], 412)
  expect(shapes.map(({ id }) => id)).toEqual(['a', 'b'])
  // Two squares of 0.1 degree at 52 degrees north are about 1.23 times as broad together as one is high.
  expect(412 / height).toBeCloseTo(1.22, 1)
})

test('a label stands in the middle of its area', () => {
  const [shape] = layOut([square('a', 4.4)], 212).shapes
  expect(shape!.label.x).toBeCloseTo(106, 0)
})

test('nothing gives an empty picture', () => {
  expect(layOut([], 300)).toEqual({ shapes: [], height: 0 })
})

test('inside is inside', () => {
  const ring: [number, number][] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
  ]
  expect(isInside([1, 1], ring)).toBe(true)
  expect(isInside([2, 3], ring)).toBe(false)
})
