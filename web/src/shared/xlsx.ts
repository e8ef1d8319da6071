// SPDX-License-Identifier: EUPL-1.2
// A table as a spreadsheet. Fetched when somebody asks for one.
import { generateXlsxFileSync } from 'write-excel-file/sync'
import type { Cell, TableFile } from './tableFile'

const [narrowest, widest] = [8, 60]
const longestSheetName = 31

/** Spreadsheet programs refuse these signs in the name of a sheet, and a quote at its ends. */
export function sheetName(title: string): string {
  const plain = title
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longestSheetName)
  return plain.replace(/^['\s]+|['\s]+$/g, '') || 'Koers'
}

function widthOf(title: string, values: Cell[]): number {
  const lengths = values.map((value) => String(value ?? '').length)
  return Math.min(widest, Math.max(narrowest, title.length + 2, ...lengths.map((length) => length + 1)))
}

/** Numbers stay numbers and texts stay texts, also one that begins with '='. */
function cellOf(value: Cell, decimals: number | undefined) {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'number') return { value, type: String, wrap: value.length > widest }
  return { value, type: Number, format: decimals ? `0.${'0'.repeat(decimals)}` : undefined }
}

export function xlsxFile({ title, columns, rows }: TableFile): Promise<Blob> {
  const head = columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) => columns.map(({ decimals }, index) => cellOf(row[index], decimals)))
  const widths = columns.map((column, index) => ({
    width: widthOf(
      column.title,
      rows.map((row) => row[index]),
    ),
  }))
  return generateXlsxFileSync([head, ...body], { sheet: sheetName(title), columns: widths, stickyRowsCount: 1 })
}
