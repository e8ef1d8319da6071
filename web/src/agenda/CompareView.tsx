// SPDX-License-Identifier: EUPL-1.2
// Two agendas beside each other, line by line.
import { useId, useState } from 'react'
import { CopyButton } from '../escalator/CopyButton'
import { DataTable, type Column } from '../shared/DataTable'
import { useLanguage } from '../shared/language'
import { setQuery, usePlace } from '../shared/router'
import { Loading } from '../shared/States'
import { addressOf, packLines } from './address'
import { sourcesOf, useAgenda, useItems } from './AgendaContext'
import { ask, useAsked } from './asked'
import { changedLines, differences, totals, type Difference } from './choice'
import { FormSign } from './FormSign'
import { ItemLink } from './ItemLink'
import { SearchBar } from './SearchBar'
import { PickAgenda } from './PickAgenda'
import type { Chosen } from './types'
import { useAgendas, type Named } from './useAgendas'
import { useWords } from './useWords'

export function CompareView() {
  const { m } = useLanguage()
  const { question } = useAgenda()
  const { query } = usePlace()
  const { agendas, fromAddress } = useAgendas()
  const tempos = useAsked({ ...question, tempo: undefined }, 'tempos')
  const pick = (name: string, fallback: string) =>
    agendas.find(({ id }) => id === query.get(name)) ?? agendas.find(({ id }) => id === fallback) ?? agendas[0]!
  const left = pick('links', 'nu')
  const right = pick('rechts', fromAddress === 'there' ? 'link' : 'deze')
  return (
    <section className="card" aria-labelledby="vergelijken">
      <h2 id="vergelijken">{m('agenda.compareTitle')}</h2>
      <p className="figure-lead">{m('agenda.compareLead')}</p>
      {fromAddress === 'busy' && <Loading />}
      {fromAddress === 'failed' && <p className="agenda-notice">{m('agenda.linkedFailed')}</p>}
      <div className="compare-choices">
        <PickAgenda title={m('agenda.left')} value={left.id} agendas={agendas} onPick={(id) => setQuery({ links: id })} />
        <PickAgenda title={m('agenda.right')} value={right.id} agendas={agendas} onPick={(id) => setQuery({ rechts: id })} />
        {!tempos && (
          <button type="button" className="quiet-button" onClick={() => void ask({ ...question, tempo: undefined }, 'tempos')}>
            {m('agenda.addTempos')}
          </button>
        )}
        <CopyAgenda of={right} />
      </div>
      <SearchBar question={{ ...question, tempo: undefined }} ask="tempos" asked={tempos} />
      <Comparison key={`${left.id} ${right.id}`} left={left} right={right} />
    </section>
  )
}

/** A link that holds this very agenda, not only the question. */
function CopyAgenda({ of }: { of: Named }) {
  const { m } = useLanguage()
  const { question } = useAgenda()
  const packed = packLines(changedLines(of.choice))
  if (!packed) return <p className="soft">{m('agenda.tooLongForLink')}</p>
  const address = addressOf(question, { beeld: 'vergelijken', agenda: packed })
  return (
    <CopyButton
      text={() => location.origin + address}
      title={m('agenda.copyAgenda', { title: of.title })}
      done={m('agenda.copied')}
    />
  )
}

function Comparison({ left, right }: { left: Named; right: Named }) {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  const items = useItems()
  const words = useWords()
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const id = useId()
  const all = differences(frame.items, left.choice, right.choice)
  const different = all.filter(({ isSame }) => !isSame)
  const side = (of: (row: Difference) => Chosen | undefined, key: string, title: string): Column<Difference> => ({
    key,
    title,
    value: (row) => words.line(of(row) ?? { option: null, starts: null }),
    cell: (row) => <Side of={of(row)} />,
  })
  const columns: Column<Difference>[] = [
    {
      key: 'item',
      title: m('agenda.item'),
      value: ({ item }) => text(items.get(item)?.title) || item,
      cell: ({ item }) => <ItemLink item={item} />,
    },
    side((row) => row.left, 'left', left.title),
    side((row) => row.right, 'right', right.title),
    {
      key: 'worth',
      title: m('agenda.worthDifference'),
      numeric: true,
      decimals: 3,
      value: (row) => (row.right?.worth ?? 0) - (row.left?.worth ?? 0),
      cell: (row) => signed((row.right?.worth ?? 0) - (row.left?.worth ?? 0), words.worth),
    },
    {
      key: 'money',
      title: m('agenda.moneyDifference'),
      numeric: true,
      value: (row) => (row.right?.money ?? 0) - (row.left?.money ?? 0),
      cell: (row) => signed((row.right?.money ?? 0) - (row.left?.money ?? 0), words.euro),
    },
  ]
  return (
    <>
      <CompareTotals left={left} right={right} different={different.length} />
      <p className="agenda-check">
        <input id={id} type="checkbox" checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)} />
        <label htmlFor={id}>{m('agenda.onlyDifferent', { count: different.length })}</label>
      </p>
      {onlyDifferent && different.length === 0 ? (
        <p>{m('agenda.same')}</p>
      ) : (
        <DataTable
          caption={`${left.title} / ${right.title}`}
          columns={columns}
          rows={onlyDifferent ? different : all}
          rowKey={({ item }) => item}
          downloadName="agenda-vergelijking"
          initialSort={{ key: 'worth', descending: true }}
          origin={({ item }) => {
            const found = items.get(item)
            return found ? { status: found.status, sources: sourcesOf(found).slice(0, 3) } : {}
          }}
        />
      )}
    </>
  )
}

/** The sign stands first, also before a euro sign. */
function signed(value: number, shown: (value: number) => string): string {
  const words = shown(Math.abs(value))
  return value === 0 ? words : `${value > 0 ? '+' : '\u2212'}${words}`
}

function Side({ of }: { of: Chosen | undefined }) {
  const words = useWords()
  return (
    <span className="compare-side">
      <FormSign of={of?.option ?? 'out'} /> {words.line(of ?? { option: null, starts: null })}
    </span>
  )
}

function CompareTotals({ left, right, different }: { left: Named; right: Named; different: number }) {
  const { m } = useLanguage()
  const words = useWords()
  const line = ({ title, choice }: Named) =>
    m(choice.isFeasible ? 'agenda.compareTotal' : 'agenda.compareTotalOver', {
      title,
      points: words.points(choice.value),
      money: words.euro(totals(choice).money),
      fte: words.fte(totals(choice).people),
    })
  return (
    <ul className="agenda-plain-list compare-totals">
      <li>{line(left)}</li>
      <li>{line(right)}</li>
      <li>{m('agenda.compareDifferent', { count: different })}</li>
    </ul>
  )
}
