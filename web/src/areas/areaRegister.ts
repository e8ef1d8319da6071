// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../api/types'
import { spreadOf, type Spread } from './strip'

export type Register = Schemas['AreaRegister']
export type Area = Register['areas'][number]
export type Indicator = Register['indicators'][number]
export const levels = ['district', 'neighbourhood'] as const
export type Level = (typeof levels)[number]

/** The figures of all areas of a level, for the same period as that of one of them. */
export function peersOf(
  register: Register | undefined,
  level: Level,
  { indicator, period }: { indicator: string; period: string },
): number[] {
  if (!register) return []
  const figures = areasOf(register, level).map((area) => area.figures[indicator])
  return figures
    .filter((each) => each?.period === period)
    .map((each) => each?.value)
    .filter((value) => typeof value === 'number')
}

/** The areas of one level by name: an order that says nothing about better or worse. */
export function areasOf(register: Register, level: Area['level']): Area[] {
  return register.areas.filter((area) => area.level === level).sort((a, b) => a.name.localeCompare(b.name))
}

/** The indicators that have a figure somewhere at this level. */
export function indicatorsOf(register: Register, level: Area['level']): Indicator[] {
  const areas = areasOf(register, level)
  return register.indicators.filter(({ id }) => areas.some((area) => typeof area.figures[id]?.value === 'number'))
}

/** A figure that two areas have of the same period, among all areas of those kinds. */
export interface Pair {
  indicator: Indicator
  a: number
  b: number
  city: number | undefined
  spread: Spread
}

/** What two areas can be compared on. */
export function pairsOf(register: Register, a: Area, b: Area): Pair[] {
  const city = register.areas.find(({ role }) => role === 'own')
  return register.indicators.flatMap((indicator) => {
    const [first, second] = [a.figures[indicator.id], b.figures[indicator.id]]
    if (typeof first?.value !== 'number' || typeof second?.value !== 'number' || first.period !== second.period) return []
    const peers = [...new Set([a.level, b.level])].flatMap((level) =>
      peersOf(register, level as Level, { indicator: indicator.id, period: first.period }),
    )
    const ofCity = city?.figures[indicator.id]
    return [
      {
        indicator,
        a: first.value,
        b: second.value,
        city: ofCity?.period === first.period ? (ofCity.value ?? undefined) : undefined,
        spread: spreadOf(peers)!,
      },
    ]
  })
}
