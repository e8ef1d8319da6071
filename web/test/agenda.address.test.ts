// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import {
  addressOf,
  bodyOf,
  keyOf,
  packLines,
  readLines,
  readQuestion,
  readShownItem,
  readView,
  type Question,
} from '../src/agenda/address'
import type { Line, Wish } from '../src/agenda/types'
import { countedWishes, wishOfColumn, withoutWish, withWish } from '../src/agenda/wishes'

const nothing: Question = { wishes: [], setAside: [] }
const read = (address: string) => readQuestion(new URL(address, 'http://koers').searchParams)

describe('a question about the agenda in an address', () => {
  test.each<[string, Question]>([
    ['/agenda', nothing],
    ['/agenda?weging=agenda-2027&tempo=slow', { ...nothing, weighing: 'agenda-2027', tempo: 'slow' }],
    [
      '/agenda?wensen=m.effort.entree.plus*n.policy_document.grondbeleid&los=effort.kwadrant',
      {
        wishes: [
          { item: 'effort/entree', kind: 'must', option: 'plus' },
          { item: 'policy_document/grondbeleid', kind: 'ban' },
        ],
        setAside: ['effort/kwadrant'],
      },
    ],
  ])('comes back as it went: %s', (address, question) => {
    expect(addressOf(question)).toBe(address)
    expect(read(address)).toEqual({ kind: 'question', question })
  })

  test.each([
    'tempo=warp',
    'weging=../x',
    'wensen=m.effort',
    'wensen=x.effort.entree',
    'wensen=m.effort.entree.gold',
    'wensen=m.person.jan',
    'wensen=m.effort.entree*n.effort.entree',
    'los=entree',
    `wensen=${Array.from({ length: 201 }, (_, at) => `m.effort.e${at}`).join('*')}`,
  ])('that was cut or changed is called broken: %s', (query) => {
    expect(read(`/agenda?${query}`)).toEqual({ kind: 'broken' })
  })

  test('is the same question in whatever order its wishes stand', () => {
    const [a, b]: Wish[] = [
      { item: 'effort/a', kind: 'must' },
      { item: 'effort/b', kind: 'ban' },
    ] as const as unknown as Wish[]
    expect(keyOf({ ...nothing, wishes: [a!, b!] })).toBe(keyOf({ ...nothing, wishes: [b!, a!] }))
    expect(keyOf({ ...nothing, wishes: [a!] })).not.toBe(keyOf({ ...nothing, wishes: [b!] }))
  })

  test('goes to the server without what it leaves open', () => {
    expect(bodyOf(nothing)).toEqual({ wishes: [], setAside: [] })
    expect(bodyOf({ ...nothing, weighing: 'w', tempo: 'fast' })).toMatchObject({ weighingId: 'w', tempo: 'fast' })
  })

  test('may also say which part and which item to show', () => {
    const query = (text: string) => new URLSearchParams(text)
    expect(readView(query('beeld=borden'))).toBe('borden')
    expect(readView(query('beeld=iets'))).toBe('tijdlijn')
    expect(readShownItem(query('onderdeel=effort.entree'))).toBe('effort/entree')
    expect(readShownItem(query('onderdeel=effort/entree'))).toBe('effort/entree')
    expect(readShownItem(query('onderdeel=javascript:x'))).toBeNull()
  })
})

describe('an agenda in an address', () => {
  const lines: Line[] = [
    { item: 'effort/entree', option: 'speed_up', starts: 2028 },
    { item: 'policy_document/grondbeleid', option: 'stop', starts: 2027 },
  ]
  test('comes back as it went', () => {
    expect(readLines(packLines(lines)!)).toEqual(lines)
  })
  test('is not made when it is too long', () => {
    const many = Array.from({ length: 400 }, (_, at): Line => ({
      item: `effort/een-lange-naam-${at}`,
      option: 'base',
      starts: 2027,
    }))
    expect(packLines(many)).toBeNull()
  })
  test.each(['', 'effort.entree', 'effort.entree.plus.28', 'effort.entree.gold.2028', 'effort.a.plus.2028*effort.a.base.2028'])(
    'that was cut or changed is not read: %s',
    (packed) => expect(readLines(packed)).toBeNull(),
  )
})

describe('wishes', () => {
  const standing: Wish[] = [{ item: 'effort/a', kind: 'must' }]
  test('of the weighing count until the reader says otherwise', () => {
    expect(countedWishes(nothing, standing)).toEqual([{ item: 'effort/a', kind: 'must', isOwn: false }])
    const against = withWish(nothing, 'effort/a', 'ban')
    expect(countedWishes(against, standing)).toEqual([{ item: 'effort/a', kind: 'ban', isOwn: true }])
  })
  test('that are let go are gone, those of the weighing too', () => {
    const without = withoutWish(withWish(nothing, 'effort/a', 'ban'), 'effort/a', standing)
    expect(without).toEqual({ wishes: [], setAside: ['effort/a'] })
    expect(countedWishes(without, standing)).toEqual([])
    expect(withoutWish(withWish(nothing, 'effort/b', 'must'), 'effort/b', standing)).toEqual(nothing)
  })
  test('come once about an item', () => {
    const twice = withWish(withWish(nothing, 'effort/b', 'ban'), 'effort/b', 'must', 'plus')
    expect(twice.wishes).toEqual([{ item: 'effort/b', kind: 'must', option: 'plus' }])
  })
  test('of who drops a card are those of the column', () => {
    expect(wishOfColumn('out')).toEqual({ kind: 'ban' })
    expect(wishOfColumn('stop')).toEqual({ kind: 'ban' })
    expect(wishOfColumn('bend')).toEqual({ kind: 'must', option: 'bend' })
  })
})
