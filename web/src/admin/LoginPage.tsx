// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { navigate, usePlace } from '../shared/router'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { refusalOf, type Refusal } from './faults'
import { FormField, PasswordField } from './FormField'
import { safeReturn } from './safeReturn'
import './admin.css'

export default function LoginPage() {
  const { m } = useLanguage()
  const { query } = usePlace()
  const { logIn, session } = useSession()
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    if (!loginName.trim() || !password) return
    setBusy(true)
    try {
      await logIn(loginName.trim(), password)
      navigate(safeReturn(query.get('terug')), { replace: true })
    } catch (error) {
      setRefusal(refusalOf(error))
      setBusy(false)
    }
  }
  const wrong = refusal?.problem.status === 401
  return (
    <div className="door">
      <PageHeader title={m('admin.logIn')} intro={m('admin.logInIntro')} />
      {session.account && <p role="status">{m('admin.loggedInAs', { name: session.account.displayName })}</p>}
      <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label={m('admin.logIn')}>
        {wrong && (
          <p className="failure" role="alert">
            {m('admin.wrong')}
          </p>
        )}
        {refusal && !wrong && <Failure problem={refusal.problem} />}
        <FormField
          id="inlognaam"
          title={m('admin.loginName')}
          value={loginName}
          onChange={setLoginName}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          fault={tried && !loginName.trim() ? m('admin.fillIn') : undefined}
        />
        <PasswordField
          id="wachtwoord"
          title={m('admin.passwordWord')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          fault={tried && !password ? m('admin.fillIn') : undefined}
        />
        <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={busy}>
          {m('admin.logIn')}
        </button>
        <p className="soft door-note">{m('admin.forgotten')}</p>
      </form>
    </div>
  )
}
