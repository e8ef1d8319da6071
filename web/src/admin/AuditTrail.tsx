// SPDX-License-Identifier: EUPL-1.2
// Who logged in, changed rights or imported, the latest first, a page at a time.
import { useState } from 'react'
import type { Schemas } from '../api/types'
import { useMoment } from '../edit/moment'
import { useActorName } from '../shared/actor'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Empty, Failure, Loading } from '../shared/States'

export function AuditTrail() {
  const { m, label } = useLanguage()
  const moment = useMoment()
  const actorName = useActorName()
  const [cursors, setCursors] = useState<string[]>([])
  const cursor = cursors.at(-1)
  const { data, error, reload } = useApi<Schemas['AuditPage']>(
    `/audit-entries?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
  )
  const accounts = useApi<Schemas['Accounts']>('/accounts')
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="table" />
  if (data.items.length === 0) return <Empty title={m('admin.auditEmpty')} />
  const nameOf = (id: string) => accounts.data?.items.find((each) => each.id === id)?.displayName ?? actorName(id)
  const next = data.nextCursor
  return (
    <>
      <p>{m('admin.auditText')}</p>
      <div className="table-region" role="region" aria-label={m('admin.auditText')} tabIndex={0}>
        <table className="data-table data-table-cards">
          <caption className="visually-hidden">{m('admin.audit')}</caption>
          <thead>
            <tr>
              <th scope="col">{m('admin.when')}</th>
              <th scope="col">{m('admin.who')}</th>
              <th scope="col">{m('admin.what')}</th>
              <th scope="col">{m('admin.subject')}</th>
              <th scope="col">{m('admin.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((entry) => (
              <tr key={entry.sequence}>
                <th scope="row">
                  <time dateTime={entry.at}>{moment(entry.at)}</time>
                </th>
                <td data-label={m('admin.who')}>{nameOf(entry.actor)}</td>
                <td data-label={m('admin.what')}>{label('admin.audited', entry.action)}</td>
                <td data-label={m('admin.subject')}>{nameOf(entry.subject ?? '')}</td>
                <td data-label={m('admin.outcome')}>{label('admin.outcomes', entry.outcome)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="button-row audit-pages">
        <button
          type="button"
          className="utrecht-button utrecht-button--secondary-action"
          disabled={cursors.length === 0}
          onClick={() => setCursors(cursors.slice(0, -1))}
        >
          {m('admin.newer')}
        </button>
        <button
          type="button"
          className="utrecht-button utrecht-button--secondary-action"
          disabled={!next}
          onClick={() => next && setCursors([...cursors, next])}
        >
          {m('admin.older')}
        </button>
      </p>
    </>
  )
}
