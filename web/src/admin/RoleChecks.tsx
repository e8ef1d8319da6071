// SPDX-License-Identifier: EUPL-1.2
import type { Schemas } from '../api/types'
import { useLanguage } from '../shared/language'

type Role = Schemas['Role']
/** Everybody is a resident; that role is never given to an account. */
const roles: Role[] = [
  'participant',
  'partner',
  'officer',
  'researcher',
  'controller',
  'programme_manager',
  'alderman',
  'councillor',
  'clerk',
  'administrator',
]

export function RoleChecks({
  idPrefix,
  chosen,
  onChange,
}: {
  idPrefix: string
  chosen: Role[]
  onChange: (roles: Role[]) => void
}) {
  const { m, label } = useLanguage()
  return (
    <fieldset className="role-checks">
      <legend>{m('admin.roles')}</legend>
      {roles.map((role) => (
        <label key={role} className="check" htmlFor={`${idPrefix}-${role}`}>
          <input
            id={`${idPrefix}-${role}`}
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, role] : chosen.filter((each) => each !== role))}
          />
          {label('shared.role', role)}
        </label>
      ))}
    </fieldset>
  )
}
