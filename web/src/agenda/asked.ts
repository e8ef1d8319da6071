// SPDX-License-Identifier: EUPL-1.2
// Questions to the server that take a while: asked once, followed by its events, kept as long as the page is open.
import type { Problem } from '../api/types'
import { ApiProblem, problemOf, send } from '../shared/api'
import { bodyOf, keyOf, type Question } from './address'
import { store } from './store'
import type { Answer, Ask, Job } from './types'

export interface Asked {
  /** Of the question without what is asked about it. */
  about: string
  job?: Job
  answer?: Answer
  problem?: Problem
  /** The server no longer knows it. */
  lost?: boolean
}

const all = store<Record<string, Asked>>({})
const pollEvery = 1000
const pathOf = (id: string) => `/agenda-questions/${encodeURIComponent(id)}`

export const askedKey = (question: Question, ask: Ask, item = '') => `${ask} ${item} ${keyOf(question)}`

export const isOpen = ({ job, problem, lost }: Asked) =>
  !problem && !lost && (!job || job.state === 'waiting' || job.state === 'running')

/** Was it stopped, or did it fail? Then it may be asked again. */
export const hasEndedEmpty = (asked: Asked) => !isOpen(asked) && !asked.answer

function put(key: string, change: Partial<Asked>): void {
  all.set((before) => (before[key] ? { ...before, [key]: { ...before[key], ...change } } : before))
}

function take(key: string, job: Job): void {
  const { result, ...rest } = job
  put(key, { job: rest, ...(result ? { answer: result } : {}), ...(job.problem ? { problem: job.problem } : {}) })
}

/** Asks when it was not asked yet, or was asked in vain. */
export async function ask(question: Question, what: Ask, item?: string): Promise<void> {
  const key = askedKey(question, what, item)
  const before = all.get()[key]
  if (before && !hasEndedEmpty(before)) return
  all.set((entries) => ({ ...entries, [key]: { about: keyOf(question) } }))
  try {
    const body = { ...bodyOf(question), ask: what, ...(item ? { item } : {}) }
    const { data } = await send<Job>('POST', '/agenda-questions', body)
    take(key, data)
    follow(key, data.id)
  } catch (error) {
    put(key, { problem: problemOf(error) })
  }
}

export async function stop(key: string): Promise<void> {
  const job = all.get()[key]?.job
  if (!job) return
  try {
    const { data } = await send<Job>('DELETE', pathOf(job.id))
    const ended = data.state !== 'waiting' && data.state !== 'running'
    take(key, ended ? data : { ...data, state: 'cancelled' })
  } catch (error) {
    put(key, { problem: problemOf(error) })
  }
}

/** Nobody waits for other questions any more: the server need not work on. Without a question: for none. */
export function stopOthers(question?: Question): void {
  const about = question && keyOf(question)
  for (const [key, asked] of Object.entries(all.get())) if (asked.about !== about && asked.job && isOpen(asked)) void stop(key)
}

/** By events from the server, or by asking when the events break off. */
function follow(key: string, id: string): void {
  const poll = () => {
    send<Job>('GET', pathOf(id)).then(
      ({ data }) => {
        read(data)
        if (data.state === 'waiting' || data.state === 'running') setTimeout(poll, pollEvery)
      },
      (error: unknown) => {
        if (error instanceof ApiProblem && error.problem.status === 404) put(key, { lost: true })
        else setTimeout(poll, 5 * pollEvery)
      },
    )
  }
  const read = (job: Job) => {
    // Who stopped it need not hear that it runs on to its end.
    if (all.get()[key]?.job?.state === 'cancelled' && !job.result) return
    take(key, job)
  }
  const events = new EventSource(`/api/v1${pathOf(id)}/events`)
  events.addEventListener('progress', (event) => read(JSON.parse(event.data as string) as Job))
  events.addEventListener('done', (event) => {
    read(JSON.parse(event.data as string) as Job)
    events.close()
  })
  events.onerror = () => {
    events.close()
    poll()
  }
}

/** What is known of a question; nothing as long as it was not asked. */
export function useAsked(question: Question, what: Ask, item?: string): Asked | undefined {
  return all.use()[askedKey(question, what, item)]
}
