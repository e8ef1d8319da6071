// SPDX-License-Identifier: EUPL-1.2
// Many plans of the city beside one: which ones, in the address as any question is.
import { isId, limits, readSettings, usual, withSettings, type Settings } from './question'
import type { Scenario } from './stepRules'

/** Plans by id, or all that the city has. */
export interface PlansQuestion extends Settings {
  plans: string[] | 'all'
}

/** As the server has it. */
export const mostPlans = 24
const mostRuns = 500

/** The more plans, the less often each can be played. */
export const mostReplicates = (plans: number) => Math.min(limits.replicates[1], Math.floor(mostRuns / (plans + 1)))

export type AskedPlans = { kind: 'none' } | { kind: 'broken' } | { kind: 'plans'; question: PlansQuestion }

const all = 'alle'
/** Between ids in an address, where a comma would be written as a code. */
const between = '.'

function readIds(given: string): PlansQuestion['plans'] | null {
  if (given === all) return 'all'
  const ids = given.split(between)
  return ids.length <= mostPlans && ids.every(isId) && new Set(ids).size === ids.length ? ids : null
}

/** What the address asks of plans; `broken` when somebody cut or changed it. */
export function readPlans(query: URLSearchParams): AskedPlans {
  const given = query.get('plannen')
  if (given === null) return { kind: 'none' }
  const [plans, settings] = [readIds(given), readSettings(query)]
  return plans && settings ? { kind: 'plans', question: { plans, ...settings } } : { kind: 'broken' }
}

export function addressOfPlans({ plans, ...settings }: PlansQuestion): string {
  return withSettings(new URLSearchParams({ plannen: plans === 'all' ? all : plans.join(between) }), settings)
}

/** What can stand beside `against`: every plan but the one in which nothing is done. */
export function plansBeside(against: string, scenarios: Scenario[]): Scenario[] {
  return scenarios.filter(({ id }) => id !== against && id !== usual.against)
}

/** The plans that are asked, in the order of the city; null when it has not (or no longer) one of them. */
export function askedPlans({ plans, against }: PlansQuestion, scenarios: Scenario[]): Scenario[] | null {
  const offered = plansBeside(against, scenarios)
  if (plans === 'all') return offered.slice(0, mostPlans)
  const isKnown = plans.every((plan) => scenarios.some(({ id }) => id === plan))
  return isKnown ? offered.filter(({ id }) => plans.includes(id)) : null
}

const ofScenario = /^scenario\/([a-z0-9-]+)(?: |$)/

/** The plan that the first fault is about, where one is about a plan. */
export function refusedPlan(faults: { path: string }[]): string | undefined {
  return faults.flatMap(({ path }) => ofScenario.exec(path)?.[1] ?? [])[0]
}
