// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { groupByKind, piecesOf } from '../src/search/excerpt'
import { choicesOf, fits, holdsWords } from '../src/search/filters'

test('the matches of an excerpt are found, and markup stays text', () => {
  expect(piecesOf('in \u2068Meer\u2069zicht <b>\u2068x\u2069')).toEqual([
    { text: 'in ', match: false },
    { text: 'Meer', match: true },
    { text: 'zicht <b>', match: false },
    { text: 'x', match: true },
  ])
})

test('a mark that is not closed does no harm', () => {
  expect(piecesOf('a \u2068b')).toEqual([
    { text: 'a ', match: false },
    { text: 'b', match: true },
  ])
  expect(piecesOf('')).toEqual([])
})

test('results are grouped in the order of the best', () => {
  expect(
    groupByKind([
      { kind: 'a', id: 1 },
      { kind: 'b', id: 2 },
      { kind: 'a', id: 3 },
    ]).map(({ kind, items }) => [kind, items.length]),
  ).toEqual([
    ['a', 2],
    ['b', 1],
  ])
})

test('words are found without case or accents, in any order', () => {
  expect(holdsWords('ORDE cafe', ['Café', undefined, 'openbare orde'])).toBe(true)
  expect(holdsWords('cafe markt', ['Café'])).toBe(false)
  expect(holdsWords('', [])).toBe(true)
})

test('choices are counted once per row and ordered as known', () => {
  const rows = [{ of: ['b', 'b'] }, { of: ['a'] }, { of: ['b', 'c'] }]
  const choices = choicesOf(
    rows,
    (row) => row.of,
    (value) => value.toUpperCase(),
    ['c'],
  )
  expect(choices).toEqual([
    { value: 'c', title: 'C', count: 1 },
    { value: 'a', title: 'A', count: 1 },
    { value: 'b', title: 'B', count: 2 },
  ])
})

test('a row fits when it has every chosen value and every word', () => {
  const row = { form: 'project', areas: ['district/1', 'district/2'], title: 'Wonen in Meerzicht' }
  const properties = [
    { name: 'form', title: '', of: ({ form }: typeof row) => [form], titleOf: String },
    { name: 'area', title: '', of: ({ areas }: typeof row) => areas, titleOf: String },
  ]
  const rowFits = (values: Record<string, string>) => fits(row, values, properties, ({ title }) => [title])
  expect(rowFits({})).toBe(true)
  expect(rowFits({ form: 'project', area: 'district/2', q: 'meerzicht wonen' })).toBe(true)
  expect(rowFits({ form: 'project', area: 'district/3' })).toBe(false)
  expect(rowFits({ q: 'Rokkeveen' })).toBe(false)
})
