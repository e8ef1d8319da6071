// SPDX-License-Identifier: EUPL-1.2
// Follows long work: by events from the server, or by asking when the events break off.
import { useEffect, useState } from 'react'
import type { Schemas } from '../api/types'
import { send } from '../shared/api'

type Job = Schemas['Job']

export const hasEnded = ({ state }: Job) => state !== 'waiting' && state !== 'running'

export function useJob(first: Job | null): Job | null {
  const [job, setJob] = useState<Job | null>(first)
  const id = first?.id
  useEffect(() => {
    setJob(first)
    if (!id || (first && hasEnded(first))) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const events = new EventSource(`/api/v1/jobs/${encodeURIComponent(id)}/events`)
    const take = (event: MessageEvent<string>) => setJob(JSON.parse(event.data) as Job)
    const ask = () => {
      void send<Job>('GET', `/jobs/${encodeURIComponent(id)}`).then(
        ({ data }) => {
          setJob(data)
          if (!hasEnded(data)) timer = setTimeout(ask, 1000)
        },
        () => undefined,
      )
    }
    events.addEventListener('progress', take)
    events.addEventListener('done', (event) => {
      take(event)
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
  }, [id, first])
  return job
}
