// SPDX-License-Identifier: EUPL-1.2
// The next states of a document; each rests on a decision of the body that may take it.
import { useState, type FormEvent } from 'react'
import type { Schemas } from '../api/types'
import { send, useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import type { Document } from './documentTypes'

interface TransitionsProps {
  document: Document
  path: string
  etag: string
  onStep: (work: Promise<unknown>) => void
}

export function Transitions({ document, path, etag, onStep }: TransitionsProps) {
  const { m, label } = useLanguage()
  const steps = document.permissions.transitions
  const [to, setTo] = useState(steps[0]?.to ?? '')
  const chosen = steps.find((step) => step.to === to)
  return (
    <section className="document-section" aria-labelledby="volgende-stap">
      <h2 id="volgende-stap">{m('edit.nextStep')}</h2>
      <p className="soft">{m('edit.nextStepText', { state: label('edit.values', String(document.body['state'] ?? '')) })}</p>
      <StepForm
        key={to}
        chosen={chosen}
        document={document}
        onSubmit={(decision) => onStep(send('POST', `${path}/transitions`, { to, decision }, { ifMatch: etag }))}
      >
        <div className="field">
          <label htmlFor="naar-staat">{m('edit.newState')}</label>
          <select
            id="naar-staat"
            className="utrecht-select utrecht-select--html-select"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          >
            {steps.map((step) => (
              <option key={step.to} value={step.to}>
                {label('edit.values', step.to)}
              </option>
            ))}
          </select>
        </div>
      </StepForm>
    </section>
  )
}

interface StepFormProps {
  chosen: { to: string; body?: string } | undefined
  document: Document
  onSubmit: (decision: string) => void
  children: React.ReactNode
}

function StepForm({ chosen, document, onSubmit, children }: StepFormProps) {
  const { m, text, label, language } = useLanguage()
  const { data } = useApi<Schemas['DecisionRegister']>('/decision-register')
  const named = (row: Schemas['DecisionRow']) => row.subjects.some(({ kind, id }) => kind === document.kind && id === document.id)
  const fitting = (data?.rows ?? []).filter((row) => named(row) && (!chosen?.body || row.body === chosen.body))
  const [picked, setPicked] = useState('')
  const decision = picked || (fitting[0]?.id ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (decision) onSubmit(decision)
  }
  return (
    <form onSubmit={submit}>
      {children}
      {data && fitting.length === 0 ? (
        <p>
          {m('edit.noDecision', { body: label('edit.values', chosen?.body ?? 'council') })}{' '}
          <Link to="/documenten/decisions/nieuw/bewerken">{m('edit.addDecision')}</Link>
        </p>
      ) : (
        <div className="field">
          <label htmlFor="besluit">
            {chosen?.body ? m('edit.decisionOf', { body: label('edit.values', chosen.body) }) : m('edit.decision')}
          </label>
          <select
            id="besluit"
            className="utrecht-select utrecht-select--html-select"
            value={decision}
            onChange={(event) => setPicked(event.target.value)}
          >
            {fitting.map((row) => (
              <option key={row.id} value={row.id}>{`${formatDate(row.date, language)}: ${text(row.title)}`}</option>
            ))}
          </select>
        </div>
      )}
      <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={!decision}>
        {m('edit.takeStep')}
      </button>
    </form>
  )
}
