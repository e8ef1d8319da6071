// SPDX-License-Identifier: EUPL-1.2
// A picture with its table twin: the same figures behind the same button, to take along as files.
import { useRef, useState, type ReactNode } from 'react'
import { formatNumber, formatPeriod } from './format'
import { useLanguage } from './language'
import type { PictureFile } from './picture'
import { IllustrativeMark } from './Provenance'
import { type Cell, isIllustrative, type Origin, useSourceWords, useWithOrigins } from './tableFile'
import { TakeAlong } from './TakeAlong'

export interface FigureTable {
  columns: { title: string; numeric?: boolean; decimals?: number }[]
  rows: Cell[][]
  /** Where each row comes from; goes with it into files. */
  origins?: Origin[]
}

interface FigureProps {
  title: string
  picture: ReactNode
  table: FigureTable
  downloadName: string
  /** What files call it, where the page around it is not to be seen; the title when absent. */
  fileTitle?: string
  /** One sentence under the title that says what is to be seen. */
  lead?: ReactNode
  /** Choices that change the picture, beside the title. */
  controls?: ReactNode
  level?: 2 | 3 | 4
  /** False when the picture is not one drawing. */
  hasSvg?: boolean
}

export function Figure({
  title,
  picture,
  table,
  downloadName,
  fileTitle = title,
  lead,
  controls,
  level = 2,
  hasSvg = true,
}: FigureProps) {
  const { m } = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const Heading = `h${level}` as const
  const withOrigins = useWithOrigins()
  const notes = usePictureNotes(table.origins ?? [])
  const drawing = (): PictureFile | null => {
    const svg = holder.current?.querySelector<SVGSVGElement>('svg.picture')
    return svg ? { picture: svg, title: fileTitle, notes } : null
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
      <div className="figure-tools">
        <button type="button" className="quiet-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? m('shared.asPicture') : m('shared.asTable')}
        </button>
        <TakeAlong
          name={downloadName}
          table={() => withOrigins({ title: fileTitle, ...table }, table.origins ?? [])}
          picture={hasSvg && !asTable ? drawing : undefined}
        />
      </div>
    </div>
  )
}

const mostSources = 3

/** What must be said below a picture that leaves the page. */
function usePictureNotes(origins: Origin[]): string[] {
  const { m, language } = useLanguage()
  const words = useSourceWords()
  const titles = origins.flatMap(({ sources = [] }) => sources.map((source) => words({ ...source, section: '' })))
  const sources = [...new Set(titles)]
  const named = sources.slice(0, mostSources).join('; ') + (sources.length > mostSources ? '; …' : '')
  const periods = [...new Set(origins.flatMap(({ period }) => period ?? []))].map((period) => formatPeriod(period, language))
  return [
    ...(periods.length > 0 && periods.length <= mostSources ? [`${m('shared.period')}: ${periods.join(', ')}`] : []),
    ...(named ? [m('shared.pictureSources', { sources: named })] : []),
    ...(origins.some(isIllustrative) ? [m('shared.pictureIllustrative')] : []),
  ]
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
                    {isIllustrative(table.origins?.[index] ?? {}) && (
                      <>
                        {' '}
                        <IllustrativeMark />
                      </>
                    )}
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
