// SPDX-License-Identifier: EUPL-1.2
// Making an account with the one-time link; its token stands behind the # so that it never reaches a log.
import { useState, type FormEvent } from 'react'
import type { Session } from '../api/types'
import { send } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { navigate, usePlace } from '../shared/router'
import { useSession } from '../shared/session'
import { Empty, Failure } from '../shared/States'
import { refusalOf, useFieldFault, type Refusal } from './faults'
import { FormField, PasswordField } from './FormField'
import { leastLength } from './strength'
import { StrengthHint } from './StrengthHint'
import './admin.css'

export default function WelcomePage() {
  const { m } = useLanguage()
  const { hash } = usePlace()
  const token = decodeURIComponent(hash.replace(/^#/, ''))
  return (
    <div className="door">
      <PageHeader title={m('admin.welcome')} intro={token ? m('admin.welcomeIntro') : undefined} />
      {token ? (
        <SetUpForm token={token} />
      ) : (
        <Empty title={m('admin.noToken')}>
          <p>{m('admin.noTokenText')}</p>
        </Empty>
      )}
    </div>
  )
}

function SetUpForm({ token }: { token: string }) {
  const { m } = useLanguage()
  const { accept } = useSession()
  const [displayName, setDisplayName] = useState('')
  const [loginName, setLoginName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const fieldFault = useFieldFault(refusal)
  const faults = {
    displayName: displayName.trim() ? fieldFault('displayName') : m('admin.fillIn'),
    loginName: loginName.trim().length >= 3 ? fieldFault('loginName') : m('admin.loginNameShort'),
    password: [...password].length >= leastLength ? fieldFault('password') : m('admin.passwordShort', { least: leastLength }),
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    if (!displayName.trim() || loginName.trim().length < 3 || [...password].length < leastLength) return
    setBusy(true)
    try {
      const { data } = await send<Session>('POST', '/setups', {
        token,
        loginName: loginName.trim(),
        displayName: displayName.trim(),
        password,
      })
      accept(data)
      navigate('/beheer', { replace: true })
    } catch (error) {
      setRefusal(refusalOf(error))
      setBusy(false)
    }
  }
  const shown = (fault: string | undefined) => (tried ? fault : undefined)
  const used = refusal?.problem.status === 403 || refusal?.problem.status === 404
  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label={m('admin.welcome')}>
      {used && (
        <p className="failure" role="alert">
          {m('admin.tokenUsed')}
        </p>
      )}
      {refusal && !used && <Failure problem={refusal.problem} />}
      <FormField
        id="naam"
        title={m('admin.yourName')}
        hint={m('admin.yourNameHint')}
        value={displayName}
        onChange={setDisplayName}
        autoComplete="name"
        fault={shown(faults.displayName)}
      />
      <FormField
        id="inlognaam"
        title={m('admin.loginName')}
        hint={m('admin.loginNameHint')}
        value={loginName}
        onChange={setLoginName}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        fault={shown(faults.loginName)}
      />
      <PasswordField
        id="wachtwoord"
        title={m('admin.passwordWord')}
        hint={m('admin.passwordHint', { least: leastLength })}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        fault={shown(faults.password)}
      />
      <StrengthHint password={password} known={[loginName, displayName]} />
      <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={busy}>
        {m('admin.makeAccount')}
      </button>
    </form>
  )
}
