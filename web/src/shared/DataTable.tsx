// SPDX-License-Identifier: EUPL-1.2
// A table that can be sorted and taken along; on a phone every row becomes a card.
import { useMemo, useState, type ReactNode } from 'react'
import { useLanguage } from './language'
import { SortArrows, SortChoice, type Sort } from './SortChoice'
import { type Cell, type Origin, type TableFile, useWithOrigins } from './tableFile'
import { TakeAlong } from './TakeAlong'

export interface Column<Row> {
  key: string
  title: string
  /** In files, where the unit is not in the cells. */
  fileTitle?: string
  /** For sorting, and for files. */
  value: (row: Row) => Cell
  /** In files, when that is not what it is sorted by. */
  fileValue?: (row: Row) => Cell
  /** What is shown; the value when absent. */
  cell?: (row: Row) => ReactNode
  numeric?: boolean
  decimals?: number
  /** The cell that names the row; the first column when no column says so. */
  rowHeader?: boolean
  /** False for a column that has no order. */
  sortable?: boolean
  /** True for a column that goes along in files and is not on the page. */
  onlyInFile?: boolean
}

interface DataTableProps<Row> {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  downloadName: string
  /** Where each row comes from; goes with it into files. */
  origin?: (row: Row) => Origin
  initialSort?: Sort
}

/** Orders values: nothing last, numbers as numbers, words as the language does. */
export function compareCells(a: Cell, b: Cell, language: string): number {
  const emptyA = a === null || a === undefined || a === ''
  const emptyB = b === null || b === undefined || b === ''
  if (emptyA || emptyB) return Number(emptyA) - Number(emptyB)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), language, { numeric: true })
}

function isEmpty(value: Cell): boolean {
  return value === null || value === undefined || value === ''
}

function sorted<Row>(rows: Row[], column: Column<Row> | undefined, descending: boolean, language: string): Row[] {
  if (!column) return rows
  return [...rows].sort((left, right) => {
    const [a, b] = [column.value(left), column.value(right)]
    const order = compareCells(a, b, language)
    return descending && !isEmpty(a) && !isEmpty(b) ? -order : order
  })
}

export function DataTable<Row>({ caption, columns: all, rows, rowKey, downloadName, origin, initialSort }: DataTableProps<Row>) {
  const { m, language } = useLanguage()
  const columns = all.filter(({ onlyInFile }) => !onlyInFile)
  const withOrigins = useWithOrigins()
  const [sort, setSort] = useState<Sort | undefined>(initialSort)
  const shown = useMemo(
    () =>
      sorted(
        rows,
        all.find((each) => each.key === sort?.key),
        sort?.descending ?? false,
        language,
      ),
    [rows, all, sort, language],
  )
  const header = columns.find((each) => each.rowHeader) ?? columns[0]
  const file = (): TableFile => ({
    title: caption,
    columns: all.map(({ title, fileTitle = title, decimals }) => ({ title: fileTitle, decimals })),
    rows: shown.map((row) => all.map(({ value, fileValue = value }) => fileValue(row))),
  })
  return (
    <div className="data-table-block">
      {rows.length > 1 && (
        <SortChoice columns={columns.filter(({ sortable }) => sortable !== false)} sort={sort} onSort={setSort} />
      )}
      <div className="table-region" role="region" aria-label={caption} tabIndex={0}>
        <table className="data-table data-table-cards">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.key} column={column} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => {
                  const content = column.cell ? column.cell(row) : (column.value(row) ?? '')
                  return column === header ? (
                    <th key={column.key} scope="row">
                      {content}
                    </th>
                  ) : (
                    <td key={column.key} data-label={column.title} data-numeric={column.numeric}>
                      <span className="cell">{content}</span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="figure-tools">
        <span className="soft">{m('shared.rows', { count: rows.length })}</span>
        <TakeAlong name={downloadName} table={() => withOrigins(file(), origin ? shown.map(origin) : [])} />
      </div>
    </div>
  )
}

interface HeadCellProps<Row> {
  column: Column<Row>
  sort: Sort | undefined
  onSort: (sort: Sort) => void
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const active = sort?.key === column.key
  if (column.sortable === false)
    return (
      <th scope="col" data-numeric={column.numeric}>
        {column.title}
      </th>
    )
  const order = active ? (sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={order} data-numeric={column.numeric}>
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ key: column.key, descending: active && !sort.descending })}
      >
        {column.title}
        <SortArrows order={order} />
      </button>
    </th>
  )
}
