// SPDX-License-Identifier: EUPL-1.2
// Takes in figures: choose, look at what would change, accept; and takes back what was taken in.
import { useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { send, useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import { refusalOf } from './faults'
import { FiguresBatches } from './FiguresBatches'
import { FiguresForm, type FiguresWish } from './FiguresForm'
import { FiguresPreview } from './FiguresPreview'
import { FaultTable } from './ImportResult'
import { hasEnded, useJob } from './useJob'

type Job = Schemas['Job']
type Preview = Schemas['StatisticsPreview']
type Batch = Schemas['StatisticsBatch']

export function FiguresPanel() {
  const { m } = useLanguage()
  const [started, setStarted] = useState<Job | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [accepted, setAccepted] = useState<Batch | null | undefined>()
  const batches = useApi<{ items: Batch[] }>('/statistics-batches')
  const job = useJob(started)
  const busy = job !== null && !hasEnded(job)
  const attempt = async (work: () => Promise<void>) => {
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(refusalOf(error).problem)
    }
  }
  const look = (wish: FiguresWish) => {
    setStarted(null)
    setAccepted(undefined)
    void attempt(async () => setStarted((await send<Job>('POST', '/statistics-imports', wish)).data))
  }
  const accept = (id: string) =>
    void attempt(async () => {
      const { data } = await send<{ batch?: Batch }>('POST', `/statistics-imports/${id}/acceptance`, {})
      setStarted(null)
      setAccepted(data.batch ?? null)
      batches.reload()
    })
  const undo = (batch: Batch) =>
    void attempt(async () => {
      await send('POST', `/statistics-batches/${batch.id}/undo`, {})
      setAccepted(undefined)
      batches.reload()
    })
  return (
    <>
      <p>{m('admin.figuresText')}</p>
      <FiguresForm disabled={busy} onLook={look} />
      {problem && <Failure problem={problem} />}
      {job && busy && <Progress job={job} onCancel={() => void send('DELETE', `/jobs/${job.id}`)} />}
      {job && !busy && <Outcome job={job} onAccept={() => accept(job.id)} />}
      {accepted !== undefined && (
        <p className="notice" role="status">
          {accepted ? m('admin.figuresAccepted', { batch: accepted.id }) : m('admin.figuresNothing')}
        </p>
      )}
      <FiguresBatches data={batches.data} error={batches.error} retry={batches.reload} onUndo={undo} />
    </>
  )
}

function Progress({ job, onCancel }: { job: Job; onCancel: () => void }) {
  const { m } = useLanguage()
  const percent = job.total > 0 ? Math.round((job.done / job.total) * 100) : 0
  return (
    <div className="card import-progress">
      <p id="cijfers-voortgang">
        {m('admin.figuresReading')} <strong>{percent}%</strong>
      </p>
      <progress aria-labelledby="cijfers-voortgang" max={job.total || 1} value={job.done} />
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onCancel}>
        {m('admin.cancel')}
      </button>
    </div>
  )
}

function Outcome({ job, onAccept }: { job: Job; onAccept: () => void }) {
  const { m } = useLanguage()
  if (job.state === 'cancelled')
    return (
      <p className="notice" role="status">
        {m('admin.cancelled')}
      </p>
    )
  if (job.problem?.faults?.length) return <FaultTable faults={job.problem.faults} />
  if (job.problem) return <Failure problem={job.problem} />
  return job.result ? <FiguresPreview preview={job.result as unknown as Preview} onAccept={onAccept} /> : null
}
