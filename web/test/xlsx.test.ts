// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isIllustrative, originOf, withColumns, type TableFile } from '../src/shared/tableFile'
import { sheetName, xlsxFile } from '../src/shared/xlsx'

const decoded = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** The parts of a written file, and its cells by place: a number, or its text. */
async function readBack(table: TableFile) {
  const bytes = new Uint8Array(await (await xlsxFile(table)).arrayBuffer())
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
  const sheet = parts['xl/worksheets/sheet1.xml']!
  const shared = [...parts['xl/sharedStrings.xml']!.matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(([, text]) =>
    decoded(text!),
  )
  const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)]
  const values = cells.map(([, place, attributes, value]) => [
    place!,
    / t="s"/.test(attributes!) ? shared[Number(value)] : Number(value),
  ])
  return {
    sheet,
    styles: parts['xl/styles.xml']!,
    workbook: parts['xl/workbook.xml']!,
    cells: Object.fromEntries(values) as Record<string, unknown>,
  }
}

const table: TableFile = {
  title: 'Woningen: wijken',
  columns: [{ title: 'Wijk' }, { title: 'Aandeel', decimals: 1 }, { title: 'Jaar' }],
  rows: [
    ['Meerzicht & "Buytenwegh" <é>', 12.5, 2024],
    ['=1+1', null, 2023],
    ['+31', -3, null],
  ],
}

describe('a spreadsheet', () => {
  test('has numbers as numbers, and nothing where nothing is known', async () => {
    const { cells } = await readBack(table)
    expect(cells).toMatchObject({ B2: 12.5, C2: 2024, C3: 2023, B4: -3 })
    expect(cells['B3'] ?? 0).toBe(0)
    expect(Object.keys(cells)).not.toContain('D1')
  })

  test('keeps a text a text, also one that looks like a formula', async () => {
    const { cells, sheet } = await readBack(table)
    expect(cells).toMatchObject({ A2: 'Meerzicht & "Buytenwegh" <é>', A3: '=1+1', A4: '+31' })
    expect(sheet).not.toContain('<f>')
  })

  test('begins with a bold row of titles that stays in sight', async () => {
    const { cells, sheet, styles } = await readBack(table)
    expect(cells).toMatchObject({ A1: 'Wijk', B1: 'Aandeel', C1: 'Jaar' })
    const style = Number(/<c r="A1"[^>]* s="(\d+)"/.exec(sheet)![1])
    const formats = [.../<cellXfs.*?<\/cellXfs>/s.exec(styles)![0].matchAll(/<xf [^>]*>/g)]
    const fonts = [.../<fonts.*?<\/fonts>/s.exec(styles)![0].matchAll(/<font>.*?<\/font>/gs)]
    const font = Number(/fontId="(\d+)"/.exec(formats[style]![0])![1])
    expect(fonts[font]![0]).toContain('<b/>')
    expect(sheet).toContain('state="frozen"')
  })

  test('has columns as wide as what is in them, within reason', async () => {
    const { sheet } = await readBack({ ...table, rows: [['x'.repeat(500), 1, 1]] })
    expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([60, 9, 8])
  })

  test('of many rows is made as well', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`wijk ${index}`, index, 2024])
    expect((await readBack({ ...table, rows })).cells['B20001']).toBe(19_999)
  }, 60_000)

  test.each([
    ['Wie: wat/waar [nu]?', 'Wie wat waar nu'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ["'?*'", 'Koers'],
  ])('calls its sheet what a spreadsheet program takes: %s', (title, name) => {
    expect(sheetName(title)).toBe(name)
  })
})

describe('the origin of rows', () => {
  const known = [
    { title: 'Periode', of: ({ period }: { period?: string }) => period },
    { title: 'Status', of: ({ status }: { status?: string }) => status },
  ]

  test('stands behind the table as far as it is known, and not twice', () => {
    const told = withColumns(table, [{ status: 'illustrative' }, {}, { status: 'source' }], known)
    expect(told.columns.map(({ title }) => title)).toEqual(['Wijk', 'Aandeel', 'Jaar', 'Status'])
    expect(told.rows.map((row) => row.at(-1))).toEqual(['illustrative', undefined, 'source'])
    expect(withColumns(told, [{ status: 'source' }], known).columns).toHaveLength(4)
  })

  test('of a figure is its period, status and source', () => {
    const source = { source: 'cbs', section: 'tabel 1' }
    expect(originOf({ period: '2024', status: 'final', source })).toEqual({ period: '2024', status: 'final', sources: [source] })
    expect(isIllustrative(originOf(undefined))).toBe(false)
  })
})
