// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import type { IndicatorDifference, SeriesPoint } from '../src/api/types'
import { linear, partsOf, roundTicks, scoreReach, stacked, yearOf } from '../src/monitor/scales'
import {
  byLevel,
  byVerdict,
  contradicted,
  distinctSources,
  gapCounts,
  measured,
  slopeDecimals,
  whyNoTrend,
  withFigures,
} from '../src/monitor/words'
import { documentPath } from '../src/shared/Link'

const point = (period: string, value?: number, others: SeriesPoint['others'] = []): SeriesPoint => ({
  period,
  value,
  status: value === undefined ? 'missing' : 'final',
  source: { source: 'cbs', section: period },
  others,
})

describe('scales', () => {
  test('the ends of the figures are the ends of the picture, and equal ends stand in the middle', () => {
    const at = linear(-2, 2, 100, 300)
    expect([at(-2), at(0), at(2)]).toEqual([100, 200, 300])
    expect(linear(5, 5, 0, 100)(5)).toBe(50)
  })

  test('a scale of scores is the same on both sides, in whole halves, and at least two', () => {
    expect(scoreReach([])).toBe(2)
    expect(scoreReach([-0.3, 1.2])).toBe(2)
    expect(scoreReach([-2.6, 1])).toBe(3)
    expect(scoreReach([2.5])).toBe(2.5)
  })

  test('ticks are round and inside the scale', () => {
    expect(roundTicks(0, 100, 4)).toEqual([0, 25, 50, 75, 100])
    expect(roundTicks(2.2, 2.9, 3)).toEqual([2.25, 2.5, 2.75])
    expect(roundTicks(-3, 7, 2)).toEqual([0, 5])
    expect(roundTicks(4, 4)).toEqual([4])
  })

  test('a period stands at its middle', () => {
    expect(yearOf('2021')).toBe(2021)
    expect(yearOf('2021-07-01')).toBe(2021.5)
    expect(yearOf('2020/2022')).toBe(2021)
  })

  test('marks that would lie over each other are stacked, others stay on the axis', () => {
    expect(stacked([0, 5, 40, 41, 42], 10)).toEqual([0, 1, 0, 1, 2])
    expect(stacked([], 10)).toEqual([])
  })

  test('the parts of a bar follow each other and fill it by their share', () => {
    expect(
      partsOf(
        [
          { id: 'work', size: 3 },
          { id: 'income', size: 0 },
          { id: 'housing', size: 1 },
        ],
        2,
      ),
    ).toEqual([
      { id: 'work', from: 0, to: 1.5 },
      { id: 'housing', from: 1.5, to: 2 },
    ])
    expect(partsOf([{ id: 'work', size: 0 }], 0)).toEqual([])
  })
})

describe('words', () => {
  test('why there is no trend', () => {
    expect(whyNoTrend([])).toBe('none')
    expect(whyNoTrend([point('2020')])).toBe('none')
    expect(whyNoTrend([point('2020', 1), point('2021')])).toBe('one')
    expect(whyNoTrend([point('2020', 1), point('2021', 2)])).toBe('few')
  })

  test('a value of nought is a measurement, a missing one is not', () => {
    expect(measured([point('2020', 0), point('2021')]).map(({ period }) => period)).toEqual(['2020'])
    const here = { series: [point('2020', 0)] } as never
    const nowhere = { series: [point('2021')] } as never
    expect(withFigures({ indicators: [here, nowhere] })).toEqual([here])
  })

  test('moments on which sources differ are found', () => {
    const other = { value: 3, source: { source: 'bzk', section: '' } }
    expect(contradicted([point('2020', 1), point('2021', 2, [other])]).map(({ period }) => period)).toEqual(['2021'])
  })

  test('a source is named once', () => {
    const cbs = { source: 'cbs', section: 'a' }
    expect(distinctSources([cbs, undefined, { ...cbs }, { source: 'cbs', section: 'b' }])).toHaveLength(2)
  })

  test('a small slope gets digits enough, a large one no more than the indicator has', () => {
    expect(slopeDecimals(1200, 0)).toBe(0)
    expect(slopeDecimals(0.3, 0)).toBe(2)
    expect(slopeDecimals(0.04, 1)).toBe(3)
    expect(slopeDecimals(0, 1)).toBe(1)
  })
})

describe('order', () => {
  test('gaps are counted, those that nobody has are left out', () => {
    expect(gapCounts([{ gaps: ['no_owner', 'no_figures'] }, { gaps: ['no_owner'] }, { gaps: [] }])).toEqual([
      { gap: 'no_figures', count: 1 },
      { gap: 'no_owner', count: 2 },
    ])
  })

  test('differences that change come first, the others keep their order', () => {
    const difference = (indicator: string, verdict: IndicatorDifference['verdict']) =>
      ({ indicator, verdict }) as IndicatorDifference
    const ordered = byVerdict([
      difference('a', 'one_moment_only'),
      difference('b', 'not_shown'),
      difference('c', 'growing'),
      difference('d', 'one_moment_only'),
    ])
    expect(ordered.map(({ indicator }) => indicator).join('')).toBe('cbad')
  })

  test('areas are grouped by level, unknown levels last', () => {
    const rows = ['region', 'country', 'district', 'region'].map((kind) => ({ area: { kind } }))
    expect(byLevel(rows, ['district', 'region']).map(({ kind, rows: own }) => [kind, own.length])).toEqual([
      ['district', 1],
      ['region', 2],
      ['country', 1],
    ])
  })
})

test('an indicator has a page of its own', () => {
  expect(documentPath('indicator', 'woz-value')).toBe('/staat/indicatoren/woz-value')
})
