// SPDX-License-Identifier: EUPL-1.2
// A form that makes a new document: what was made of it, or why it was refused.
import { useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { problemOf, send } from './api'

export function useNewDocument(path: string) {
  const [made, setMade] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const make = async (body: unknown) => {
    setProblem(null)
    try {
      setMade((await send<Schemas['Document']>('POST', path, body)).data.id)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return { made, problem, make }
}
