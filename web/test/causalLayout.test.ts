// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import type { CausalMap } from '../src/api/types'
import { bundle, layOutMap, wrapTitle, type Influence } from '../src/vision/causalLayout'

const node = (kind: 'guideline' | 'challenge' | 'mechanism', id: string, guideline?: string) => ({
  kind,
  id,
  number: 1,
  title: { nl: id },
  guideline,
})
const edge = (
  fromKind: Influence['fromKind'],
  from: string,
  to: string,
  strength: Influence['strength'] = 'weak',
): Influence => ({
  id: `${from}-${to}`,
  fromKind,
  from,
  to,
  sign: 'positive',
  strength,
  lagYearsMin: 1,
  lagYearsMax: 2,
  confidence: 'low',
  evidence: { nl: '' },
  status: 'derived',
  sources: [],
})
const map: CausalMap = {
  nodes: [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => node('mechanism', id)),
    node('guideline', 'g'),
    node('guideline', 'h'),
    node('challenge', 'x', 'g'),
    node('challenge', 'y', 'g'),
  ],
  edges: [
    edge('mechanism', 'a', 'b'),
    edge('mechanism', 'b', 'a'),
    edge('challenge', 'x', 'a'),
    edge('challenge', 'y', 'a', 'strong'),
    edge('guideline', 'h', 'c'),
  ],
  loops: [],
}

test.each([280, 700, 1150])('at %i wide everything stays inside the picture and nothing overlaps', (width) => {
  for (const withGuidelines of [false, true]) {
    const { nodes, height } = layOutMap(map, width, withGuidelines)
    for (const { x, y, halfWidth, halfHeight } of nodes) {
      expect(x - halfWidth).toBeGreaterThanOrEqual(0)
      expect(x + halfWidth).toBeLessThanOrEqual(width)
      expect(y - halfHeight).toBeGreaterThanOrEqual(0)
      expect(y + halfHeight).toBeLessThanOrEqual(height)
    }
    for (const [index, one] of nodes.entries()) {
      for (const other of nodes.slice(index + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= one.halfWidth + other.halfWidth ||
          Math.abs(one.y - other.y) >= one.halfHeight + other.halfHeight
        expect(apart, `${one.node.id} and ${other.node.id}`).toBe(true)
      }
    }
  }
})

test('arrows of guidelines are drawn only when these are shown', () => {
  expect(layOutMap(map, 1000, false).arrows.map(({ id }) => id)).toEqual([
    'mechanism/a mechanism/b positive',
    'mechanism/b mechanism/a positive',
  ])
  expect(layOutMap(map, 1000, true).arrows).toHaveLength(4)
})

test('the challenges of a guideline are one arrow, as strong as the strongest', () => {
  expect(bundle(map).get('guideline/g mechanism/a positive')).toHaveLength(2)
  const arrow = layOutMap(map, 1000, true).arrows.find(({ from }) => from === 'guideline/g')
  expect(arrow?.strength).toBe('strong')
})

test('two arrows between the same mechanisms bend apart', () => {
  const [there, back] = layOutMap(map, 1000, false).arrows
  expect(Math.hypot(there!.badge.x - back!.badge.x, there!.badge.y - back!.badge.y)).toBeGreaterThan(20)
})

test('a title takes at most three lines', () => {
  expect(wrapTitle('Samenhang beroepsbevolking en werkgelegenheid', 22)).toEqual([
    'Samenhang',
    'beroepsbevolking en',
    'werkgelegenheid',
  ])
  expect(wrapTitle('een twee drie vier vijf zes zeven acht negen tien', 10)).toHaveLength(3)
})
