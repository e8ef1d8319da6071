// SPDX-License-Identifier: EUPL-1.2
// The ring of the policy cycle: four arrows that chase each other clockwise, with a bead for every activity.

export const ringSize = 460
const centre = ringSize / 2
const outer = 196
const inner = 132
export const middle = (outer + inner) / 2
export const beadRadius = outer + 18
/** In degrees. */
const gap = 5
const tip = 6.5
const widest = 9

export type Point = { x: number; y: number }

/** A place on a circle; 0 degrees is the top, clockwise. */
export function onCircle(radius: number, degrees: number): Point {
  const angle = ((degrees - 90) * Math.PI) / 180
  return { x: centre + radius * Math.cos(angle), y: centre + radius * Math.sin(angle) }
}

const text = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The arrow of quadrant 0…3, from the top right on. */
export function arrowPath(index: number): string {
  const from = index * 90 + gap / 2
  const to = (index + 1) * 90 - gap / 2
  const points = {
    start: onCircle(outer, from),
    end: onCircle(outer, to),
    point: onCircle(middle, to + tip),
    back: onCircle(inner, to),
    home: onCircle(inner, from),
    notch: onCircle(middle, from + tip),
  }
  return (
    `M${text(points.start)}A${outer} ${outer} 0 0 1 ${text(points.end)}L${text(points.point)}L${text(points.back)}` +
    `A${inner} ${inner} 0 0 0 ${text(points.home)}L${text(points.notch)}Z`
  )
}

/** The line that a quadrant's name stands on; under the middle it runs the other way, so that it reads upright. */
export function namePath(index: number): string {
  const below = index === 1 || index === 2
  const radius = below ? middle + 6 : middle - 6
  const [from, to] = [index * 90 + tip, (index + 1) * 90 + tip / 2]
  const [start, end] = below ? [to, from] : [from, to]
  return `M${text(onCircle(radius, start))}A${radius} ${radius} 0 0 ${below ? 0 : 1} ${text(onCircle(radius, end))}`
}

/** Places for `count` beads along the outside of a quadrant, in order, and how big they may be beside each other. */
export function beadPlaces(index: number, count: number): { places: Point[]; size: number } {
  const step = Math.min(widest, 78 / Math.max(count - 1, 1))
  const first = index * 90 + 45 - ((count - 1) * step) / 2
  const places = Array.from({ length: count }, (_, at) => onCircle(beadRadius, first + at * step))
  return { places, size: Math.min(1, step / 5.2) }
}
