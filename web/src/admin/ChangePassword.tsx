// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import type { Session } from '../api/types'
import { send } from '../shared/api'
import { useLanguage } from '../shared/language'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { refusalOf, useFieldFault, type Refusal } from './faults'
import { PasswordField } from './FormField'
import { leastLength } from './strength'
import { StrengthHint } from './StrengthHint'

export function ChangePassword() {
  const { m } = useLanguage()
  const { session, accept } = useSession()
  const [oldPassword, setOld] = useState('')
  const [newPassword, setNew] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const fieldFault = useFieldFault(refusal)
  const short = [...newPassword].length < leastLength
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setDone(false)
    setRefusal(null)
    if (!oldPassword || short) return
    try {
      await send('POST', '/passwords', { oldPassword, newPassword })
      accept((await send<Session>('GET', '/sessions/current')).data)
      setDone(true)
      setTried(false)
      setOld('')
      setNew('')
    } catch (error) {
      setRefusal(refusalOf(error))
    }
  }
  const wrong =
    refusal !== null &&
    (refusal.problem.status === 401 || refusal.problem.status === 403 || refusal.fields.includes('oldPassword'))
  return (
    <form className="door-form" onSubmit={(event) => void submit(event)} noValidate aria-label={m('admin.password')}>
      <p>{m('admin.passwordText')}</p>
      {done && (
        <p className="notice" role="status">
          {m('admin.passwordChanged')}
        </p>
      )}
      {refusal && !wrong && <Failure problem={refusal.problem} />}
      <input type="text" hidden readOnly autoComplete="username" value={session.account?.loginName ?? ''} />
      <PasswordField
        id="oud"
        title={m('admin.oldPassword')}
        value={oldPassword}
        onChange={setOld}
        autoComplete="current-password"
        fault={wrong ? m('admin.oldWrong') : tried && !oldPassword ? m('admin.fillIn') : undefined}
      />
      <PasswordField
        id="nieuw"
        title={m('admin.newPassword')}
        hint={m('admin.passwordHint', { least: leastLength })}
        value={newPassword}
        onChange={setNew}
        autoComplete="new-password"
        fault={fieldFault('password') ?? (tried && short ? m('admin.passwordShort', { least: leastLength }) : undefined)}
      />
      <StrengthHint password={newPassword} known={[session.account?.loginName ?? '']} />
      <button type="submit" className="utrecht-button utrecht-button--primary-action">
        {m('admin.password')}
      </button>
    </form>
  )
}
