// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import { tracksOf } from '../src/agenda/boards'
import { changedBetween, changedLines, counts, differences, isBetter, linesOf, totals } from '../src/agenda/choice'
import { findingGroups } from '../src/agenda/findings'
import { gaugeOf } from '../src/agenda/gauge'
import { beyondOf, meansOf, peakOf, tightest } from '../src/agenda/means'
import { wishesOf } from '../src/agenda/present'
import { scoreRows } from '../src/agenda/scores'
import { layOut, narrowBelow } from '../src/agenda/timelineLayout'
import { barsOf, fitted, groupOf, timelineGroups } from '../src/agenda/timelineRows'
import { withTitles } from '../src/agenda/sourceTitles'
import type { Choice, Chosen, Finding, Form, Frame, Item, Option } from '../src/agenda/types'
import { wholeLines } from '../src/agenda/useAgendas'

const option = (form: Form, years: number): Option => ({ form, years, note: null, starts: [], scores: [], money: [], people: [] })

const item = (id: string, changes: Partial<Item> = {}): Item => ({
  item: `effort/${id}`,
  appraisal: id,
  title: { nl: id },
  form: 'project',
  state: null,
  running: true,
  track: null,
  challenges: [],
  areas: [],
  pillars: [0, 0],
  boundUntil: null,
  boundBy: null,
  willingness: null,
  freedom: null,
  status: 'source',
  sources: [],
  options: [option('keep', 6), option('bend', 3), option('stop', 1)],
  links: [],
  ...changes,
})

const chosen = (id: string, form: Form | null, starts: number | null, worth = 1): Chosen => ({
  item: `effort/${id}`,
  option: form,
  starts,
  active: form !== null && form !== 'stop',
  changed: form !== 'keep',
  wish: null,
  worth,
  pillars: [0, 0],
  money: 1000,
  people: 0.5,
  funds: [],
  teams: [],
})

const choice = (items: Chosen[], changes: Partial<Choice> = {}): Choice => ({
  value: 1,
  prices: 0,
  isFeasible: true,
  changed: 0,
  shift: { moved: 0, limit: null, baseline: 0 },
  items,
  funds: [],
  teams: [],
  findings: [],
  ...changes,
})

const years = { from: 2027, to: 2034 }

describe('bars of an item', () => {
  const road = item('weg')
  test('run from their start for their years', () => {
    expect(barsOf(road, chosen('weg', 'bend', 2027), years)).toEqual([{ form: 'bend', from: 2027, to: 2030, goesOn: false }])
  })
  test('show what runs as kept until its change begins', () => {
    expect(barsOf(road, chosen('weg', 'bend', 2029), years)).toEqual([
      { form: 'keep', from: 2027, to: 2029, goesOn: false },
      { form: 'bend', from: 2029, to: 2032, goesOn: false },
    ])
  })
  test('are cut at the last year, and say that they go on', () => {
    expect(barsOf(road, chosen('weg', 'bend', 2033), years).at(-1)).toEqual({ form: 'bend', from: 2033, to: 2035, goesOn: true })
  })
  test('have no lead for a proposal, and none at all for what is not taken up', () => {
    const plan = item('plan', { running: false, options: [option('base', 2)] })
    expect(barsOf(plan, chosen('plan', 'base', 2029), years)).toHaveLength(1)
    expect(barsOf(plan, chosen('plan', null, null), years)).toEqual([])
  })
})

describe('groups of the timeline', () => {
  const items = [
    item('a', { pillars: [1, 0], track: 2 }),
    item('b', { pillars: [0.3, 0.7] }),
    item('c', { pillars: [0.5, 0.5], track: 1 }),
    item('d'),
    item('e', { pillars: [1, 0] }),
  ]
  test('are those of the pillars, or of the tracks', () => {
    expect(items.map((each) => groupOf(each, 'pijler'))).toEqual(['first', 'second', 'both', 'neither', 'first'])
    expect(items.map((each) => groupOf(each, 'spoor'))).toEqual(['2', 'other', '1', 'other', 'other'])
  })
  test('show what is worth most, earliest first and what just goes on last', () => {
    const made = choice([
      chosen('a', 'keep', 2027, 9),
      chosen('e', 'bend', 2030, 5),
      chosen('b', null, null),
      chosen('d', 'bend', 2027, 2),
    ])
    const groups = timelineGroups(items, made, years, 'pijler', 5)
    expect(groups.map(({ id, total }) => [id, total])).toEqual([
      ['first', 2],
      ['neither', 1],
    ])
    expect(groups[0]!.rows.map((row) => row.item.appraisal)).toEqual(['e', 'a'])
    expect(timelineGroups(items, made, years, 'pijler', 1)[0]!.rows.map((row) => row.item.appraisal)).toEqual(['a'])
  })
  test('lie under each other without overlap, titles above the bars on a phone', () => {
    const made = choice(items.map(({ appraisal }) => chosen(appraisal, 'keep', 2027)))
    const groups = timelineGroups(items, made, years, 'pijler', 9)
    const wide = layOut(groups, [{ kind: 'money', id: 'f', years: [] }], years, 1100)
    const narrow = layOut(groups, [], years, narrowBelow - 1)
    expect(wide.left).toBeGreaterThan(200)
    expect(narrow.left).toBe(0)
    for (const { rows, barHeight } of [wide, narrow])
      for (const [index, row] of rows.slice(1).entries()) expect(row.barY).toBeGreaterThan(rows[index]!.barY + barHeight)
    expect(narrow.rows.every(({ y, barY }) => barY > y + 14)).toBe(true)
    expect(wide.x(2035)).toBe(1100)
    expect(wide.height).toBeGreaterThan(wide.strips[0]!.stripY + wide.strips[0]!.height)
  })
  test('cut a title that does not fit', () => {
    expect(fitted('Kort', 200)).toBe('Kort')
    expect(fitted('Een heel erg lange naam van een programma', 70)).toBe('Een heel…')
  })
})

describe('money and people', () => {
  const made = choice([], {
    funds: [{ fund: 'f', years: [{ year: 2027, budget: 100, spent: 130, reserve: 0, beyond: 20 }] }],
    teams: [{ team: 't', years: [{ year: 2027, capacity: 2, occupied: 2.5, hired: 0.2, beyond: 0.3 }] }],
  })
  test('are told apart from what is hired and what goes beyond', () => {
    const [money, people] = meansOf(made)
    expect(money!.years[0]).toEqual({ year: 2027, line: 100, used: 110, hired: 0, beyond: 20 })
    expect(people!.years[0]!.used).toBeCloseTo(2)
    expect(peakOf(money!)).toBe(130)
  })
  test('say how much goes beyond in all', () => expect(beyondOf(made)).toEqual({ money: 20, people: 0.3 }))
})

describe('boards', () => {
  const items = [
    item('a', { track: 2 }),
    item('b', { track: 2 }),
    item('c', { track: 3, running: false }),
    item('d', { running: false }),
  ]
  const made = choice([
    chosen('a', 'keep', 2027),
    chosen('b', 'keep', 2027, 3),
    chosen('c', 'plus', 2028),
    chosen('d', null, null),
  ])
  const tracks = tracksOf(items, made)
  test('stand per track, each with what can happen there', () => {
    expect(tracks.map(({ id }) => id)).toEqual(['2', '3', 'other'])
    expect(tracks[0]!.boards.map(({ kind }) => kind)).toEqual(['running'])
    expect(tracks[1]!.boards[0]!.columns.map(({ place }) => place)).toEqual(['light', 'base', 'plus', 'out'])
  })
  test('have every card once, the most worth first', () => {
    const cards = tracks.flatMap(({ boards }) => boards.flatMap(({ columns }) => columns.flatMap((column) => column.cards)))
    expect(cards.map(({ item: { appraisal } }) => appraisal)).toEqual(['b', 'a', 'c', 'd'])
  })
})

describe('two agendas', () => {
  const one = choice([chosen('a', 'keep', 2027), chosen('b', 'base', 2028), chosen('c', null, null)])
  const other = choice([chosen('a', 'keep', 2027), chosen('b', 'base', 2029), chosen('c', 'plus', 2027)], { value: 1.5 })
  test('differ in form or start', () => {
    expect(changedBetween(one, other)).toEqual(['effort/b', 'effort/c'])
    expect(differences([item('a'), item('b'), item('c')], one, other).map(({ isSame }) => isSame)).toEqual([true, false, false])
  })
  test('are better only when they are really worth more', () => {
    expect(isBetter(other, one)).toBe(true)
    expect(isBetter({ ...one, value: 1 + 1e-9 }, one)).toBe(false)
  })
  test('are counted and named by their lines', () => {
    expect(counts(other)).toMatchObject({ keep: 1, base: 1, plus: 1, out: 0 })
    expect(totals(one)).toEqual({ money: 3000, people: 1.5, worth: 3 })
    expect(linesOf(one)).toHaveLength(2)
    expect(changedLines(one)).toEqual([{ item: 'effort/b', option: 'base', starts: 2028 }])
  })
  test('are whole again from lines that leave out what just runs on', () => {
    const frame = { items: [item('a'), item('b', { running: false })], weighing: { years } } as unknown as Frame
    const lines = wholeLines([{ item: 'effort/b', option: 'base', starts: 2028 }], frame)
    expect(lines).toContainEqual({ item: 'effort/a', option: 'keep', starts: 2027 })
    expect(wishesOf(lines, ['effort/b', 'effort/c'])).toEqual([
      { item: 'effort/b', kind: 'must', option: 'base' },
      { item: 'effort/a', kind: 'must', option: 'keep' },
      { item: 'effort/c', kind: 'ban' },
    ])
  })
})

describe('the gauge', () => {
  test('goes from nothing, or the least there is, to the most that is possible', () => {
    expect(gaugeOf({ now: -4, shown: null, best: 20, bound: 21 })).toMatchObject({ low: -4, high: 21 })
    expect(gaugeOf({ now: 4, shown: null, best: 20, bound: null })).toMatchObject({ low: 0, high: 20 })
  })
  test('shows the agenda of the page only when it is not the best one', () => {
    const ids = (shown: number) => gaugeOf({ now: 1, shown, best: 20, bound: 21 }).marks.map(({ id }) => id)
    expect(ids(20)).toEqual(['now', 'best', 'most'])
    expect(ids(18)).toEqual(['now', 'shown', 'best', 'most'])
  })
})

test('scores stand per criterion, the heaviest first, without those of which nothing is said', () => {
  const score = (to: string): Option['scores'][number] => ({ to, low: 0, likely: 1, high: 2, agreement: null, given: [] })
  const plan = item('plan', {
    options: [
      { ...option('base', 2), scores: [score('x'), score('y')] },
      { ...option('plus', 2), scores: [score('y')] },
    ],
  })
  const criterion = (to: string, weight: number) => ({ to, title: {}, weight, least: 0, most: 1, rank: null })
  const rows = scoreRows(plan, [criterion('x', 0.2), criterion('y', 0.5), criterion('z', 0.3)])
  expect(rows.map(({ criterion: { to }, scores }) => [to, scores.length])).toEqual([
    ['y', 2],
    ['x', 1],
  ])
})

test('findings stand in groups, promises without money first', () => {
  const finding = (kind: Finding['kind']): Finding => ({ kind, items: [], about: [], shortfall: null, note: null })
  const groups = findingGroups([finding('double_work'), finding('unfunded'), finding('double_work')])
  expect(groups.map(({ kind, findings }) => [kind, findings.length])).toEqual([
    ['unfunded', 1],
    ['double_work', 2],
  ])
})

test('sources get their titles, wherever they are cited, and nothing else changes', () => {
  const titles = new Map([['visie', { title: 'De visie' }]])
  const plain = { a: [{ b: 1 }], sources: [{ source: 'andere', section: '1' }] }
  expect(withTitles(plain, titles)).toBe(plain)
  const cited = withTitles({ ...plain, deep: { sources: [{ source: 'visie', section: '2' }] } }, titles)
  expect(cited.deep.sources).toEqual([{ source: 'visie', section: '2', sourceTitle: 'De visie' }])
  expect(cited.sources).toBe(plain.sources)
})

test('where it is tightest stands in the picture, in the order that it had', () => {
  const means = (kind: 'money' | 'people', id: string, used: number) => ({
    kind,
    id,
    years: [{ year: 2027, line: 10, used, hired: 0, beyond: 0 }],
  })
  const all = [means('money', 'a', 5), means('money', 'b', 9), means('money', 'c', 10), means('people', 't', 1)]
  expect(tightest(all, 2).map(({ id }) => id)).toEqual(['b', 'c', 't'])
})
