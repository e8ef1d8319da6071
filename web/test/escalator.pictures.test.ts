// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import { differenceIn, formOf, roundBelow, shadeOf, strongFrom } from '../src/escalator/changes'
import { judge, known, signs, times, wayOf, type Estimate } from '../src/escalator/estimates'
import { idOf } from '../src/escalator/SaveScenario'
import { arrowPath, layOutStairs, layOutSteepStairs, scaleFor, type Flow, type StageFlows } from '../src/escalator/stairs'

const estimate = (mean: number, low = mean, high = mean): Estimate => ({ mean, low, high })
const nothing: Estimate = { mean: null, low: null, high: null }

describe('an estimate', () => {
  test('says which way only when its interval does not hold 0', () => {
    expect(wayOf(estimate(2, 1, 3))).toBe('up')
    expect(wayOf(estimate(-2, -3, -1))).toBe('down')
    expect(wayOf(estimate(2, -1, 5))).toBe('chance')
    expect(wayOf(estimate(2, 0, 5))).toBe('chance')
    expect(wayOf(estimate(0))).toBe('same')
    expect(wayOf({ mean: 9, low: null, high: null })).toBe('chance')
    expect(known({ mean: 9, low: null, high: null })).toEqual({ mean: 9, low: 9, high: 9 })
    expect([wayOf(nothing), wayOf(null), wayOf(undefined)]).toEqual(['unknown', 'unknown', 'unknown'])
  })

  test('is better when it goes the way that is wanted', () => {
    expect(judge(estimate(-2, -3, -1), 'down')).toBe('better')
    expect(judge(estimate(-2, -3, -1), 'up')).toBe('worse')
    expect(judge(estimate(1, -1, 3), 'up')).toBe('chance')
    expect(judge(nothing, 'up')).toBe('unknown')
  })

  test('has a sign that differs for every way', () => {
    expect(new Set(Object.values(signs)).size).toBe(5)
    expect(times(estimate(0.5, 0.4, 0.6), 100)).toEqual(estimate(50, 40, 60))
    expect(times(nothing, 100)).toEqual(nothing)
  })
})

const stages: StageFlows[] = (['starter', 'single', 'couple'] as const).map((stage, at) => {
  const numbers = (value: number) => ({ plan: estimate(value), baseline: estimate(value / 2), difference: estimate(value / 2) })
  const all = { arrived: 40, started: 0, moved: 100 * (at + 1), departed: 20, departedUnmet: 1, searched: 500 }
  return {
    stage,
    flows: Object.fromEntries(Object.entries(all).map(([key, value]) => [key, numbers(value)])) as StageFlows['flows'],
  }
})

describe('the stairs', () => {
  const { treads, width, height } = layOutStairs(stages, 900)

  test('rise to the right, step by step, and touch', () => {
    for (const [at, tread] of treads.entries()) {
      const next = treads[at + 1]
      if (!next) continue
      expect(next.block.x).toBeCloseTo(tread.block.x + tread.block.width)
      expect(next.block.y).toBeLessThan(tread.block.y)
      expect(next.block.y).toBeLessThan(tread.block.y + tread.block.height)
    }
  })

  test('keep bars to one scale, standing on their step', () => {
    const [first, last] = [treads[0]!, treads[2]!]
    expect(last.planBar.height).toBeCloseTo(3 * first.planBar.height)
    expect(first.baselineBar.height).toBeCloseTo(first.planBar.height / 2)
    for (const { planBar, block } of treads) expect(planBar.y + planBar.height).toBeCloseTo(block.y)
  })

  test('keep arrows to one scale: what comes in ends below the step, what goes out begins above it', () => {
    const of = (flow: Flow) => treads[0]!.arrows.find((arrow) => arrow.flow === flow)!
    expect(of('arrived').width).toBeCloseTo(2 * of('departed').width)
    expect(of('started').width).toBe(0)
    expect(of('departedUnmet').width).toBeGreaterThan(0)
    const { block } = treads[0]!
    expect(of('arrived').to).toBeGreaterThan(block.y + block.height)
    expect(of('departed').from).toBeLessThan(block.y)
  })

  test('stay within their picture, with room for numbers', () => {
    for (const { planBar, block, arrows } of treads) {
      expect(planBar.y).toBeGreaterThan(20)
      expect(block.x + block.width).toBeLessThanOrEqual(width + 1e-6)
      for (const { from, to } of arrows) expect(Math.max(from, to)).toBeLessThan(height - 20)
    }
  })

  test('lie above each other on a phone, the first step lowest and all within its width', () => {
    const steep = layOutSteepStairs(stages, 300)
    const tops = steep.treads.map(({ block }) => block.y)
    expect(tops).toEqual([...tops].sort((a, b) => b - a))
    for (const { block, planBar } of steep.treads) {
      expect(block.x + block.width).toBeLessThanOrEqual(300)
      expect(planBar.x + planBar.width).toBeLessThan(200)
    }
  })

  test('show what is not nothing, however small', () => {
    const scale = scaleFor(stages, ['moved'], 100)
    expect(scale(0)).toBe(0)
    expect(scale(0.01)).toBe(1.5)
    expect(scale(300)).toBe(100)
  })
})

test('an arrow points from where it begins to where it ends', () => {
  expect(arrowPath(10, 50, 20, 4)).toBe('M8.0 50.0L8.0 29.0L4.0 29.0L10.0 20.0L16.0 29.0L12.0 29.0L12.0 50.0Z')
})

describe('a difference on the map', () => {
  test('is strong from a round number near half of the largest that is no chance', () => {
    expect([roundBelow(4560), roundBelow(0.21), roundBelow(1), roundBelow(0)]).toEqual([2000, 0.2, 1, 0])
    expect(strongFrom([estimate(9121, 9000, 9200), estimate(-143, -200, -40), estimate(20000, -1, 40000), undefined])).toBe(2000)
  })

  test('has a shade for each way, and none where nothing is known', () => {
    expect(shadeOf(estimate(9121, 9000, 9200), 2000)).toBe('up-strong')
    expect(shadeOf(estimate(143, 40, 200), 2000)).toBe('up')
    expect(shadeOf(estimate(-143, -200, -40), 100)).toBe('down-strong')
    expect(shadeOf(estimate(5, -1, 9), 2000)).toBe('chance')
    expect(shadeOf(estimate(0), 2000)).toBe('chance')
    expect(shadeOf(undefined, 2000)).toBe('none')
  })

  test('says nothing of shares where hardly anybody lives', () => {
    const numbers = (mean: number) => ({
      start: mean,
      plan: estimate(mean),
      baseline: estimate(mean),
      difference: estimate(mean),
    })
    const area = (persons: number) => ({
      area: 'BU1',
      level: 'neighbourhood' as const,
      values: { persons: numbers(persons), lowest_income_share: numbers(10), mean_income: numbers(1) },
    })
    expect(differenceIn(area(40), 'lowest_income_share')).toBeUndefined()
    expect(differenceIn(area(40), 'mean_income')).toBeUndefined()
    expect(differenceIn(area(40), 'persons')).toEqual(estimate(40))
    expect(differenceIn(area(4000), 'lowest_income_share')).toEqual(estimate(10))
    expect(differenceIn(area(4000), 'unknown')).toBeUndefined()
  })

  test('of two shares is in percentage points', () => {
    expect(formOf('percent')).toEqual({ unit: '%', differenceUnit: 'points', decimals: 1 })
    expect(formOf('persons').decimals).toBe(0)
  })
})

test('a title becomes an id of plain letters', () => {
  expect(idOf('Wat als Café “De Eénhoorn” 4.500 woningen krijgt?')).toBe('wat-als-cafe-de-eenhoorn-4-500-woningen-krijgt')
  expect(idOf('???')).toBe('eigen-vraag')
})
