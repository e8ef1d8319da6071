// SPDX-License-Identifier: EUPL-1.2
// What can be done with a signal: ask it, answer it, say something to it. Each stands closed until somebody wants it.
import { useState, type FormEvent, type ReactNode } from 'react'
import { useLanguage } from '../shared/language'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { Field, Line, useFieldFaults, Words } from './Fields'
import { useSending } from './useSending'
import { answers, deadlineFrom, type Answer, type Signal } from './words'

export function SignalForms({ signal, today }: { signal: Signal; today: string }) {
  const { may } = useSession()
  const forms = [
    signal.state === 'fresh' && may('raise signal') && <RaiseForm key="raise" signal={signal} today={today} />,
    (signal.state === 'open' || signal.state === 'overdue') && may('answer signal') && (
      <AnswerForm key="answer" signal={signal} />
    ),
    signal.state !== 'fresh' && may('reply signal') && <ReplyForm key="reply" signal={signal} />,
  ].filter(Boolean)
  return forms.length > 0 ? <div className="signal-forms">{forms}</div> : null
}

interface FormProps {
  title: string
  action: string
  busy: boolean
  onSubmit: () => void
  children: ReactNode
}

function SmallForm({ title, action, busy, onSubmit, children }: FormProps) {
  const { m } = useLanguage()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <details className="small-form">
      <summary>{title}</summary>
      <form onSubmit={submit} noValidate aria-label={title}>
        {children}
        <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={busy}>
          {busy ? m('signals.sending') : action}
        </button>
      </form>
    </details>
  )
}

function RaiseForm({ signal, today }: { signal: Signal; today: string }) {
  const { m } = useLanguage()
  const [reviewer, setReviewer] = useState(signal.reviewer ?? '')
  const [deadline, setDeadline] = useState(deadlineFrom(today))
  const sending = useSending()
  const faultOf = useFieldFaults(sending.faults)
  const ids = { reviewer: `wie-${signal.id}`, deadline: `wanneer-${signal.id}` }
  const raise = () => sending.post('/signals', { signals: [signal.id], ...(reviewer.trim() && { reviewer }), deadline })
  return (
    <SmallForm title={m('signals.raise')} action={m('signals.raiseNow')} busy={sending.busy} onSubmit={() => void raise()}>
      <p>{m('signals.raiseText')}</p>
      {sending.problem && <Failure problem={sending.problem} />}
      <Line
        id={ids.reviewer}
        title={m('signals.reviewer')}
        hint={m('signals.reviewerHint')}
        value={reviewer}
        onChange={setReviewer}
        fault={faultOf('reviewer').words}
      />
      <Line
        id={ids.deadline}
        type="date"
        title={m('signals.deadline')}
        value={deadline}
        onChange={setDeadline}
        fault={faultOf('deadline').words}
      />
    </SmallForm>
  )
}

function AnswerForm({ signal }: { signal: Signal }) {
  const { m } = useLanguage()
  const [answer, setAnswer] = useState<Answer | ''>('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useSending()
  const faultOf = useFieldFaults(sending.faults)
  const missing = m('signals.fillIn')
  const submit = () => {
    setTried(true)
    if (answer && reason.trim()) void sending.post(`/signals/${signal.id}/answer`, { answer, reason })
  }
  return (
    <SmallForm title={m('signals.answer')} action={m('signals.answerNow')} busy={sending.busy} onSubmit={submit}>
      {sending.problem && <Failure problem={sending.problem} />}
      <Field id={`antwoord-${signal.id}`} title={m('signals.found')} fault={tried && !answer ? missing : undefined}>
        {(described) => (
          <select
            id={`antwoord-${signal.id}`}
            className="utrecht-select utrecht-select--html-select"
            value={answer}
            onChange={(event) => setAnswer(event.target.value as Answer)}
            {...described}
          >
            <option value="">{m('edit.choose')}</option>
            {answers.map((each) => (
              <option key={each} value={each}>
                {m(`signals.answers.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Words
        id={`reden-${signal.id}`}
        title={m('signals.reason')}
        hint={m('signals.reasonHint')}
        value={reason}
        onChange={setReason}
        fault={tried && !reason.trim() ? missing : faultOf('reason').words}
        personal={faultOf('reason').personal}
      />
    </SmallForm>
  )
}

function ReplyForm({ signal }: { signal: Signal }) {
  const { m } = useLanguage()
  const [from, setFrom] = useState('')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useSending()
  const faultOf = useFieldFaults(sending.faults)
  const missing = m('signals.fillIn')
  const submit = async () => {
    setTried(true)
    if (!from.trim() || !words.trim()) return
    if (await sending.post(`/signals/${signal.id}/replies`, { from, text: words })) {
      setWords('')
      setTried(false)
    }
  }
  return (
    <SmallForm title={m('signals.reply')} action={m('signals.replyNow')} busy={sending.busy} onSubmit={() => void submit()}>
      {sending.problem && <Failure problem={sending.problem} />}
      {sending.done && (
        <p className="notice" role="status">
          {m('signals.replied')}
        </p>
      )}
      <Line
        id={`van-${signal.id}`}
        title={m('signals.from')}
        hint={m('signals.fromHint')}
        value={from}
        onChange={setFrom}
        fault={tried && !from.trim() ? missing : faultOf('from').words}
      />
      <Words
        id={`tekst-${signal.id}`}
        title={m('signals.replyText')}
        hint={m('signals.noPeople')}
        value={words}
        onChange={setWords}
        fault={tried && !words.trim() ? missing : faultOf('text').words}
        personal={faultOf('text').personal}
      />
    </SmallForm>
  )
}
