// SPDX-License-Identifier: EUPL-1.2
import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem, send, setCsrfToken } from '../src/shared/api'

function answer(status: number, body?: unknown, headers: Record<string, string> = {}) {
  const fetched = vi.fn<typeof fetch>(
    async () => new Response(body === undefined ? null : JSON.stringify(body), { status, headers }),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const headersOf = (fetched: ReturnType<typeof answer>) => fetched.mock.calls[0]![1]!.headers as Record<string, string>

afterEach(() => {
  vi.unstubAllGlobals()
  setCsrfToken(undefined)
})

test('a write carries the token, the revision it is based on, and its body', async () => {
  const fetched = answer(200, { revision: 4 }, { ETag: '"4"' })
  setCsrfToken('secret')
  const done = await send('PUT', '/documents/efforts/meerzicht', { id: 'meerzicht' }, { ifMatch: '"3"' })
  expect(done).toEqual({ data: { revision: 4 }, etag: '"4"' })
  expect(fetched.mock.calls[0]![0]).toBe('/api/v1/documents/efforts/meerzicht')
  expect(headersOf(fetched)).toEqual({ 'Content-Type': 'application/json', 'If-Match': '"3"', 'X-CSRF-Token': 'secret' })
})

test('reading carries no token', async () => {
  const fetched = answer(200, {})
  setCsrfToken('secret')
  await send('GET', '/sessions/current')
  expect(headersOf(fetched)).toEqual({})
})

test('an answer without content is fine', async () => {
  answer(204)
  expect((await send('DELETE', '/sessions/current')).data).toBeUndefined()
})

test('what the server refuses is thrown with its reason', async () => {
  answer(409, { type: 'about:blank', title: 'Conflict', status: 409, detail: 'changed in the meantime' })
  await expect(send('PUT', '/documents/efforts/a', {})).rejects.toMatchObject({
    problem: { status: 409, detail: 'changed in the meantime' },
  })
  answer(502)
  await expect(send('POST', '/imports', {})).rejects.toBeInstanceOf(ApiProblem)
})

test('a server that cannot be reached is a problem with status 0', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(send('GET', '/city')).rejects.toMatchObject({ problem: { status: 0 } })
})
