// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import { beginWith, change, undo } from '../src/escalator/draft'
import { asScenario, longestPacked, pack, unpack, type OwnQuestion } from '../src/escalator/packed'
import { addressOf, readAddress, usual, within, type Question } from '../src/escalator/question'
import type { Step } from '../src/escalator/stepRules'

const step: Step = {
  name: 'stap-1',
  form: 'new_dwellings',
  area: 'neighbourhood/BU06370003',
  from: 2025,
  until: 2030,
  number: 300,
  tenure: 'owner',
}
const own: OwnQuestion = { title: 'Wat als “Palenstein” groeit? é', summary: '', steps: [step] }
const read = (address: string) => readAddress(new URL(address, 'http://koers').searchParams)
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a question in an address', () => {
  test('of the city comes back as it went', () => {
    const question: Question = { of: { scenario: 'entree' }, ...usual, years: 12, seed: 7, against: 'binnenstad' }
    expect(addressOf(question)).toBe('/roltrap?scenario=entree&against=binnenstad&years=12&replicates=20&seed=7')
    expect(read(addressOf(question)!)).toEqual({ kind: 'question', question })
  })

  test('of one’s own comes back with every field of its steps', () => {
    const question: Question = { of: { own }, ...usual }
    expect(read(addressOf(question)!)).toEqual({ kind: 'question', question })
  })

  test('takes what is usual for what it does not say', () => {
    expect(read('/roltrap?scenario=entree')).toEqual({ kind: 'question', question: { of: { scenario: 'entree' }, ...usual } })
    expect(read('/roltrap')).toEqual({ kind: 'none' })
  })

  test.each([
    'scenario=entree&years=0',
    'scenario=entree&years=31',
    'scenario=entree&replicates=1e3',
    'scenario=entree&seed=-1',
    'scenario=entree&seed=99999999999',
    'scenario=entree&against=../x',
    'scenario=Ent%20ree',
    'scenario=',
    'vraag=',
    'vraag=%%%',
    'vraag=abc',
    `vraag=${'a'.repeat(longestPacked + 1)}`,
  ])('that was cut or changed is called broken: %s', (query) => {
    expect(read(`/roltrap?${query}`)).toEqual({ kind: 'broken' })
  })
})

describe('what is unpacked', () => {
  test.each([
    ['no record', 5],
    ['another version', { v: 2, title: '', summary: '', steps: [] }],
    ['a title too long', { v: 1, title: 'a'.repeat(301), summary: '', steps: [] }],
    ['no steps', { v: 1, title: '', summary: '' }],
    ['too many steps', { v: 1, title: '', summary: '', steps: Array.from({ length: 51 }, () => step) }],
    ['a step that is none', { v: 1, title: '', summary: '', steps: [null] }],
    ['an unknown form', { v: 1, title: '', summary: '', steps: [{ ...step, form: 'war' }] }],
    ['an area elsewhere', { v: 1, title: '', summary: '', steps: [{ ...step, area: 'city/GM0637' }] }],
    ['a number that is a text', { v: 1, title: '', summary: '', steps: [{ ...step, number: '300' }] }],
  ])('is nothing with %s', (_, value) => {
    expect(unpack(encode(value))).toBeNull()
  })

  test('drops fields that no step has', () => {
    const found = unpack(encode({ v: 1, title: 'x', summary: '', steps: [{ ...step, __proto__x: 1, status: 'source' }] }))
    expect(found?.steps).toEqual([step])
  })

  test('does not pack what is too long for an address', () => {
    const steps = Array.from({ length: 50 }, (_, at) => ({ ...step, name: `stap-${at}` }))
    expect(pack({ ...own, steps })).toBeNull()
  })
})

test('an own question goes to the server in all languages of the city, marked as made up', () => {
  const scenario = asScenario(own, ['nl', 'en'])
  expect(scenario.title).toEqual({ nl: own.title, en: own.title })
  expect(scenario.summary).toEqual(scenario.title)
  expect([scenario.status, scenario.steps![0]!.status]).toEqual(['illustrative', 'illustrative'])
})

test('settings are held within what may be asked', () => {
  expect(within({ ...usual, years: 99, replicates: 0, seed: 2.4 })).toEqual({ ...usual, years: 30, replicates: 1, seed: 2 })
})

describe('a draft', () => {
  const empty: OwnQuestion = { title: '', summary: '', steps: [] }
  test('gives back what was there before', () => {
    const added = change(beginWith(empty), '', { ...empty, steps: [step] })
    expect(undo(added).now).toEqual(empty)
    expect(undo(undo(added))).toEqual(undo(added))
  })

  test('takes letters typed in one field as one change', () => {
    let draft = beginWith(empty)
    for (const title of ['W', 'Wa', 'Wat']) draft = change(draft, 'title', { ...empty, title })
    draft = change(draft, 'summary', { ...draft.now, summary: 'Zo' })
    expect(undo(draft).now.title).toBe('Wat')
    expect(undo(undo(draft)).now).toEqual(empty)
  })
})
