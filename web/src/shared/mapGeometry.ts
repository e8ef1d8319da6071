// SPDX-License-Identifier: EUPL-1.2
// From longitude and latitude to places in a picture.
import type { FeatureCollection } from '../api/types'

export type Feature = FeatureCollection['features'][number]
type Point = [number, number]
type Ring = Point[]

export interface Shape {
  id: string
  name: string
  path: string
  label: { x: number; y: number; room: number }
}

interface Frame {
  scale: number
  west: number
  north: number
  stretch: number
  margin: number
}

const ringsOf = (feature: Feature): Ring[] => feature.geometry.coordinates.flat() as Ring[]

function bounds(points: Point[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** The shapes of the areas in a picture of the given width; a degree is as broad as it is at that latitude. */
export function layOut(features: Feature[], width: number): { shapes: Shape[]; height: number } {
  if (features.length === 0) return { shapes: [], height: 0 }
  const [west, south, east, north] = bounds(features.flatMap(ringsOf).flat())
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const margin = 6
  const scale = (width - 2 * margin) / ((east - west) * stretch)
  const frame: Frame = { scale, west, north, stretch, margin }
  const shapes = features.map((feature) => shapeOf(feature, frame))
  return { shapes, height: Math.ceil((north - south) * scale + 2 * margin) }
}

function shapeOf(feature: Feature, frame: Frame): Shape {
  const { scale, west, north, stretch, margin } = frame
  const place = ([x, y]: Point): Point => [margin + (x - west) * stretch * scale, margin + (north - y) * scale]
  const polygons = (feature.geometry.coordinates as Ring[][]).map((rings) => rings.map((ring) => ring.map(place)))
  const path = polygons
    .flat()
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
    .join('')
  return { id: feature.id, name: feature.properties.name, path, label: labelPlace(largest(polygons)) }
}

function ringArea(ring: Ring): number {
  let sum = 0
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    sum += x * nextY - nextX * y
  }
  return Math.abs(sum / 2)
}

function largest(polygons: Ring[][]): Ring {
  return polygons.map((rings) => rings[0]!).reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best))
}

/** The point inside a ring that is farthest from its border, looked for on a grid. */
function labelPlace(ring: Ring): { x: number; y: number; room: number } {
  const [west, top, east, bottom] = bounds(ring)
  const steps = 18
  let best = { x: (west + east) / 2, y: (top + bottom) / 2, room: 0 }
  for (let column = 1; column < steps; column += 1) {
    for (let row = 1; row < steps; row += 1) {
      const x = west + ((east - west) * column) / steps
      const y = top + ((bottom - top) * row) / steps
      const room = isInside([x, y], ring) ? distanceToBorder([x, y], ring) : 0
      if (room > best.room) best = { x, y, room }
    }
  }
  return best
}

export function isInside([x, y]: Point, ring: Ring): boolean {
  let inside = false
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** Counted less strictly sideways, for words are broader than high. */
function distanceToBorder([x, y]: Point, ring: Ring): number {
  let nearest = Infinity
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length]!
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const along = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
    nearest = Math.min(nearest, Math.hypot((x - a[0] - along * dx) / 1.6, y - a[1] - along * dy))
  }
  return nearest
}
