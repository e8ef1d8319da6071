// SPDX-License-Identifier: EUPL-1.2
// Talking to the server: what was read stays in memory and is asked again with its ETag.
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import type { Problem } from '../api/types'

const base = '/api/v1'

interface Entry {
  data?: unknown
  etag?: string
  error?: Problem
  loading: boolean
}

const idle: Entry = { loading: false }
const entries = new Map<string, Entry>()
const listeners = new Map<string, Set<() => void>>()
const running = new Map<string, Promise<void>>()
let generation = 0
let csrfToken: string | undefined

/** What a failed request throws. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** What to tell of anything that was thrown; faults of our own have status -1. */
export function problemOf(error: unknown): Problem {
  return error instanceof ApiProblem ? error.problem : { type: 'about:blank', title: '', status: -1 }
}

/** The session tells which token a write must carry. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token
}

/** Forgets everything that was read: after logging in or out other things may be seen. */
export function forgetAll(): void {
  generation += 1
  running.clear()
  for (const path of [...entries.keys()]) {
    entries.delete(path)
    if (listeners.get(path)?.size) void fetchInto(path)
  }
}

function put(path: string, entry: Entry): void {
  entries.set(path, entry)
  listeners.get(path)?.forEach((listener) => listener())
}

const offline = (detail: string): Problem => ({ type: 'about:blank', title: 'offline', status: 0, detail })

async function problemIn(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    return { type: 'about:blank', title: response.statusText || String(response.status), status: response.status }
  }
}

async function request(path: string, etag: string | undefined): Promise<Entry | null> {
  const headers: Record<string, string> = etag ? { 'If-None-Match': etag } : {}
  const response = await fetch(base + path, { headers, credentials: 'same-origin' })
  if (response.status === 304) return null
  if (!response.ok) return { error: await problemIn(response), loading: false }
  const found = response.headers.get('ETag') ?? undefined
  return { data: await response.json(), etag: found, loading: false }
}

function fetchInto(path: string): Promise<void> {
  const busy = running.get(path)
  if (busy) return busy
  const started = generation
  const before = entries.get(path) ?? idle
  put(path, { ...before, loading: true })
  const work = request(path, before.data === undefined ? undefined : before.etag)
    .catch((error: unknown): Entry => ({ ...before, error: offline(String(error)), loading: false }))
    .then((entry) => {
      if (started !== generation) return
      running.delete(path)
      put(path, entry ?? { ...before, error: undefined, loading: false })
    })
  running.set(path, work)
  return work
}

function subscribeTo(path: string, listener: () => void): () => void {
  const set = listeners.get(path) ?? new Set()
  listeners.set(path, set.add(listener))
  return () => set.delete(listener)
}

export interface ApiAnswer<T> {
  data?: T
  error?: Problem
  /** True as long as there is nothing to show yet or newer data is on its way. */
  loading: boolean
  /** Of the representation, for If-Match. */
  etag?: string
  reload(): void
}

/** Reads `path` (below /api/v1), or nothing when it is null. */
export function useApi<T>(path: string | null): ApiAnswer<T> {
  const subscribe = useCallback((listener: () => void) => (path ? subscribeTo(path, listener) : () => {}), [path])
  const entry = useSyncExternalStore(subscribe, () => (path && entries.get(path)) || idle)
  useEffect(() => {
    if (path) void fetchInto(path)
  }, [path])
  const reload = useCallback(() => {
    if (path) void fetchInto(path)
  }, [path])
  const waiting = path !== null && entry.data === undefined && entry.error === undefined
  return { data: entry.data as T | undefined, error: entry.error, loading: entry.loading || waiting, etag: entry.etag, reload }
}

/** Writes; throws ApiProblem when the server refuses. What is on the screen is read again. */
export async function send<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET',
  path: string,
  body?: unknown,
  options: { ifMatch?: string } = {},
): Promise<{ data: T; etag?: string }> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  if (options.ifMatch) headers['If-Match'] = options.ifMatch
  if (csrfToken && method !== 'GET') headers['X-CSRF-Token'] = csrfToken
  const init: RequestInit = {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
  }
  const response = await fetch(base + path, init).catch((error: unknown) => {
    throw new ApiProblem(offline(String(error)))
  })
  if (!response.ok) throw new ApiProblem(await problemIn(response))
  if (method !== 'GET') refreshShown()
  const data = (response.status === 204 ? undefined : await response.json()) as T
  return { data, etag: response.headers.get('ETag') ?? undefined }
}

function refreshShown(): void {
  for (const [path, set] of listeners) if (set.size) void fetchInto(path)
}
