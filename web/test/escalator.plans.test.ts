// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import type { Estimate } from '../src/escalator/estimates'
import {
  arrowShape,
  byJudgement,
  changeOf,
  effectOn,
  planRows,
  reachOf,
  spanOf,
  type ScenarioEffects,
} from '../src/escalator/planEffects'
import {
  addressOfPlans,
  askedPlans,
  mostReplicates,
  plansBeside,
  readPlans,
  refusedPlan,
  type PlansQuestion,
} from '../src/escalator/plans'
import { usual } from '../src/escalator/question'
import type { Scenario } from '../src/escalator/stepRules'
import type { EffectTable } from '../src/escalator/useSimulation'

const estimate = (mean: number, low = mean, high = mean): Estimate => ({ mean, low, high })
const plan = (id: string): Scenario => ({ id, title: { nl: id }, summary: {} })
const scenarios = ['baseline', 'entree', 'meerzicht', 'kwadrant'].map(plan)
const read = (address: string) => readPlans(new URL(address, 'http://koers').searchParams)
const ids = (plans: Scenario[] | null) => plans?.map(({ id }) => id)

describe('plans in an address', () => {
  test.each<[string, PlansQuestion]>([
    ['/roltrap?plannen=alle&against=baseline&years=20&replicates=20&seed=1', { plans: 'all', ...usual }],
    [
      '/roltrap?plannen=entree.meerzicht&against=kwadrant&years=8&replicates=4&seed=7',
      { plans: ['entree', 'meerzicht'], against: 'kwadrant', years: 8, replicates: 4, seed: 7 },
    ],
  ])('come back as they went: %s', (address, question) => {
    expect(addressOfPlans(question)).toBe(address)
    expect(read(address)).toEqual({ kind: 'plans', question })
  })

  test('are not asked for by another address, and have the usual settings where it is silent', () => {
    expect(read('/roltrap?scenario=entree')).toEqual({ kind: 'none' })
    expect(read('/roltrap?plannen=alle')).toEqual({ kind: 'plans', question: { plans: 'all', ...usual } })
  })

  test.each([
    'plannen=',
    'plannen=Entree',
    'plannen=entree.entree',
    'plannen=entree.',
    'plannen=../x',
    'plannen=alle&years=0',
    `plannen=${Array.from({ length: 25 }, (_, at) => `p${at}`).join('.')}`,
  ])('that were cut or changed are called broken: %s', (query) => {
    expect(read(`/roltrap?${query}`)).toEqual({ kind: 'broken' })
  })
})

describe('the plans that are asked', () => {
  test('are all but the one in which nothing is done and the one they stand beside', () => {
    expect(ids(plansBeside('baseline', scenarios))).toEqual(['entree', 'meerzicht', 'kwadrant'])
    expect(ids(plansBeside('entree', scenarios))).toEqual(['meerzicht', 'kwadrant'])
    expect(ids(askedPlans({ plans: 'all', ...usual }, scenarios))).toEqual(['entree', 'meerzicht', 'kwadrant'])
  })

  test('keep the order of the city, and are none when one of them is gone', () => {
    expect(ids(askedPlans({ plans: ['kwadrant', 'entree'], ...usual }, scenarios))).toEqual(['entree', 'kwadrant'])
    expect(askedPlans({ plans: ['kwadrant', 'torens'], ...usual }, scenarios)).toBeNull()
  })

  test('never stand beside themselves', () => {
    expect(ids(askedPlans({ plans: ['kwadrant', 'entree'], ...usual, against: 'entree' }, scenarios))).toEqual(['kwadrant'])
    expect(ids(askedPlans({ plans: ['entree'], ...usual, against: 'entree' }, scenarios))).toEqual([])
  })

  test('are played less often the more there are, as the server has it', () => {
    expect([1, 4, 8, 24].map(mostReplicates)).toEqual([100, 100, 55, 20])
  })

  test('that the server refuses are found by what is at fault', () => {
    expect(refusedPlan([{ path: 'scenario/meerzicht steps[0].from' }])).toBe('meerzicht')
    expect(refusedPlan([{ path: 'replicates' }])).toBeUndefined()
  })
})

const facts = { version: '1', city: 'Z', municipality: 'GM', scenario: 'x', startYear: 2022, years: 20, seed: 1, parameters: {} }
const effectsOf = (scenario: string, effects: Record<string, Estimate | null>): ScenarioEffects => ({
  scenario,
  effort: null,
  status: 'source',
  facts: { ...facts, uncertainty: 'chance', inputsHash: 'a' },
  replicates: 4,
  ownStarts: 0,
  mechanisms: Object.entries(effects).map(([mechanism, effect]) => ({
    mechanism,
    isSpread: mechanism === 'spread',
    effect,
    members: [],
    notSimulated: [],
    weightSimulated: effect ? 1 : 0,
  })),
  changes: [{ indicator: 'persons', unit: 'persons', change: estimate(12, 3, 20) }],
  dwellings: estimate(0),
  othersFreedPerDwelling: { mean: null, low: null, high: null },
  othersFreedAnywhere: { mean: null, low: null, high: null },
})
const mechanisms = (['pull', 'strength', 'spread', 'adapt'] as const).map((id, index) => ({
  id,
  number: index + 1,
  title: { nl: id },
  desired: id === 'spread' ? ('down' as const) : ('up' as const),
}))
const entree = effectsOf('entree', {
  pull: estimate(0.2, 0.1, 0.3),
  strength: estimate(0.1, -0.1, 0.3),
  spread: estimate(0.1, 0.05, 0.2),
  adapt: null,
})
const table: EffectTable = {
  id: 'x',
  replicatesAsked: 20,
  replicates: 0,
  baseline: { ...facts, uncertainty: 'chance', inputsHash: 'b' },
  scenarios: [entree],
}

describe('the table of effects', () => {
  test('has a row for each plan, also for one that was not played yet', () => {
    const rows = planRows([plan('meerzicht'), plan('entree')], table)
    expect(rows.map(({ effects }) => effects?.replicates)).toEqual([undefined, 4])
    expect(effectOn(rows[1]!.effects, 'pull')?.effect?.mean).toBe(0.2)
    expect(effectOn(rows[0]!.effects, 'pull')).toBeUndefined()
    expect(changeOf(rows[1]!.effects, 'persons')?.mean).toBe(12)
  })

  test('tells the mechanisms that get better from those that get worse, may not, or are not simulated', () => {
    const judged = Object.entries(byJudgement(entree, mechanisms)).map(([judgement, of]) => [judgement, of.map(({ id }) => id)])
    expect(Object.fromEntries(judged)).toEqual({
      better: ['pull'],
      worse: ['spread'],
      chance: ['strength'],
      same: [],
      unknown: ['adapt'],
    })
  })
})

describe('an arrow', () => {
  test('reaches as far as the largest mean and some more, and never makes a mountain of dust', () => {
    expect(reachOf([estimate(0.2), estimate(-0.4), null], 0.02)).toBeCloseTo(0.5)
    expect(reachOf([estimate(0.001)], 0.02)).toBe(0.02)
  })

  test('points up to what is wanted, and says where its interval goes on', () => {
    expect(spanOf(estimate(0.1, 0.05, 0.3), 0.2, 'up')).toEqual({
      mean: 0.5,
      low: 0.25,
      high: 1,
      isCutLow: false,
      isCutHigh: true,
    })
    expect(spanOf(estimate(0.1, 0.05, 0.3), 0.2, 'down')).toEqual({
      mean: -0.5,
      low: -1,
      high: -0.25,
      isCutLow: true,
      isCutHigh: false,
    })
    expect(spanOf({ mean: 0.1, low: null, high: null }, 0.2, 'up')).toMatchObject({ low: 0.5, high: 0.5 })
    expect(spanOf(null, 0.2, 'up')).toBeNull()
  })

  test('has a shaft when it is long, and is all head when it is short', () => {
    expect(arrowShape(-40)).toBe('M0 -40L-17 -27L-9 -27L-9 0L9 0L9 -27L17 -27Z')
    expect(arrowShape(40)).toBe('M0 40L-17 27L-9 27L-9 0L9 0L9 27L17 27Z')
    expect(arrowShape(-6.5)).toBe('M0 -6.5L-8.5 0L8.5 0Z')
    expect(arrowShape(0)).toBe('M0 0L0 0L0 0Z')
  })
})
