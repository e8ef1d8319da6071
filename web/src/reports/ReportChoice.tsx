// SPDX-License-Identifier: EUPL-1.2
// The kinds of report, each to look at and, for those who may, to freeze.
import { useState } from 'react'
import type { AreaRegister, Problem, Schemas } from '../api/types'
import { useJob } from '../admin/useJob'
import { problemOf, send, useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { AgendaChoice, type AgendaFrame } from './AgendaChoice'
import { freezeBody, kinds, previewAddress, previewFormats, type Kind, type Wish } from './addresses'

type Job = Schemas['Job']

/** The years to choose from: this one and those before it. */
const yearsBack = 12
const years = (): number[] => Array.from({ length: yearsBack }, (_, back) => new Date().getFullYear() - back)

export function ReportChoice({ onFrozen }: { onFrozen: () => void }) {
  const { m } = useLanguage()
  const { may } = useSession()
  const [year, setYear] = useState<number>()
  return (
    <section className="report-part" aria-labelledby="bekijk">
      <h2 id="bekijk">{m('reports.kinds')}</h2>
      <div className="field report-year">
        <label htmlFor="rapport-jaar">{m('reports.year')}</label>
        <select
          id="rapport-jaar"
          className="utrecht-select utrecht-select--html-select"
          value={year ?? ''}
          onChange={(event) => setYear(event.target.value ? Number(event.target.value) : undefined)}
        >
          <option value="">{m('reports.yearAll')}</option>
          {years().map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <ul className="report-kinds">
        {kinds.map((kind) => (
          <KindCard key={kind} kind={kind} year={year} onFrozen={onFrozen} />
        ))}
      </ul>
      <p className="soft">{may('freeze_report') ? m('reports.freezeNote') : m('reports.logInToFreeze')}</p>
    </section>
  )
}

function KindCard({ kind, year, onFrozen }: { kind: Kind; year: number | undefined; onFrozen: () => void }) {
  const { m, language } = useLanguage()
  const { may } = useSession()
  const [area, setArea] = useState<string>()
  const [agenda, setAgenda] = useState<AgendaFrame>({})
  const register = useApi<AreaRegister>(kind === 'neighbourhood' ? '/area-register' : null)
  const areas = (register.data?.areas ?? []).filter(({ level }) => level === 'district' || level === 'neighbourhood')
  const chosen = area ?? areas[0]?.id
  const wish: Wish = { kind, ...(year !== undefined && { year }), ...(chosen && { area: chosen }), ...agenda }
  const title = m(`reports.kind.${kind}`)
  return (
    <li className="card report-kind">
      <h3>{title}</h3>
      <p>{m(`reports.kindText.${kind}`)}</p>
      {kind === 'neighbourhood' && (
        <div className="field">
          <label htmlFor="rapport-gebied">{m('reports.area')}</label>
          <select
            id="rapport-gebied"
            className="utrecht-select utrecht-select--html-select"
            value={chosen ?? ''}
            onChange={(event) => setArea(event.target.value)}
          >
            {areas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {kind === 'agenda_proposal' && <AgendaChoice chosen={agenda} onChoose={setAgenda} />}
      {register.error && <Failure problem={register.error} retry={register.reload} />}
      <p className="report-links">
        <a
          href={previewAddress(wish, 'html', language)}
          target="_blank"
          rel="noreferrer"
          aria-label={m('reports.previewOf', { title })}
        >
          {m('reports.preview')}
        </a>
        {previewFormats.map((format) => (
          <a
            key={format}
            href={previewAddress(wish, format, language)}
            download
            aria-label={m('reports.saveOf', { title, format: format.toUpperCase() })}
          >
            {m('reports.saveAs', { format: format.toUpperCase() })}
          </a>
        ))}
      </p>
      {may('freeze_report') && <Freeze wish={wish} title={title} onFrozen={onFrozen} />}
    </li>
  )
}

function Freeze({ wish, title, onFrozen }: { wish: Wish; title: string; onFrozen: () => void }) {
  const { m } = useLanguage()
  const [started, setStarted] = useState<Job | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const job = useJob(started)
  const [told, setTold] = useState<string>()
  const busy = job?.state === 'waiting' || job?.state === 'running'
  if (job?.state === 'done' && told !== job.id) {
    setTold(job.id)
    queueMicrotask(onFrozen)
  }
  const freeze = async () => {
    setProblem(null)
    try {
      setStarted((await send<Job>('POST', '/report-editions', freezeBody(wish))).data)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  const failed = problem ?? (job?.state === 'failed' ? job.problem : null)
  return (
    <div>
      <button
        type="button"
        className="utrecht-button utrecht-button--secondary-action"
        disabled={busy}
        aria-label={m('reports.freezeOf', { title })}
        onClick={() => void freeze()}
      >
        {m('reports.freeze')}
      </button>
      <p role="status" className="report-progress">
        {busy && job && m('reports.freezing', { done: job.done, total: job.total || 8 })}
        {job?.state === 'done' && m('reports.frozen', { id: String(job.result?.['id'] ?? '') })}
      </p>
      {failed && <Failure problem={failed} retry={() => void freeze()} />}
    </div>
  )
}
