// SPDX-License-Identifier: EUPL-1.2
// Everybody with an account: their roles, whether they may log in, and the way back after a change.
import { useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { send, useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { useLanguage } from '../shared/language'
import { Empty, Failure, Loading } from '../shared/States'
import { Tag } from '../shared/Tag'
import { refusalOf } from './faults'
import { NewAccount } from './NewAccount'
import { RoleChecks } from './RoleChecks'

type Account = Schemas['Account']
type Role = Schemas['Role']
type Change = { roles?: Role[]; disabled?: boolean }

/** What was just changed and how to take it back. */
interface Done {
  account: Account
  back: Change
}

export function Accounts() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['Accounts']>('/accounts')
  const [done, setDone] = useState<Done | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="table" />
  const change = async (account: Account, wish: Change, back: Change | null) => {
    setProblem(null)
    try {
      const answer = await send<Account>('PATCH', `/accounts/${account.id}`, wish, { ifMatch: `"${account.revision}"` })
      setDone(back && { account: answer.data, back })
    } catch (refused) {
      setProblem(refusalOf(refused).problem)
    }
  }
  return (
    <>
      <p>{m('admin.peopleText')}</p>
      {problem && (problem.status === 412 ? <Empty title={m('admin.changedMeanwhile')} /> : <Failure problem={problem} />)}
      {done && (
        <div className="notice" role="status">
          <p>
            {m(done.back.disabled === false ? 'admin.disabledDone' : 'admin.changedDone', { name: done.account.displayName })}
          </p>
          <button
            type="button"
            className="utrecht-button utrecht-button--secondary-action"
            onClick={() => void change(done.account, done.back, null)}
          >
            {m('edit.undo')}
          </button>
        </div>
      )}
      <ul className="accounts">
        {data.items.map((account) => (
          <AccountItem key={account.id} account={account} onChange={(wish, back) => void change(account, wish, back)} />
        ))}
      </ul>
      <NewAccount />
    </>
  )
}

function AccountItem({ account, onChange }: { account: Account; onChange: (wish: Change, back: Change) => void }) {
  const { m, label, language } = useLanguage()
  const [editing, setEditing] = useState(false)
  const [roles, setRoles] = useState<Role[]>(account.roles)
  const save = () => {
    setEditing(false)
    onChange({ roles }, { roles: account.roles })
  }
  const { disabled, displayName: name } = account
  return (
    <li className="account card" data-disabled={disabled}>
      <div className="account-who">
        <h3>{name}</h3>
        <p className="soft">
          {account.loginName}
          {account.createdAt && <> · {m('admin.since', { date: formatDate(account.createdAt, language) })}</>}
        </p>
        <p className="button-row">
          {account.roles.map((role) => (
            <Tag key={role}>{label('shared.role', role)}</Tag>
          ))}
          {account.pending && <Tag tone="attention">{m('admin.pending')}</Tag>}
          {disabled && <Tag tone="bad">{m('admin.disabled')}</Tag>}
        </p>
      </div>
      <p className="button-row">
        <button
          type="button"
          className="quiet-button"
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
          aria-label={`${m('admin.changeRoles')}: ${name}`}
        >
          {m('admin.changeRoles')}
        </button>
        <button
          type="button"
          className="quiet-button"
          onClick={() => onChange({ disabled: !disabled }, { disabled })}
          aria-label={`${m(disabled ? 'admin.enable' : 'admin.disable')}: ${name}`}
        >
          {m(disabled ? 'admin.enable' : 'admin.disable')}
        </button>
      </p>
      {editing && (
        <div className="account-roles">
          <RoleChecks idPrefix={account.id} chosen={roles} onChange={setRoles} />
          <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={save}>
            {m('edit.save')}
          </button>
        </div>
      )}
    </li>
  )
}
