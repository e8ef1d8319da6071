// SPDX-License-Identifier: EUPL-1.2
// The kinds of which somebody may add a document.
import { useLanguage } from '../shared/language'
import { collectionOf, Link } from '../shared/Link'
import { useSession } from '../shared/session'

export function NewDocument() {
  const { m, label } = useLanguage()
  const { session } = useSession()
  const kinds = session.permissions.filter((name) => name.startsWith('create ')).map((name) => name.slice('create '.length))
  const titled = kinds.map((kind) => ({ kind, title: label('edit.kind', kind) })).sort((a, b) => a.title.localeCompare(b.title))
  return (
    <>
      <p>{m('admin.newDocumentText')}</p>
      <ul className="new-kinds">
        {titled.map(({ kind, title }) => (
          <li key={kind}>
            <Link to={`/documenten/${collectionOf(kind)}/nieuw/bewerken`}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
