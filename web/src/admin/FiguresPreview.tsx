// SPDX-License-Identifier: EUPL-1.2
// What an import of figures would do: counts, what changes with what it was, what was left out and why, what is wrong.
import type { Schemas } from '../api/types'
import { formatNumber, formatPeriod, withUnit } from '../shared/format'
import { useLanguage } from '../shared/language'
import { FaultTable } from './ImportResult'

type Preview = Schemas['StatisticsPreview']
type Figure = Schemas['ImportFigure'] | undefined

export function FiguresPreview({ preview, onAccept }: { preview: Preview; onAccept: () => void }) {
  const { m } = useLanguage()
  const { added, changed, same, gone } = preview
  const changes = added + changed + gone > 0
  return (
    <section className="import-result" aria-labelledby="cijfers-voorbeeld">
      <h3 id="cijfers-voorbeeld">{m('admin.figuresPreview')}</h3>
      <p role="status">
        {m('admin.figuresRows', { rows: preview.rows, figures: preview.figures, source: preview.sourceTitle })}
        {preview.addsSource && <> {m('admin.figuresAddsSource')}</>}
      </p>
      {preview.faultCount > 0 ? (
        <FaultTable
          title={m('admin.figuresFaults', { count: preview.faultCount })}
          faults={preview.faults.map(({ row, ...fault }) => ({ ...fault, line: row }))}
        />
      ) : (
        <ul className="import-counts">
          <Count value={added} words={m('admin.figuresNew')} />
          <Count value={changed} words={m('admin.figuresChangedCount')} />
          <Count value={gone} words={m('admin.figuresGone')} />
          <Count value={same} words={m('admin.figuresSame')} />
        </ul>
      )}
      {preview.acceptable && changes && (
        <p>
          <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={onAccept}>
            {m('admin.figuresAccept')}
          </button>
        </p>
      )}
      {preview.acceptable && !changes && <p className="notice">{m('admin.figuresNothing')}</p>}
      {preview.acceptable && preview.changes.length > 0 && <Changes changes={preview.changes} />}
      <LeftOut preview={preview} />
      <Rest title={m('admin.figuresColumnsNotUsed')} words={preview.columnsNotUsed} />
      <NotInSource preview={preview} />
    </section>
  )
}

function Count({ value, words }: { value: number; words: string }) {
  const { language } = useLanguage()
  return (
    <li>
      <strong>{formatNumber(value, 0, language)}</strong> {words}
    </li>
  )
}

function Changes({ changes }: { changes: Preview['changes'] }) {
  const { m, text, language } = useLanguage()
  return (
    <div className="table-region" role="region" aria-label={m('admin.figuresChanges')} tabIndex={0}>
      <table className="data-table data-table-cards">
        <caption>{m('admin.figuresChanges')}</caption>
        <thead>
          <tr>
            <th scope="col">{m('admin.figuresIndicator')}</th>
            <th scope="col">{m('admin.figuresAreaColumn')}</th>
            <th scope="col">{m('admin.figuresPeriod')}</th>
            <th scope="col">{m('admin.figuresBefore')}</th>
            <th scope="col">{m('admin.figuresAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ indicator, area, period, unit, before, after }) => (
            <tr key={`${indicator.id} ${area.id} ${period}`}>
              <th scope="row">{text(indicator.title)}</th>
              <td data-label={m('admin.figuresAreaColumn')}>{text(area.title)}</td>
              <td data-label={m('admin.figuresPeriod')}>{formatPeriod(period, language)}</td>
              <td data-label={m('admin.figuresBefore')}>
                <Value figure={before} unit={unit} />
              </td>
              <td data-label={m('admin.figuresAfter')}>
                <Value figure={after} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Value({ figure, unit }: { figure: Figure; unit: string }) {
  const { m, label, language } = useLanguage()
  if (figure?.value === undefined) return <>{figure ? m('admin.figuresNoValue') : '–'}</>
  const shown = String(figure.value)
  const decimals = shown.includes('.') ? shown.length - shown.indexOf('.') - 1 : 0
  return <>{withUnit(formatNumber(figure.value, decimals, language), unit === '%' ? unit : label('shared.unit', unit).trim())}</>
}

function LeftOut({ preview }: { preview: Preview }) {
  const { m, label } = useLanguage()
  if (preview.leftOut.length === 0) return null
  return (
    <details className="import-group">
      <summary>{m('admin.figuresLeftOut')}</summary>
      <ul>
        {preview.leftOut.map(({ reason, rows }) => (
          <li key={reason}>{m('admin.figuresLeftOutRows', { count: rows, reason: label('admin.leftOut', reason) })}</li>
        ))}
        {preview.leftOutRows.map(({ row, code, name }) => (
          <li key={row}>
            {row}: {code} {name}
          </li>
        ))}
      </ul>
    </details>
  )
}

function NotInSource({ preview }: { preview: Preview }) {
  const { m, text } = useLanguage()
  return <Rest title={m('admin.figuresNotInSource')} words={preview.notInSource.map(({ title }) => text(title))} />
}

function Rest({ title, words }: { title: string; words: string[] }) {
  if (words.length === 0) return null
  return (
    <details className="import-group">
      <summary>
        {title} ({words.length})
      </summary>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </details>
  )
}
