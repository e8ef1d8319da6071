// SPDX-License-Identifier: EUPL-1.2
// Asks a question of the escalator and follows the answer while it grows; the last one asked is kept when one leaves the page.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { ApiProblem, problemOf, send } from '../shared/api'

export type Simulation = Schemas['Simulation']
export type Answer = Schemas['SimulationAnswer']
export type EffectTable = Schemas['EffectTable']
type Request = Schemas['SimulationRequest']

/** What is read of a simulation: of one plan its answer, of many the table of their effects. */
type Read = 'answer' | 'effects'

export interface Run {
  /** The address of the question. */
  key: string
  reads: Read
  simulation?: Simulation
  /** Of one plan. */
  answer?: Answer
  /** Of many. */
  effects?: EffectTable
  problem?: Problem
  /** The server no longer knows it. */
  lost?: boolean
}

export const hasEnded = ({ state }: Simulation) => state !== 'waiting' && state !== 'running'
const pollEvery = 1000
const showEvery = 200
const pathOf = (id: string) => `/simulations/${encodeURIComponent(id)}`

let last: Run | null = null

/** One at a time: what comes in for another question than the last one is dropped. */
export function useSimulation() {
  const [run, setRun] = useState<Run | null>(last)
  const current = useRef<string | null>(run?.key ?? null)
  const keep = useCallback((key: string, change: Partial<Run>) => {
    if (current.current !== key) return
    setRun((before) => (last = { ...(before?.key === key ? before : { key, reads: 'answer' }), ...change }))
  }, [])
  const start = useCallback(
    async (key: string, request: Request, anew = false): Promise<Problem | null> => {
      if (current.current === key && !anew) return null
      current.current = key
      forget(last)
      const nothing = { simulation: undefined, answer: undefined, effects: undefined, problem: undefined, lost: false }
      keep(key, { ...nothing, reads: request.scenarioIds ? 'effects' : 'answer' })
      try {
        const { data } = await send<Simulation>('POST', '/simulations', request)
        keep(key, { simulation: data })
        return null
      } catch (error) {
        const problem = problemOf(error)
        keep(key, { problem })
        return problem
      }
    },
    [keep],
  )
  const cancel = useCallback(async () => {
    if (!run?.simulation) return
    const { data } = await send<Simulation>('DELETE', pathOf(run.simulation.id))
    keep(run.key, { simulation: { ...data, state: hasEnded(data) ? data.state : 'cancelled' } })
  }, [run, keep])
  useFollowing(run, keep)
  return { run, start, cancel }
}

/** Nobody waits for it any more: the server need not work on. */
function forget(run: Run | null): void {
  if (!run?.simulation || hasEnded(run.simulation)) return
  send('DELETE', pathOf(run.simulation.id)).catch(() => undefined) // it ends by itself too
}

type Keep = (key: string, change: Partial<Run>) => void

function useFollowing(run: Run | null, keep: Keep): void {
  const [key, id, reads] = [run?.key, run?.simulation?.id, run?.reads]
  useEffect(() => {
    if (key === undefined || id === undefined || reads === undefined) return
    return follow(id, reads, (change) => keep(key, change))
  }, [key, id, reads, keep])
}

/** Reads the answer again whenever there is more of it, one at a time, with air between for who reads and presses. */
function answerReader(id: string, reads: Read, keep: (change: Partial<Run>) => void) {
  let busy = false
  let again = false
  const read = () => {
    if (busy) return void (again = true)
    busy = true
    send('GET', `${pathOf(id)}/${reads}`)
      .then(({ data }) => keep({ [reads]: data }))
      .catch(() => undefined) // before the first replicate there is none; the next event asks again
      .finally(() => setTimeout(next, pollEvery))
  }
  const next = () => {
    busy = false
    if (again) read()
    again = false
  }
  return read
}

/** Of what comes many times a second only some is shown; what ends it always is. */
function thinned(show: (simulation: Simulation) => void): (simulation: Simulation) => void {
  let shownAt = 0
  return (simulation) => {
    if (!hasEnded(simulation) && performance.now() - shownAt < showEvery) return
    shownAt = performance.now()
    show(simulation)
  }
}

/** By events from the server, or by asking when the events break off; gives what ends it. */
function follow(id: string, reads: Read, keep: (change: Partial<Run>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let answers = 0
  const readAnswer = answerReader(id, reads, keep)
  const show = thinned((simulation) => keep({ simulation }))
  const take = (simulation: Simulation) => {
    show(simulation)
    if (simulation.answers > answers) readAnswer()
    answers = simulation.answers
  }
  const ask = () => {
    send<Simulation>('GET', pathOf(id)).then(
      ({ data }) => {
        take(data)
        if (!hasEnded(data)) timer = setTimeout(ask, pollEvery)
      },
      (error: unknown) => {
        if (error instanceof ApiProblem && error.problem.status === 404) keep({ lost: true })
        else timer = setTimeout(ask, 5 * pollEvery)
      },
    )
  }
  const events = new EventSource(`/api/v1${pathOf(id)}/events`)
  const read = (event: MessageEvent<string>) => take(JSON.parse(event.data) as Simulation)
  events.addEventListener('progress', read)
  events.addEventListener('answer', read)
  events.addEventListener('done', (event) => {
    read(event)
    events.close()
  })
  events.onerror = () => {
    events.close()
    ask()
  }
  return () => {
    events.close()
    clearTimeout(timer)
  }
}
