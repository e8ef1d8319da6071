// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { compareCells } from '../src/shared/DataTable'
import { toCsv } from '../src/shared/download'
import { safeUrl } from '../src/shared/Provenance'

const columns = (...titles: string[]) => titles.map((title) => ({ title }))

test('a CSV keeps commas, quotes and lines in their cell', () => {
  expect(
    toCsv({
      columns: columns('naam', 'waarde'),
      rows: [
        ['a, "b"', 1.5],
        ['twee\nregels', null],
      ],
    }),
  ).toBe('naam,waarde\r\n"a, ""b""",1.5\r\n"twee\nregels",\r\n')
})

test('a spreadsheet runs no text as a formula', () => {
  expect(toCsv({ columns: columns('x'), rows: [['=1+1'], ['-2'], [-2]] })).toBe("x\r\n'=1+1\r\n'-2\r\n-2\r\n")
})

test('rows order by number, by word, and nothing comes last', () => {
  const order = (values: (string | number | null)[]) => [...values].sort((a, b) => compareCells(a, b, 'nl'))
  expect(order([10, null, 9])).toEqual([9, 10, null])
  expect(order(['b10', 'b9', 'Área', ''])).toEqual(['Área', 'b9', 'b10', ''])
})

test('only web addresses become links', () => {
  expect(safeUrl('https://www.zoetermeer.nl')).toBe('https://www.zoetermeer.nl')
  expect(safeUrl('javascript:alert(1)')).toBeUndefined()
})
