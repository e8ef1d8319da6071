// SPDX-License-Identifier: EUPL-1.2
// The whole question is in the address, so that a link is enough to ask it again.
import { pack, unpack, type OwnQuestion } from './packed'

export interface Settings {
  years: number
  replicates: number
  seed: number
  /** Id of the scenario that it stands beside. */
  against: string
}

export interface Question extends Settings {
  of: { scenario: string } | { own: OwnQuestion }
}

export const usual: Settings = { years: 20, replicates: 20, seed: 1, against: 'baseline' }
export const limits = { years: [1, 30], replicates: [1, 100], seed: [1, 2_147_483_647] } as const

/** Settings as they may be, whatever was typed. */
export function within(settings: Settings): Settings {
  const fit = (name: keyof typeof limits) => Math.round(Math.min(limits[name][1], Math.max(limits[name][0], settings[name])))
  return { ...settings, years: fit('years'), replicates: fit('replicates'), seed: fit('seed') }
}

export type Asked = { kind: 'none' } | { kind: 'broken' } | { kind: 'question'; question: Question }

export const isId = (value: string) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(value)

function wholeIn(query: URLSearchParams, name: keyof typeof limits): number | null {
  const given = query.get(name)
  if (given === null) return usual[name]
  const value = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN
  const [lowest, highest] = limits[name]
  return value >= lowest && value <= highest ? value : null
}

export function readSettings(query: URLSearchParams): Settings | null {
  const [years, replicates, seed] = [wholeIn(query, 'years'), wholeIn(query, 'replicates'), wholeIn(query, 'seed')]
  const against = query.get('against') ?? usual.against
  if (years === null || replicates === null || seed === null || !isId(against)) return null
  return { years, replicates, seed, against }
}

/** What the address asks; `broken` when somebody cut or changed it. */
export function readAddress(query: URLSearchParams): Asked {
  const [scenario, packed] = [query.get('scenario'), query.get('vraag')]
  if (scenario === null && packed === null) return { kind: 'none' }
  const settings = readSettings(query)
  if (!settings) return { kind: 'broken' }
  if (packed !== null) {
    const own = unpack(packed)
    return own ? { kind: 'question', question: { of: { own }, ...settings } } : { kind: 'broken' }
  }
  return isId(scenario!) ? { kind: 'question', question: { of: { scenario: scenario! }, ...settings } } : { kind: 'broken' }
}

/** Null for an own question that does not fit in an address. */
export function addressOf(question: Question, extra: Record<string, string> = {}): string | null {
  const query = new URLSearchParams(extra)
  if ('scenario' in question.of) query.set('scenario', question.of.scenario)
  else {
    const packed = pack(question.of.own)
    if (packed === null) return null
    query.set('vraag', packed)
  }
  return withSettings(query, question)
}

/** The address of what `query` asks, with settings behind it. */
export function withSettings(query: URLSearchParams, settings: Settings): string {
  query.set('against', settings.against)
  for (const name of ['years', 'replicates', 'seed'] as const) query.set(name, String(settings[name]))
  return `/roltrap?${query.toString()}`
}
