// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import { placeOf, reportOf } from '../src/admin/importReport'
import { safeReturn } from '../src/admin/safeReturn'
import { packageName } from '../src/admin/packageFiles'
import { matrixOf } from '../src/admin/rights'
import { strengthOf } from '../src/admin/strength'
import { crc32, zipOf } from '../src/admin/zip'

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

test('a ZIP has the check value of its content and ends with its directory', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  const bytes = zipOf([{ name: 'a.txt', text: 'é' }]).flatMap((part) => [...part])
  expect(bytes.slice(0, 4)).toEqual([0x50, 0x4b, 3, 4])
  expect(bytes.slice(-22, -18)).toEqual([0x50, 0x4b, 5, 6])
  expect(bytes[bytes.length - 14]).toBe(1)
})
