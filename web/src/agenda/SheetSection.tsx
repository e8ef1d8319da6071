// SPDX-License-Identifier: EUPL-1.2
// Money and people as the sheet that a controller has: to take along for everybody, to send in for those who may change it.
import { useId, useState, type FormEvent } from 'react'
import type { Problem, Schemas } from '../api/types'
import { problemOf, send } from '../shared/api'
import { base64Of } from '../shared/base64'
import { useLanguage } from '../shared/language'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { useAgenda } from './AgendaContext'
import { SheetPreview } from './SheetPreview'

export type SheetAnswer = Schemas['AgendaSheetAnswer']

export function SheetSection() {
  const { m, language } = useLanguage()
  const { may } = useSession()
  const { frame } = useAgenda()
  const query = new URLSearchParams({ weighing: frame.weighing.id, language })
  return (
    <section className="card agenda-stack" aria-labelledby="werkblad">
      <h2 id="werkblad">{m('agenda.sheetTitle')}</h2>
      <p className="figure-lead">{m('agenda.sheetLead')}</p>
      <p>
        <a href={`/api/v1/agenda-sheet?${query}`} download>
          {m('agenda.sheetDownload')}
        </a>
      </p>
      {may('edit appraisal') && <SendSheet />}
    </section>
  )
}

function SendSheet() {
  const { m } = useLanguage()
  const { frame } = useAgenda()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<SheetAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const post = async (accepted?: SheetAnswer) => {
    if (!file) return
    setProblem(null)
    setBusy(true)
    const body = {
      weighingId: frame.weighing.id,
      file: { name: file.name, content: await base64Of(file) },
      ...(accepted && { accept: true, fingerprint: accepted.fingerprint }),
    }
    try {
      setAnswer((await send<SheetAnswer>('POST', '/agenda-sheet', body)).data)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    void post()
  }
  return (
    <>
      <form onSubmit={look}>
        <div className="field">
          <label htmlFor={id}>{m('agenda.sheetFile')}</label>
          <input
            id={id}
            type="file"
            accept=".xlsx,.ods,.csv"
            required
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null)
              setAnswer(null)
            }}
          />
        </div>
        <button type="submit" className="utrecht-button utrecht-button--secondary-action" disabled={busy}>
          {m('agenda.sheetLook')}
        </button>
      </form>
      <div role="status">{busy && <p>{m('agenda.sheetBusy')}</p>}</div>
      {problem && <Failure problem={problem} />}
      {answer && <SheetPreview answer={answer} busy={busy} onAccept={() => void post(answer)} />}
    </>
  )
}
