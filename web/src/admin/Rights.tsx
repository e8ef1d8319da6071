// SPDX-License-Identifier: EUPL-1.2
// What each role may do.
import { useState } from 'react'
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { useSession } from '../shared/session'
import { Failure, Loading } from '../shared/States'
import { matrixOf, type Right } from './rights'

export function Rights() {
  const { m, label } = useLanguage()
  const { session } = useSession()
  const { data, error, reload } = useApi<Schemas['Permissions']>('/permissions')
  const [role, setRole] = useState<string>(session.roles.find((each) => each !== 'resident') ?? 'resident')
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="table" />
  const roles = [...new Set(data.rows.map((row) => row.role))]
  const { everywhere, actions, kinds } = matrixOf(data.rows, role)
  const name = label('shared.role', role)
  return (
    <>
      <p>{m('admin.rightsText')}</p>
      <div className="field rights-role">
        <label htmlFor="rol">{m('admin.role')}</label>
        <select
          id="rol"
          className="utrecht-select utrecht-select--html-select"
          value={role}
          onChange={(event) => setRole(event.target.value)}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {label('shared.role', each)}
            </option>
          ))}
        </select>
      </div>
      <h3>{m('admin.mayEverywhere', { role: name })}</h3>
      {everywhere.length === 0 ? (
        <p className="soft">{m('admin.mayNothing')}</p>
      ) : (
        <ul className="rights-list">
          {everywhere.map((action) => (
            <li key={action}>{label('admin.action', action)}</li>
          ))}
        </ul>
      )}
      {kinds.length > 0 && (
        <>
          <h3>{m('admin.mayPerKind', { role: name })}</h3>
          <div className="table-region" role="region" aria-label={m('admin.mayPerKind', { role: name })} tabIndex={0}>
            <table className="data-table rights-table">
              <caption className="visually-hidden">{m('admin.mayPerKind', { role: name })}</caption>
              <thead>
                <tr>
                  <th scope="col">{m('admin.kind')}</th>
                  {actions.map((action) => (
                    <th key={action} scope="col">
                      {label('admin.action', action)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kinds.map(({ kind, rights }) => (
                  <tr key={kind}>
                    <th scope="row">{label('edit.kinds', kind)}</th>
                    {rights.map((right, index) => (
                      <td key={actions[index]}>
                        <RightCell right={right} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  )
}

function RightCell({ right }: { right: Right }) {
  const { m, label } = useLanguage()
  if (right === 'no') return <span className="soft">{m('admin.no')}</span>
  if (right === 'yes')
    return (
      <span className="right-yes">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8.5l3.2 3.2L13 5" />
        </svg>
        {m('admin.yes')}
      </span>
    )
  return m('admin.inStates', { states: (right as string[]).map((state) => label('edit.values', state)).join(', ') })
}
