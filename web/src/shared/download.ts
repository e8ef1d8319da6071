// SPDX-License-Identifier: EUPL-1.2
// Files made in the browser from what is on the page.
import type { Cell, TableFile } from './tableFile'

function csvCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  // A text that a spreadsheet would run as a formula is kept a text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180: a head and rows, numbers with a point. */
export function toCsv({ columns, rows }: Pick<TableFile, 'columns' | 'rows'>): string {
  return [columns.map(({ title }) => title), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n'
}

/** The mark at the begin tells a spreadsheet that this is UTF-8. */
export function csvFile(table: TableFile): Blob {
  return new Blob([`\ufeff${toCsv(table)}`], { type: 'text/csv;charset=utf-8' })
}

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
