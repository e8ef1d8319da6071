// SPDX-License-Identifier: EUPL-1.2
// Where figures come from: a table of CBS, or a file with the mapping that says how it is read.
import { useState, type ChangeEvent, type FormEvent } from 'react'
import { base64Of } from '../shared/base64'
import { useLanguage } from '../shared/language'
import { FormField } from './FormField'

export interface FiguresWish {
  table?: string
  area?: string
  year?: number
  sheet?: string
  mappingText?: string
  file?: { name: string; content: string }
}

export function FiguresForm({ disabled, onLook }: { disabled: boolean; onLook: (wish: FiguresWish) => void }) {
  const { m } = useLanguage()
  const [from, setFrom] = useState<'cbs' | 'file'>('cbs')
  const [table, setTable] = useState('')
  const [area, setArea] = useState('')
  const [year, setYear] = useState('')
  const [sheet, setSheet] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const wishOfFile = async (): Promise<FiguresWish | null> =>
    file && mapping
      ? {
          mappingText: await mapping.text(),
          file: { name: file.name, content: await base64Of(file) },
          ...(sheet.trim() ? { sheet: sheet.trim() } : {}),
        }
      : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const wish =
      from === 'file' ? await wishOfFile() : table.trim() && area.trim() ? { table: table.trim(), area: area.trim() } : null
    if (wish) onLook(/^\d{4}$/.test(year) ? { ...wish, year: Number(year) } : wish)
  }
  const needed = (value: string) => (tried && !value.trim() ? m('admin.fillIn') : undefined)
  return (
    <form className="door-form" onSubmit={(event) => void submit(event)} noValidate>
      <fieldset className="field">
        <legend>{m('admin.figuresFrom')}</legend>
        {(['cbs', 'file'] as const).map((each) => (
          <label key={each} className="check">
            <input type="radio" name="cijfers-van" checked={from === each} onChange={() => setFrom(each)} />{' '}
            {m(each === 'cbs' ? 'admin.figuresCbs' : 'admin.figuresFile')}
          </label>
        ))}
      </fieldset>
      {from === 'cbs' ? (
        <>
          <FormField
            id="cijfers-tabel"
            title={m('admin.figuresTable')}
            hint={m('admin.figuresTableHint')}
            value={table}
            onChange={setTable}
            fault={needed(table)}
          />
          <FormField
            id="cijfers-gemeente"
            title={m('admin.figuresArea')}
            hint={m('admin.figuresAreaHint')}
            value={area}
            onChange={setArea}
            fault={needed(area)}
          />
        </>
      ) : (
        <>
          <FileField id="cijfers-bestand" title={m('admin.figuresChosenFile')} accept=".csv,.xlsx,.ods" onChoose={setFile} />
          <FileField
            id="cijfers-vertaalbestand"
            title={m('admin.figuresMapping')}
            hint={m('admin.figuresMappingHint')}
            accept=".yaml,.yml"
            onChoose={setMapping}
          />
          <FormField
            id="cijfers-blad"
            title={m('admin.figuresSheet')}
            hint={m('admin.figuresSheetHint')}
            value={sheet}
            onChange={setSheet}
          />
          {tried && (!file || !mapping) && (
            <p className="form-fault" role="alert">
              {m('admin.figuresNoFile')}
            </p>
          )}
        </>
      )}
      <FormField
        id="cijfers-jaar"
        title={m('admin.figuresYear')}
        hint={m('admin.figuresYearHint')}
        inputMode="numeric"
        value={year}
        onChange={setYear}
      />
      <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={disabled}>
        {m('admin.figuresLook')}
      </button>
    </form>
  )
}

interface FileFieldProps {
  id: string
  title: string
  hint?: string
  accept: string
  onChoose: (file: File | null) => void
}

function FileField({ id, title, hint, accept, onChoose }: FileFieldProps) {
  return (
    <div className="field form-field">
      <label htmlFor={id}>{title}</label>
      {hint && (
        <p id={`${id}-uitleg`} className="form-hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint ? `${id}-uitleg` : undefined}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChoose(event.target.files?.[0] ?? null)}
      />
    </div>
  )
}
