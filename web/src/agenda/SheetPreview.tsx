// SPDX-License-Identifier: EUPL-1.2
// What a sheet would change, amount by amount, or where it is wrong, cell by cell.
import type { Schemas } from '../api/types'
import { DataTable, type Column } from '../shared/DataTable'
import { useLanguage } from '../shared/language'
import type { SheetAnswer } from './SheetSection'
import { useWords } from './useWords'

type Preview = Schemas['AgendaSheetPreview']
type Change = Preview['changes'][number]
type Fault = Preview['faults'][number]

interface Props {
  answer: SheetAnswer
  busy: boolean
  onAccept: () => void
}

export function SheetPreview({ answer, busy, onAccept }: Props) {
  const { m } = useLanguage()
  const { preview, written } = answer
  if (written)
    return (
      <p className="notice" role="status">
        {m('agenda.sheetWritten', { count: preview.appraisals.length })}
      </p>
    )
  if (preview.faultCount > 0) return <Faults preview={preview} />
  if (preview.changed === 0) return <p role="status">{m('agenda.sheetSame')}</p>
  return (
    <>
      <p role="status">{m('agenda.sheetChanges', { count: preview.changed, same: preview.same })}</p>
      <Changes preview={preview} />
      <button
        type="button"
        className="utrecht-button utrecht-button--primary-action"
        disabled={busy || !preview.acceptable}
        onClick={onAccept}
      >
        {m('agenda.sheetAccept')}
      </button>
    </>
  )
}

function Changes({ preview }: { preview: Preview }) {
  const { m, text, label } = useLanguage()
  const words = useWords()
  const amounts = (change: Change, side: 'before' | 'after') =>
    change.amounts
      .map((amount) => {
        const value = amount[side]
        if (value === undefined) return m('agenda.sheetNothing')
        return change.unit === 'EUR' ? words.euro(value) : words.fte(value)
      })
      .join(' | ')
  const columns: Column<Change>[] = [
    {
      key: 'item',
      title: m('agenda.item'),
      value: ({ item }) => text(item.title),
    },
    { key: 'option', title: m('agenda.sheetOption'), value: ({ option }) => label('agenda.form', option) },
    { key: 'means', title: m('agenda.sheetMeans'), value: ({ means }) => text(means.title) },
    { key: 'years', title: m('agenda.sheetYears'), value: ({ amounts: all }) => all.map(({ year }) => year).join(' | ') },
    { key: 'before', title: m('agenda.sheetBefore'), value: (change) => amounts(change, 'before') },
    { key: 'after', title: m('agenda.sheetAfter'), value: (change) => amounts(change, 'after') },
  ]
  return (
    <DataTable
      caption={m('agenda.sheetChangesTable')}
      columns={columns}
      rows={preview.changes}
      rowKey={({ row }) => String(row)}
      downloadName="werkblad-wijzigingen"
    />
  )
}

function Faults({ preview }: { preview: Preview }) {
  const { m, label } = useLanguage()
  const columns: Column<Fault>[] = [
    { key: 'cell', title: m('agenda.sheetCell'), value: ({ path, row }) => path || String(row) },
    { key: 'rule', title: m('agenda.sheetWrong'), value: ({ rule }) => label('shared.fault', rule) },
    {
      key: 'found',
      title: m('agenda.sheetFound'),
      value: ({ found }) => found,
      cell: ({ found }) => <span lang="en">{found}</span>,
    },
    {
      key: 'expected',
      title: m('agenda.sheetExpected'),
      value: ({ expected }) => expected,
      cell: ({ expected }) => <span lang="en">{expected}</span>,
    },
  ]
  return (
    <>
      <p role="alert">{m('agenda.sheetFaults', { count: preview.faultCount })}</p>
      <DataTable
        caption={m('agenda.sheetFaultsTable')}
        columns={columns}
        rows={preview.faults}
        rowKey={({ path, rule, found }) => `${path} ${rule} ${found}`}
        downloadName="werkblad-fouten"
      />
    </>
  )
}
