// SPDX-License-Identifier: EUPL-1.2
// Two versions of the agenda as they stand in the city's documents, line by line: what came in, went out or changed.
import { useState } from 'react'
import type { Schemas, Text } from '../api/types'
import { useApi } from '../shared/api'
import { DataTable, type Column } from '../shared/DataTable'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Failure, Loading } from '../shared/States'
import { useAgenda } from './AgendaContext'
import { KeepVersion } from './KeepVersion'
import { PickAgenda } from './PickAgenda'
import { useWords } from './useWords'

type Comparison = Schemas['AgendaComparison']
type ComparedLine = Comparison['lines'][number]
interface Version {
  id: string
  title: Text
  succeeds: string | undefined
}

const versionsIn = (page: Schemas['DocumentPage'] | undefined): Version[] =>
  (page?.items ?? []).map(({ id, body }) => ({
    id,
    title: (body['title'] ?? {}) as Text,
    succeeds: body['succeeds'] as string | undefined,
  }))

export function VersionsSection() {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  const { data, error, reload } = useApi<Schemas['DocumentPage']>('/documents/agendas')
  const versions = versionsIn(data)
  const named = versions.map(({ id, title }) => ({ id, title: text(title) }))
  const [first, setFirst] = useState<string>()
  const [second, setSecond] = useState<string>()
  const before = first ?? frame.weighing.agenda ?? versions[0]?.id
  const after = second ?? versions.find(({ succeeds }) => succeeds === before)?.id
  return (
    <section className="card agenda-stack" aria-labelledby="versies">
      <h2 id="versies">{m('agenda.versionsTitle')}</h2>
      <p className="figure-lead">{m('agenda.versionsLead')}</p>
      <KeepVersion />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && <Loading skeleton="table" />}
      {data && before && after && (
        <>
          <div className="compare-choices">
            <PickAgenda title={m('agenda.left')} value={before} agendas={named} onPick={setFirst} />
            <PickAgenda title={m('agenda.right')} value={after} agendas={named} onPick={setSecond} />
          </div>
          <VersionTable key={`${before} ${after}`} before={before} after={after} />
        </>
      )}
      {data && !after && <p>{m('agenda.oneVersion')}</p>}
    </section>
  )
}

function VersionTable({ before, after }: { before: string; after: string }) {
  const { m, text, label } = useLanguage()
  const words = useWords()
  const query = new URLSearchParams({ first: before, second: after })
  const { data, error, reload } = useApi<Comparison>(`/agenda-comparisons?${query}`)
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="table" />
  const side = (line: ComparedLine['before']) =>
    !line ? '' : line.option ? words.line({ option: line.option, starts: line.starts ?? null }) : m('agenda.inWithoutForm')
  const columns: Column<ComparedLine>[] = [
    {
      key: 'item',
      title: m('agenda.item'),
      value: ({ item }) => text(item.title),
      cell: ({ item }) => (
        <Link to={documentPath(item.kind, item.id)}>
          <LocalText of={item.title} />
        </Link>
      ),
    },
    { key: 'change', title: m('agenda.versionColumn'), value: ({ change }) => label('agenda.versionChange', change) },
    { key: 'before', title: text(data.first.title), value: (line) => side(line.before) },
    { key: 'after', title: text(data.second.title), value: (line) => side(line.after) },
  ]
  return (
    <DataTable
      caption={`${text(data.first.title)} / ${text(data.second.title)}`}
      columns={columns}
      rows={data.lines.filter(({ change }) => change !== 'same')}
      rowKey={({ item }) => `${item.kind}/${item.id}`}
      downloadName="agendaversies"
      initialSort={{ key: 'change', descending: false }}
    />
  )
}
