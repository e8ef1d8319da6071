// SPDX-License-Identifier: EUPL-1.2
// To the fields and history of a document, and to its form for who may change it.
import { formatDate } from '../shared/format'
import { useLanguage } from '../shared/language'
import { collectionOf, historyPath, Link } from '../shared/Link'
import type { Document } from './documentTypes'

export function editPath(kind: string, id: string): string {
  return `/documenten/${collectionOf(kind)}/${encodeURIComponent(id)}/bewerken`
}

export function DocumentTools({ document }: { document: Document }) {
  const { m } = useLanguage()
  return (
    <>
      {document.permissions.edit && (
        <Link to={editPath(document.kind, document.id)} className="utrecht-button utrecht-button--primary-action">
          {m('edit.change')}
        </Link>
      )}
      <Link to={historyPath(document.kind, document.id)}>{m('edit.history')}</Link>
    </>
  )
}

/** The line at the end of a page: which revision this is and since when. */
export function RevisionNote({ document }: { document: Document }) {
  const { m, language } = useLanguage()
  const params = { revision: document.revision, date: formatDate(document.changedAt, language) }
  return (
    <p className="soft revision-note">
      <Link to={historyPath(document.kind, document.id)}>{m('edit.revisionNote', params)}</Link>
    </p>
  )
}
