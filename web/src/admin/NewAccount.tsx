// SPDX-License-Identifier: EUPL-1.2
// Adds somebody and shows the one-time link that they choose their password with.
import { useState, type FormEvent } from 'react'
import type { Schemas } from '../api/types'
import { send } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import { refusalOf, useFieldFault, type Refusal } from './faults'
import { useMoment } from '../edit/moment'
import { FormField } from './FormField'
import { RoleChecks } from './RoleChecks'

type Role = Schemas['Role']

export function NewAccount() {
  const { m } = useLanguage()
  const [displayName, setDisplayName] = useState('')
  const [loginName, setLoginName] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [added, setAdded] = useState<Schemas['NewAccount'] | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    if (!displayName.trim() || loginName.trim().length < 3) return
    try {
      setAdded(
        (
          await send<Schemas['NewAccount']>('POST', '/accounts', {
            displayName: displayName.trim(),
            loginName: loginName.trim(),
            roles,
          })
        ).data,
      )
      setDisplayName('')
      setLoginName('')
      setRoles([])
      setTried(false)
    } catch (error) {
      setRefusal(refusalOf(error))
    }
  }
  const fieldFault = useFieldFault(refusal)
  const taken = refusal?.problem.status === 409
  return (
    <section className="new-account" aria-labelledby="iemand-toevoegen">
      <h3 id="iemand-toevoegen">{m('admin.addSomebody')}</h3>
      {added && <OneTimeLink added={added} />}
      {refusal && !taken && refusal.fields.length === 0 && <Failure problem={refusal.problem} />}
      <form className="door-form" onSubmit={(event) => void submit(event)} noValidate aria-labelledby="iemand-toevoegen">
        <FormField
          id="nieuwe-naam"
          title={m('admin.name')}
          value={displayName}
          onChange={setDisplayName}
          autoComplete="off"
          fault={tried && !displayName.trim() ? m('admin.fillIn') : fieldFault('displayName')}
        />
        <FormField
          id="nieuwe-inlognaam"
          title={m('admin.loginName')}
          value={loginName}
          onChange={setLoginName}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          fault={
            tried && loginName.trim().length < 3 ? m('admin.loginNameShort') : taken ? m('admin.taken') : fieldFault('loginName')
          }
        />
        <RoleChecks idPrefix="nieuw" chosen={roles} onChange={setRoles} />
        <button type="submit" className="utrecht-button utrecht-button--primary-action">
          {m('admin.add')}
        </button>
      </form>
    </section>
  )
}

function OneTimeLink({ added }: { added: Schemas['NewAccount'] }) {
  const { m } = useLanguage()
  const moment = useMoment()
  const [copied, setCopied] = useState(false)
  const address = new URL(added.setupPath, location.origin).href
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="one-time card" role="status">
      <p>
        <strong>{m('admin.linkFor', { name: added.account.displayName, login: added.account.loginName })}</strong>
      </p>
      <p>
        {m('admin.linkOnce')}
        {added.expiresAt && <> {m('admin.linkUntil', { moment: moment(added.expiresAt) })}</>}
      </p>
      <p className="one-time-link">
        <code>{address}</code>
      </p>
      <p className="button-row">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={copy}>
          {m('admin.copy')}
        </button>
        {copied && <span>{m('admin.copied')}</span>}
      </p>
    </div>
  )
}
