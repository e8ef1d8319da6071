// SPDX-License-Identifier: EUPL-1.2
// Changing a document: what is typed is kept, faults stand at their fields, nobody's change is lost.
import { useMemo, type FormEvent } from 'react'
import type { Schemas } from '../api/types'
import { asText, titleIn, titleOf, type Body, type Document, type Relation } from './documentTypes'
import { useLanguage } from '../shared/language'
import { collectionOf, historyPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { Failure } from '../shared/States'
import { FaultSummary } from './form/FaultSummary'
import { FieldInputs } from './form/FieldInputs'
import { FormContext } from './form/FormContext'
import { MergePanel } from './form/MergePanel'
import { useEditing } from './form/useEditing'
import './edit.css'

export interface Start {
  body: Body
  etag: string
  revision: number
  relations: Relation[]
  sources?: Document['sources']
  permissions?: Document['permissions']
}

interface EditFormProps {
  start: Start
  schema: Schemas['RecordSchema']
  path: string
  languages: string[]
  isNew: boolean
  collection: string
}

export function EditForm({ start, schema, path, languages, isNew, collection }: EditFormProps) {
  const { m, text, label } = useLanguage()
  const editing = useEditing({ start, fields: schema.fields, path, languages, isNew, collection })
  const { body, faults, problem, busy, conflict, restored } = editing
  const form = useMemo(
    () => ({
      languages,
      faults,
      locked: isNew ? [] : ['id', 'state'],
      change: editing.change,
      titleOf: (kind: string, id: string) =>
        titleIn(start.relations, kind, id) ?? asText(kind === 'source' ? start.sources?.[id]?.title : undefined),
    }),
    [languages, faults, isNew, editing.change, start],
  )
  const kind = label('edit.kind', schema.kind)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void editing.save()
  }
  const title = isNew
    ? m('edit.newTitle', { kind: kind.toLowerCase() })
    : m('edit.changeTitle', { title: text(titleOf(start.body)) })
  return (
    <>
      <PageHeader
        title={title}
        above={kind}
        back={isNew ? undefined : { to: historyPath(schema.kind, String(start.body['id'])), title: m('edit.toDocument') }}
      />
      {restored && (
        <div className="notice" role="status">
          <p>{m('edit.draftRestored')}</p>
          <button type="button" className="quiet-button" onClick={editing.startOver}>
            {m('edit.startOver')}
          </button>
        </div>
      )}
      {conflict && <MergePanel conflict={conflict} onMerged={editing.takeMerged} />}
      <FaultSummary faults={faults} />
      {problem && <Failure problem={problem} retry={() => void editing.save()} />}
      <form className="edit-form" onSubmit={submit} noValidate aria-label={title}>
        <FormContext value={form}>
          <FieldInputs fields={schema.fields} body={body} at={[]} />
        </FormContext>
        <div className="edit-bar">
          <button
            type="submit"
            className="utrecht-button utrecht-button--primary-action"
            disabled={busy || !editing.changed || conflict !== null}
          >
            {busy ? m('edit.saving') : m('edit.save')}
          </button>
          <Link to={isNew ? '/beheer' : `/documenten/${collectionOf(schema.kind)}/${String(start.body['id'])}`}>
            {m('edit.cancel')}
          </Link>
          <span className="soft" role="status">
            {editing.changed ? m('edit.unsaved') : m('edit.unchanged')}
          </span>
        </div>
      </form>
    </>
  )
}
