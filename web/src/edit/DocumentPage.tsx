// SPDX-License-Identifier: EUPL-1.2
// A document of any kind: all its fields, relations, sources and history, as it is or as it was on a day.
import { useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { problemOf, send, useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { useLanguage } from '../shared/language'
import { isBefore, useSince } from '../shared/ledger'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { setQuery, toTop, usePlace } from '../shared/router'
import { Failure, Loading } from '../shared/States'
import { AsOf } from './AsOf'
import { titleOf, type Document } from './documentTypes'
import { editPath } from './DocumentTools'
import { FieldList } from './FieldValue'
import { History } from './History'
import { ReferredTo } from './ReferredTo'
import { referringIn } from './referring'
import { Relations } from './Relations'
import { SavedNotice } from './SavedNotice'
import { Transitions } from './Transitions'
import { Withdraw } from './Withdraw'
import { NoLonger } from './WithdrawnPage'
import './document.css'

export default function DocumentPage({ params }: { params: Record<string, string> }) {
  const { collection = '', id = '' } = params
  const { query } = usePlace()
  const path = `/documents/${collection}/${encodeURIComponent(id)}`
  const day = query.get('op')
  const answer = useApi<Document>(day ? `${path}?asOf=${encodeURIComponent(day)}` : path)
  const schema = useApi<Schemas['RecordSchema']>(`/record-schemas/${collection}`)
  if (answer.error) return <Missing path={path} problem={answer.error} retry={answer.reload} day={day} />
  if (!answer.data || !schema.data)
    return schema.error ? <Failure problem={schema.error} retry={schema.reload} /> : <Loading skeleton="page" />
  return (
    <DocumentView key={path} document={answer.data} fields={schema.data.fields} path={path} etag={answer.etag ?? ''} day={day} />
  )
}

interface MissingProps {
  path: string
  problem: Problem
  retry: () => void
  day: string | null
}

function Missing({ path, problem, retry, day }: MissingProps) {
  const { m, language } = useLanguage()
  const since = useSince()
  if (problem.status !== 404 || !day) return <NoLonger path={path} problem={problem} retry={retry} />
  const [title, intro] =
    since && isBefore(day, since)
      ? [m('edit.noState'), m('shared.beforeLedger', { date: formatDate(since, language) })]
      : [m('edit.notYet'), m('edit.notYetText')]
  return (
    <>
      <PageHeader title={title} intro={intro} />
      <AsOf day={day} />
    </>
  )
}

interface ViewProps {
  document: Document
  fields: Schemas['Field'][]
  path: string
  etag: string
  day: string | null
}

/** A step on the ground of a decision is not undone with a button. */
const noWayBack = 0

/** Puts the body of an earlier revision back, as a new revision. Its state stays: that changes by a decision only. */
async function restoreRevision(path: string, revision: number, etag: string, state: unknown): Promise<void> {
  const { data } = await send<Schemas['RevisionBody']>('GET', `${path}/revisions/${revision}`)
  const body = state === undefined ? data.body : { ...data.body, state }
  await send('PUT', path, body, { ifMatch: etag })
}

function DocumentView({ document, fields, path, etag, day }: ViewProps) {
  const { m, text, label, language } = useLanguage()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { permissions } = document
  const referring = problem ? referringIn(problem) : []
  const changeable = !day && permissions.edit
  const refuse = (error: unknown) => setProblem(problemOf(error))
  const attempt = (work: Promise<unknown>, undoTo: number) => {
    setProblem(null)
    work.then(() => setQuery({ bewaard: String(undoTo) }), refuse)
  }
  const restore = (revision: number) => attempt(restoreRevision(path, revision, etag, document.body['state']), document.revision)
  const withdraw = () => {
    setProblem(null)
    send('DELETE', path, undefined, { ifMatch: etag })
      .then(() => setQuery({ bewaard: null }), refuse)
      .then(toTop)
  }
  const ownPage = documentPath(document.kind, document.id)
  return (
    <>
      <PageHeader
        title={text(titleOf(document.body))}
        above={label('edit.kind', document.kind)}
        back={ownPage.startsWith('/documenten/') ? undefined : { to: ownPage, title: m('edit.toPage') }}
        actions={
          changeable && (
            <Link to={editPath(document.kind, document.id)} className="utrecht-button utrecht-button--primary-action">
              {m('edit.change')}
            </Link>
          )
        }
      />
      {day && (
        <p className="notice" role="status">
          {m('edit.asItWas', { date: formatDate(day, language) })}
        </p>
      )}
      {problem && (referring.length > 0 ? <ReferredTo documents={referring} /> : <Failure problem={problem} />)}
      {!day && <SavedNotice onUndo={restore} />}
      <FieldList fields={fields} body={document.body} document={document} />
      {!day && permissions.transitions.length > 0 && (
        <Transitions document={document} path={path} onStep={(work) => attempt(work, noWayBack)} etag={etag} />
      )}
      <section className="document-section" aria-labelledby="verbanden">
        <h2 id="verbanden">{m('edit.relations')}</h2>
        <Relations relations={document.relations} />
      </section>
      <section className="document-section" aria-labelledby="toen">
        <h2 id="toen">{m('edit.asOf')}</h2>
        <AsOf day={day} />
      </section>
      <History path={path} current={document.revision} onRestore={changeable ? restore : undefined} />
      {!day && permissions.withdraw && <Withdraw onWithdraw={withdraw} />}
    </>
  )
}
