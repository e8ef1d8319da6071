// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../api/types'

export type Register = Schemas['AreaRegister']
export type Area = Register['areas'][number]
export type Indicator = Register['indicators'][number]
export const levels = ['district', 'neighbourhood'] as const
export type Level = (typeof levels)[number]

/** The figures of all neighbourhoods beside one of them, for the same period; for other levels the profile has its own. */
export function peersOf(
  register: Register | undefined,
  { level }: { level: string },
  { indicator, period }: { indicator: string; period: string },
): number[] {
  if (!register || level !== 'neighbourhood') return []
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
