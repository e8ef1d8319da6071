// SPDX-License-Identifier: EUPL-1.2
// One decision: who took it, when, on what ground, and what rests on it.
import type { ReactNode } from 'react'
import { asNumber, asString, asText, citationsOf, isRecord, titleOf, type Document } from '../edit/documentTypes'
import { DocumentTools, RevisionNote } from '../edit/DocumentTools'
import { MissingSheet } from '../edit/MissingSheet'
import { Relations } from '../edit/Relations'
import { useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark, SourceList } from '../shared/Provenance'
import { Loading } from '../shared/States'
import '../edit/document.css'
import './decisions.css'

export default function DecisionPage({ params }: { params: Record<string, string> }) {
  const id = params['id'] ?? ''
  const { data, error, reload } = useApi<Document>(`/documents/decisions/${encodeURIComponent(id)}`)
  if (error) return <MissingSheet kind="decision" id={id} problem={error} retry={reload} />
  return data ? <Decision document={data} /> : <Loading skeleton="page" />
}

function Decision({ document }: { document: Document }) {
  const { m, text, label, language } = useLanguage()
  const { body, relations } = document
  const date = formatDate(asString(body['date']) ?? '', language)
  const who = label('edit.values', asString(body['body']) ?? '')
  const facts: [string, ReactNode][] = [
    [m('decisions.body'), who],
    [m('decisions.date'), date],
    [m('edit.fields.reference'), asString(body['reference'])],
    [
      m('edit.fields.status'),
      body['status'] === 'illustrative' ? <IllustrativeMark /> : label('shared.status', String(body['status'] ?? 'source')),
    ],
  ]
  return (
    <>
      <PageHeader
        title={text(titleOf(body))}
        above={`${date} · ${who}`}
        back={{ to: '/besluiten', title: m('decisions.title') }}
        intro={<LocalText of={asText(body['summary'])} />}
        actions={<DocumentTools document={document} />}
      />
      <dl className="facts decision-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {isRecord(body['votes']) && (
        <Votes inFavour={asNumber(body['votes']['inFavour']) ?? 0} against={asNumber(body['votes']['against']) ?? 0} />
      )}
      <section className="document-section" aria-labelledby="verbanden">
        <h2 id="verbanden">{m('decisions.restsOnIt')}</h2>
        <Relations relations={relations} />
      </section>
      <section className="document-section" aria-labelledby="bronnen">
        <h2 id="bronnen">{m('edit.fields.sources')}</h2>
        <SourceList sources={citationsOf(body['sources'], document.sources)} />
      </section>
      <RevisionNote document={document} />
    </>
  )
}

function Votes({ inFavour, against }: { inFavour: number; against: number }) {
  const { m } = useLanguage()
  const all = Math.max(1, inFavour + against)
  return (
    <section className="document-section" aria-labelledby="stemmen">
      <h2 id="stemmen">{m('edit.fields.votes')}</h2>
      <svg className="votes" viewBox="0 0 400 22" role="img" aria-label={m('decisions.votes', { inFavour, against })}>
        <rect className="votes-for" width={(inFavour / all) * 400} height="22" />
        <rect className="votes-against" x={(inFavour / all) * 400} width={(against / all) * 400} height="22" />
      </svg>
      <p>{m('decisions.votes', { inFavour, against })}</p>
    </section>
  )
}
