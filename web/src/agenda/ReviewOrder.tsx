// SPDX-License-Identifier: EUPL-1.2
// Policy and running work in the order of review: where much can be gained, partners are willing and contracts leave room.
import { DataTable, type Column } from '../shared/DataTable'
import { useLanguage } from '../shared/language'
import { IllustrativeMark, Num } from '../shared/Provenance'
import { Tag } from '../shared/Tag'
import { sourcesOf, useItems } from './AgendaContext'
import { useAgenda } from './AgendaContext'
import { FormSign } from './FormSign'
import { ItemLink } from './ItemLink'
import type { Frame } from './types'
import { useWords } from './useWords'

type Step = Frame['review'][number] & { place: number }
const degreeOrder: Record<string, number> = { low: 1, medium: 2, high: 3 }

export function ReviewOrder() {
  const { m, text, label } = useLanguage()
  const { frame } = useAgenda()
  const items = useItems()
  const words = useWords()
  const rows: Step[] = frame.review.map((step, index) => ({ ...step, place: index + 1 }))
  const degree = (value: string | null) => label('agenda.degree', value ?? 'unknown')
  const columns: Column<Step>[] = [
    { key: 'place', title: m('agenda.place'), numeric: true, value: ({ place }) => place },
    {
      key: 'item',
      title: m('agenda.item'),
      rowHeader: true,
      value: ({ item }) => text(items.get(item)?.title) || item,
      cell: ({ item, isBound }) => (
        <>
          <ItemLink item={item} /> {items.get(item)?.status === 'illustrative' && <IllustrativeMark />}
          {isBound && (
            <>
              {' '}
              <Tag tone="quiet">{m('agenda.bound')}</Tag>
            </>
          )}
        </>
      ),
    },
    {
      key: 'impact',
      title: m('agenda.impact'),
      numeric: true,
      decimals: 3,
      value: ({ impact }) => impact,
      cell: ({ item, impact, option }) => (
        <Num
          value={impact}
          shown={words.worth(impact)}
          provenance={{
            title: `${text(items.get(item)?.title)}: ${m('agenda.impact').toLowerCase()}`,
            definition: m('agenda.impactMeans', { form: label('agenda.form', option) }),
            sources: sourcesOf(items.get(item)!),
            subject: { kind: 'appraisal', id: items.get(item)!.appraisal },
          }}
        />
      ),
    },
    {
      key: 'option',
      title: m('agenda.option'),
      value: ({ option }) => label('agenda.form', option),
      cell: ({ option }) => (
        <>
          <FormSign of={option} /> {label('agenda.form', option)}
        </>
      ),
    },
    {
      key: 'willingness',
      title: m('agenda.willingness'),
      value: ({ willingness }) => degreeOrder[willingness ?? ''],
      fileValue: ({ willingness }) => degree(willingness),
      cell: ({ willingness }) => degree(willingness),
    },
    {
      key: 'freedom',
      title: m('agenda.freedom'),
      value: ({ freedom }) => degreeOrder[freedom ?? ''],
      fileValue: ({ freedom }) => degree(freedom),
      cell: ({ freedom }) => degree(freedom),
    },
    {
      key: 'score',
      title: m('agenda.reviewScore'),
      numeric: true,
      decimals: 3,
      value: ({ score }) => score,
      cell: ({ score }) => words.worth(score),
    },
  ]
  return (
    <section className="card" aria-labelledby="herijken">
      <h2 id="herijken">{m('agenda.reviewTitle')}</h2>
      <p className="figure-lead">{m('agenda.reviewLead')}</p>
      {rows.length > 0 ? (
        <DataTable
          caption={m('agenda.reviewTable')}
          columns={columns}
          rows={rows}
          rowKey={({ item }) => item}
          downloadName="agenda-volgorde-van-herijking"
          origin={({ item }) => ({ status: items.get(item)?.status, sources: items.get(item)?.sources })}
        />
      ) : (
        <p>{m('agenda.reviewNone')}</p>
      )}
    </section>
  )
}
