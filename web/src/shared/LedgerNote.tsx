// SPDX-License-Identifier: EUPL-1.2
// Which revision of the ledger holds a fact, and who may change it.
import type { Schemas } from '../api/types'
import { useApi } from './api'
import { formatDate } from './format'
import { useLanguage } from './language'
import { collectionOf, historyPath, Link } from './Link'

export function LedgerNote({ kind, id }: { kind: string; id: string }) {
  const { m, label, language } = useLanguage()
  const { data } = useApi<Schemas['Document']>(`/documents/${collectionOf(kind)}/${encodeURIComponent(id)}`)
  const { data: permissions } = useApi<Schemas['Permissions']>('/permissions')
  const editors = (permissions?.rows ?? []).filter((row) => row.kind === kind && row.action === 'edit')
  const roles = [...new Set(editors.map((row) => label('shared.role', row.role)))]
  return (
    <>
      {data && (
        <>
          <dt>{m('shared.ledger')}</dt>
          <dd>
            <Link to={historyPath(kind, id)}>
              {m('shared.revision', { revision: data.revision, date: formatDate(data.changedAt, language) })}
            </Link>
          </dd>
        </>
      )}
      {roles.length > 0 && (
        <>
          <dt>{m('shared.mayChange')}</dt>
          <dd>{roles.join(', ')}</dd>
        </>
      )}
    </>
  )
}
