// SPDX-License-Identifier: EUPL-1.2
// A small form on its way to the server: busy, refused or done.
import { useState } from 'react'
import type { Problem } from '../api/types'
import { problemOf, send } from '../shared/api'

export interface Sending {
  busy: boolean
  done: boolean
  /** What was refused, and not at one field. */
  problem: Problem | null
  faults: NonNullable<Problem['faults']>
  /** True when the server took it. */
  post(path: string, body: unknown): Promise<boolean>
}

export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [refused, setRefused] = useState<Problem | null>(null)
  const post = async (path: string, body: unknown) => {
    setBusy(true)
    setDone(false)
    setRefused(null)
    try {
      await send('POST', path, body)
      setDone(true)
      return true
    } catch (error) {
      setRefused(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const faults = refused?.faults ?? []
  return { busy, done, faults, problem: faults.length > 0 ? null : refused, post }
}
