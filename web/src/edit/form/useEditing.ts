// SPDX-License-Identifier: EUPL-1.2
// The state of a form from the first letter to the saved revision.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/types'
import { ApiProblem, send } from '../../shared/api'
import { navigate } from '../../shared/router'
import { same } from '../differences'
import type { Body, Document, Field } from '../documentTypes'
import { pathOf, stepsOf, type Step } from '../fieldNames'
import type { Start } from '../EditForm'
import { setAt, toBody, type FormFault } from './body'
import { dropDraft, findDraft, keepDraft } from './drafts'

export interface Conflict {
  base: Body
  mine: Body
  theirs: Body
  etag: string
}

interface Options {
  start: Start
  fields: Field[]
  path: string
  languages: string[]
  isNew: boolean
  collection: string
}

function faultsOf(problem: Problem): FormFault[] {
  return (problem.faults ?? []).map(({ rule, path, expected }) => ({ rule, path: pathOf(stepsOf(path)), expected }))
}

export function useEditing({ start, fields, path, languages, isNew, collection }: Options) {
  const [kept] = useState(() => findDraft(path))
  const [base, setBase] = useState({ body: kept?.base ?? start.body, etag: kept?.etag ?? start.etag })
  const [body, setBody] = useState<Body>(kept?.body ?? start.body)
  const [restored, setRestored] = useState(kept !== null)
  const [faults, setFaults] = useState<FormFault[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const saved = useRef(false)
  const changed = !same(body, base.body)
  useEffect(() => {
    if (changed && !saved.current) keepDraft(path, { base: base.body, etag: base.etag, body })
  }, [changed, path, base, body])
  const change = useCallback((at: Step[], value: unknown) => {
    setBody((before) => setAt(before, at, value) as Body)
    const path = pathOf(at)
    setFaults((before) => before.filter((fault) => !fault.path.startsWith(path)))
  }, [])
  const refuse = async (error: unknown, mine: Body) => {
    if (!(error instanceof ApiProblem)) throw error
    if (error.problem.status === 412) {
      const { data, etag = '' } = await send<Document>('GET', path)
      return setConflict({ base: base.body, mine, theirs: data.body, etag })
    }
    const found = faultsOf(error.problem)
    setFaults(found)
    setProblem(found.length ? null : error.problem)
  }
  const save = async () => {
    const read = toBody(fields, body, languages)
    setFaults(read.faults)
    setProblem(null)
    if (read.faults.length) return
    setBusy(true)
    try {
      const { data } = await send<Document>(isNew ? 'POST' : 'PUT', path, read.body, isNew ? {} : { ifMatch: base.etag })
      saved.current = true
      dropDraft(path)
      navigate(`/documenten/${collection}/${encodeURIComponent(data.id)}?bewaard=${data.revision - 1}`)
    } catch (error) {
      await refuse(error, read.body)
    } finally {
      setBusy(false)
    }
  }
  const takeMerged = (merged: Body) => {
    if (!conflict) return
    setBase({ body: conflict.theirs, etag: conflict.etag })
    setBody(merged)
    setConflict(null)
  }
  const startOver = () => {
    dropDraft(path)
    setBase({ body: start.body, etag: start.etag })
    setBody(start.body)
    setFaults([])
    setRestored(false)
  }
  return { body, faults, problem, busy, conflict, restored, changed, change, save, takeMerged, startOver }
}
