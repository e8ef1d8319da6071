// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { culpritOf, placeOf, reportOf } from '../src/admin/importReport'
import { safeReturn } from '../src/admin/safeReturn'
import { packageName } from '../src/admin/packageFiles'
import { matrixOf } from '../src/admin/rights'
import { strengthOf } from '../src/admin/strength'
import { zipOf } from '../src/admin/zip'

test.each([
  ['kort', 'short'],
  ['aaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['zoetermeer2026', 'weak'],
  ['j8!kPq2#vT9z', 'fair'],
  ['vier oranje kano’s op de plas', 'strong'],
])('%s is %s', (password, strength) => {
  expect(strengthOf(password, [])).toBe(strength)
})

test('a password made of one’s own name is weak', () => {
  expect(strengthOf('jansen-jansen', ['jansen'])).toBe('weak')
})

test.each([
  ['/beheer', '/beheer'],
  ['//elders.nl', '/'],
  ['/\\elders.nl', '/'],
  ['https://elders.nl', '/'],
  [null, '/'],
])('after logging in %s leads to %s', (wanted, address) => {
  expect(safeReturn(wanted)).toBe(address)
})

test('the table of rights becomes a matrix of one role', () => {
  const matrix = matrixOf(
    [
      { role: 'officer', action: 'read_draft', kind: '', states: [] },
      { role: 'officer', action: 'edit', kind: 'effort', states: ['proposed'] },
      { role: 'officer', action: 'create', kind: 'effort', states: [] },
      { role: 'officer', action: 'edit', kind: 'partner', states: [] },
      { role: 'clerk', action: 'edit', kind: 'decision', states: [] },
    ],
    'officer',
  )
  expect(matrix).toEqual({
    everywhere: ['read_draft'],
    actions: ['edit', 'create'],
    kinds: [
      { kind: 'effort', rights: [['proposed'], 'yes'] },
      { kind: 'partner', rights: ['yes', 'no'] },
    ],
  })
})

describe('an import', () => {
  test('is told in numbers and references', () => {
    const report = reportOf({
      id: '1',
      kind: 'import',
      state: 'done',
      done: 1,
      total: 1,
      result: { counts: { effort: 2 }, added: ['effort/a'], changed: [{ kind: 'effort', id: 'b' }], unchanged: 4 },
    })
    expect(report).toMatchObject({
      counts: [{ kind: 'effort', count: 2 }],
      added: ['effort/a'],
      changed: ['effort/b'],
      withdrawn: [],
      unchanged: 4,
      observations: 0,
    })
  })

  test('names the place of a fault as far as known', () => {
    const fault = { rule: 'type', path: 'state', found: 'x', expected: 'y' }
    expect(placeOf({ ...fault, file: 'efforts.yaml', line: 3, column: 8 })).toBe('efforts.yaml:3:8')
    expect(placeOf({ ...fault, file: 'efforts.yaml' })).toBe('efforts.yaml')
  })

  test('takes names below the chosen folder', () => {
    expect(packageName('a.csv', 'stad/statistics/a.csv')).toBe('statistics/a.csv')
    expect(packageName('a.csv', '')).toBe('statistics/a.csv')
    expect(packageName('efforts.yaml', '')).toBe('efforts.yaml')
  })
})

test('a ZIP holds every file whole, and the same files give the same archive', async () => {
  const files = [
    { name: 'city.yaml', text: 'id: zoetermeer\n' },
    { name: 'statistics/cbs-é.csv', text: 'naam\n'.repeat(1000) },
    { name: 'leeg.md', text: '' },
  ]
  const bytesOf = async () => new Uint8Array(await (await zipOf(files)).arrayBuffer())
  const bytes = await bytesOf()
  const back = Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, text: strFromU8(content) }))
  expect(back).toEqual(files)
  expect(await bytesOf()).toEqual(bytes)
})

test.each([
  ['guideline/mijn-huis', 'guideline/mijn-huis'],
  ['"misschien"', 'misschien'],
  ['a second district/WK000100', 'district/WK000100'],
  ['the key "id" a second time', 'id'],
  ['no text in `en`', 'en'],
  ['2047', '2047'],
  ['nothing', undefined],
  ['a figure without a source', undefined],
])('of what was found, %s, the words of the file are shown', (found, culprit) => {
  expect(culpritOf({ rule: 'x', path: '', found, expected: '' })).toBe(culprit)
})
