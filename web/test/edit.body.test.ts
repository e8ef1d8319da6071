// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import type { Field } from '../src/edit/documentTypes'
import { moved, parseNumber, setAt, toBody } from '../src/edit/form/body'

const text: Field = { name: 'title', type: 'text', required: true }
const languages = ['nl', 'en']

test.each([
  ['1250.50', 1250.5],
  ['1.250,50', 1250.5],
  ['€ 200.000', 200000],
  ['0,4', 0.4],
  ['-3', -3],
  ['12.5', 12.5],
  ['veel', null],
  ['', null],
  ['1,2,3', null],
])('%s is read as %s', (typed, value) => {
  expect(parseNumber(typed)).toBe(value)
})

test('a value is set deep in a body without touching the old one', () => {
  const before = { milestones: [{ title: { nl: 'a' } }] }
  const after = setAt(before, ['milestones', 0, 'title', 'en'], 'b')
  expect(after).toEqual({ milestones: [{ title: { nl: 'a', en: 'b' } }] })
  expect(before).toEqual({ milestones: [{ title: { nl: 'a' } }] })
})

test('a member of a list is moved', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
})

describe('the body that is sent', () => {
  test('leaves out what is empty', () => {
    const fields: Field[] = [
      text,
      { name: 'owner', type: 'string', required: false },
      { name: 'areas', type: 'reference', required: false, list: true },
    ]
    const read = toBody(fields, { title: { nl: 'Titel ', en: 'Title' }, owner: '', areas: [] }, languages)
    expect(read).toEqual({ body: { title: { nl: 'Titel', en: 'Title' } }, faults: [] })
  })

  test('has numbers for what was typed as numbers', () => {
    const fields: Field[] = [
      { name: 'amount', type: 'euro', required: false },
      { name: 'year', type: 'year', required: false },
    ]
    expect(toBody(fields, { amount: '1.250,50', year: '2021' }, languages).body).toEqual({ amount: 1250.5, year: 2021 })
  })

  test('names the place of every fault', () => {
    const fields: Field[] = [
      text,
      { name: 'due', type: 'date', required: false },
      {
        name: 'milestones',
        type: 'object',
        required: false,
        list: true,
        fields: [text, { name: 'fte', type: 'fte', required: true }],
      },
    ]
    const { faults } = toBody(
      fields,
      { title: { nl: 'Titel', en: '' }, due: '2021-13', milestones: [{ title: { nl: 'a', en: 'b' }, fte: '0,425' }] },
      languages,
    )
    expect(faults).toEqual([
      { path: 'title.en', rule: 'required' },
      { path: 'due', rule: 'date' },
      { path: 'milestones[0].fte', rule: 'fte' },
    ])
  })

  test('takes an optional object that nobody filled in for absent', () => {
    const votes: Field = {
      name: 'votes',
      type: 'object',
      required: false,
      fields: [{ name: 'inFavour', type: 'integer', required: true }],
    }
    expect(toBody([votes], { votes: { inFavour: '' } }, languages)).toEqual({ body: {}, faults: [] })
  })
})
