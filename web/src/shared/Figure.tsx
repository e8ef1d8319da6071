// SPDX-License-Identifier: EUPL-1.2
// A picture with its table twin: the same figures behind the same button, to take along as CSV or SVG.
import { useRef, useState, type ReactNode } from 'react'
import { type Cell, download, downloadCsv, standaloneSvg } from './download'
import { formatNumber } from './format'
import { useLanguage } from './language'

export interface FigureTable {
  columns: { title: string; numeric?: boolean; decimals?: number }[]
  rows: Cell[][]
}

interface FigureProps {
  title: string
  picture: ReactNode
  table: FigureTable
  downloadName: string
  /** One sentence under the title that says what is to be seen. */
  lead?: ReactNode
  /** Choices that change the picture, beside the title. */
  controls?: ReactNode
  level?: 2 | 3
  /** False when the picture is not one drawing. */
  hasSvg?: boolean
}

export function Figure({ title, picture, table, downloadName, lead, controls, level = 2, hasSvg = true }: FigureProps) {
  const { m } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const Heading = level === 2 ? 'h2' : 'h3'
  const saveSvg = () => {
    const svg = holder.current?.querySelector<SVGSVGElement>('svg.picture')
    if (svg) download(`${downloadName}.svg`, 'image/svg+xml', standaloneSvg(svg))
  }
  return (
    <div className="figure">
      <div className="figure-head">
        <Heading>{title}</Heading>
        {controls && <div className="figure-controls">{controls}</div>}
      </div>
      {lead && <p className="figure-lead">{lead}</p>}
      <div ref={holder} className="figure-body">
        {asTable ? <TwinTable title={title} table={table} /> : picture}
      </div>
      <p className="figure-tools">
        <button type="button" className="quiet-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? m('shared.asPicture') : m('shared.asTable')}
        </button>
        <button
          type="button"
          className="quiet-button"
          onClick={() =>
            downloadCsv(
              downloadName,
              table.columns.map((each) => each.title),
              table.rows,
            )
          }
        >
          {m('shared.downloadCsv')}
        </button>
        {hasSvg && !asTable && (
          <button type="button" className="quiet-button" onClick={saveSvg}>
            {m('shared.downloadSvg')}
          </button>
        )}
      </p>
    </div>
  )
}

function TwinTable({ title, table }: { title: string; table: FigureTable }) {
  const { language, m } = useLanguage()
  const show = (value: Cell, decimals = 0) => {
    if (value === null || value === undefined) return m('shared.noFigure')
    return typeof value === 'number' ? formatNumber(value, decimals, language) : value
  }
  return (
    <div className="table-region" role="region" aria-label={title} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" data-numeric={column.numeric}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, at) => {
                const column = table.columns[at]
                return at === 0 ? (
                  <th key={at} scope="row">
                    {show(value, column?.decimals)}
                  </th>
                ) : (
                  <td key={at} data-numeric={column?.numeric}>
                    {show(value, column?.decimals)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
