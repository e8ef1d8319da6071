// SPDX-License-Identifier: EUPL-1.2
// Where the values of agendas stand beside what no agenda can be worth more than.

export interface Mark {
  id: 'now' | 'shown' | 'best' | 'most'
  value: number
}

export interface GaugeShape {
  low: number
  high: number
  marks: Mark[]
}

export interface GaugeValues {
  now: number
  shown: number | null
  best: number | null
  bound: number | null
}

/** From nothing, or the least value there is, to the most that is possible; the shown agenda only when it is not the best one. */
export function gaugeOf({ now, shown, best, bound }: GaugeValues): GaugeShape {
  const differs = shown !== null && (best === null || Math.abs(shown - best) > 1e-6)
  const marks: Mark[] = [{ id: 'now', value: now }]
  if (differs) marks.push({ id: 'shown', value: shown })
  if (best !== null) marks.push({ id: 'best', value: best })
  if (bound !== null) marks.push({ id: 'most', value: bound })
  const values = marks.map(({ value }) => value)
  return { low: Math.min(0, ...values), high: Math.max(...values, 0), marks }
}
