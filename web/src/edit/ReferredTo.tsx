// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'

/** Why a document cannot be withdrawn yet, with the documents where that can be mended. */
export function ReferredTo({ documents }: { documents: { kind: string; id: string }[] }) {
  const { m, label } = useLanguage()
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{m('edit.referredTo')}</p>
      <ul>
        {documents.map(({ kind, id }) => (
          <li key={`${kind}/${id}`}>
            <Link to={documentPath(kind, id)}>{`${label('edit.kind', kind)} ${id}`}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
