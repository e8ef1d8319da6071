// SPDX-License-Identifier: EUPL-1.2
// Where the nodes and arrows of the causal map go: mechanisms on an inner ring, guidelines around them.
import type { CausalMap } from '../api/types'

export type Node = CausalMap['nodes'][number]
export type Influence = CausalMap['edges'][number]
export type Point = { x: number; y: number }

export interface PlacedNode {
  node: Node
  x: number
  y: number
  /** Half the breadth and half the height. */
  halfWidth: number
  halfHeight: number
}

export interface Arrow {
  id: string
  from: string
  to: string
  sign: Influence['sign']
  strength: Influence['strength']
  confidence: Influence['confidence']
  /** Everything that the arrow stands for; more than one when challenges are taken together. */
  influences: Influence[]
  path: string
  /** Where the sign stands. */
  badge: Point
}

export interface Layout {
  width: number
  height: number
  compact: boolean
  nodes: PlacedNode[]
  arrows: Arrow[]
}

const strengths = ['weak', 'moderate', 'strong'] as const
const confidences = ['low', 'moderate', 'high'] as const
const compactBelow = { mechanisms: 620, guidelines: 900 }

export const nodeKey = (kind: string, id: string) => `${kind}/${id}`

interface Size {
  halfWidth: number
  halfHeight: number
}

function pictureHeight(width: number, compact: boolean, withGuidelines: boolean): number {
  if (compact) return Math.round(Math.min(width * 1.05, 620))
  return Math.round(withGuidelines ? Math.min(width * 0.86, 900) : Math.min(width * 0.72, 640))
}

function nodeSize(compact: boolean, withGuidelines: boolean): Size {
  if (!compact) return { halfWidth: 94, halfHeight: 36 }
  return withGuidelines ? { halfWidth: 17, halfHeight: 17 } : { halfWidth: 21, halfHeight: 21 }
}

export function layOutMap(map: CausalMap, width: number, withGuidelines: boolean): Layout {
  const compact = width < (withGuidelines ? compactBelow.guidelines : compactBelow.mechanisms)
  const height = pictureHeight(width, compact, withGuidelines)
  const size = nodeSize(compact, withGuidelines)
  const outer = { x: width / 2 - size.halfWidth - 4, y: height / 2 - size.halfHeight - 4 }
  const part = withGuidelines ? (compact ? 0.64 : 0.52) : 0.92
  const inner = { x: outer.x * part, y: outer.y * part }
  const centre = { x: width / 2, y: height / 2 }
  const ofKind = (kind: Node['kind']) => map.nodes.filter((node) => node.kind === kind)
  const nodes = placeOnRing(ofKind('mechanism'), centre, inner, 0, size)
  if (withGuidelines) nodes.push(...placeOnRing(ofKind('guideline'), centre, outer, 30, size))
  return { width, height, compact, nodes, arrows: arrowsBetween(map, nodes, compact) }
}

function placeOnRing(nodes: Node[], centre: Point, radius: Point, turn: number, size: Size): PlacedNode[] {
  return nodes.map((node, index) => {
    const angle = ((turn - 90 + (index * 360) / nodes.length) * Math.PI) / 180
    return { node, x: centre.x + radius.x * Math.cos(angle), y: centre.y + radius.y * Math.sin(angle), ...size }
  })
}

/** Influences by the two nodes and the sign they join; those of challenges count for their guideline. */
export function bundle(map: CausalMap): Map<string, Influence[]> {
  const parent = new Map(map.nodes.map((node) => [nodeKey(node.kind, node.id), node.guideline]))
  const bundles = new Map<string, Influence[]>()
  for (const edge of map.edges) {
    const own = nodeKey(edge.fromKind, edge.from)
    const from = edge.fromKind === 'challenge' ? nodeKey('guideline', parent.get(own) ?? '') : own
    const key = [from, nodeKey('mechanism', edge.to), edge.sign].join(' ')
    bundles.set(key, [...(bundles.get(key) ?? []), edge])
  }
  return bundles
}

function arrowsBetween(map: CausalMap, nodes: PlacedNode[], compact: boolean): Arrow[] {
  const places = new Map(nodes.map((placed) => [nodeKey(placed.node.kind, placed.node.id), placed]))
  return [...bundle(map)].flatMap(([key, influences]) => {
    const [from, to, sign] = key.split(' ') as [string, string, Influence['sign']]
    const [start, end] = [places.get(from), places.get(to)]
    if (!start || !end) return []
    const strength = best(
      influences.map((each) => each.strength),
      strengths,
    )
    const confidence = best(
      influences.map((each) => each.confidence),
      confidences,
    )
    const bend = start.node.kind === 'guideline' ? (sign === 'positive' ? 0.08 : -0.08) : 0.2
    return [{ id: key, from, to, sign, strength, confidence, influences, ...curve(start, end, bend, compact ? 6 : 8) }]
  })
}

function best<T extends string>(found: T[], order: readonly T[]): T {
  return order[Math.max(...found.map((each) => order.indexOf(each)))]!
}

/** A bent line from the border of one node to the border of the other; two that run both ways bend apart. */
export function curve(start: PlacedNode, end: PlacedNode, bend: number, room: number): { path: string; badge: Point } {
  const control = {
    x: (start.x + end.x) / 2 + (end.y - start.y) * bend,
    y: (start.y + end.y) / 2 - (end.x - start.x) * bend,
  }
  const at = (t: number): Point => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t ** 2 * end.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t ** 2 * end.y,
  })
  const steps = Array.from({ length: 81 }, (_, index) => index / 80)
  const from = steps.find((t) => !covers(start, at(t), 3)) ?? 0
  const to = steps.findLast((t) => !covers(end, at(t), room)) ?? 1
  const points = Array.from({ length: 17 }, (_, index) => at(from + ((to - from) * index) / 16))
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  return { path, badge: at(from + (to - from) * 0.42) }
}

function covers(placed: PlacedNode, point: Point, margin: number): boolean {
  const [dx, dy] = [Math.abs(point.x - placed.x), Math.abs(point.y - placed.y)]
  const round = placed.halfWidth === placed.halfHeight
  if (round) return Math.hypot(dx, dy) < placed.halfWidth + margin
  return dx < placed.halfWidth + margin && dy < placed.halfHeight + margin
}

/** A title over at most three lines of about `most` letters. */
export function wrapTitle(title: string, most: number): string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 3
    ? lines
    : [
        lines[0]!,
        lines[1]!,
        `${lines
          .slice(2)
          .join(' ')
          .slice(0, most - 1)}…`,
      ]
}
