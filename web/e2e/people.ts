// SPDX-License-Identifier: EUPL-1.2
// People for the end-to-end tests. The first administrator comes from the one-time link KOERS_SETUP_URL of a fresh server.
import type { Browser, Page } from 'playwright-core'
import { base, visit } from './browser.ts'

export const password = 'vijf oranje zeilboten op de plas'
export const administrator = { loginName: 'beheerder', displayName: 'Anne de Vries', password }
export const officer = { loginName: 'medewerker', displayName: 'Bram Jansen', password }
type Person = typeof officer

interface Answer {
  status: number
  etag: string | null
  body: unknown
}

/** Asks the API from within a page, so with its session. */
export async function ask(page: Page, method: string, path: string, body?: unknown, ifMatch?: string): Promise<Answer> {
  return page.evaluate(
    async (wish) => {
      const session = (await (await fetch('/api/v1/sessions/current')).json()) as { csrfToken?: string }
      const headers: Record<string, string> = { 'Content-Type': 'application/json' }
      if (session.csrfToken) headers['X-CSRF-Token'] = session.csrfToken
      if (wish.ifMatch) headers['If-Match'] = wish.ifMatch
      const content = wish.body === undefined ? undefined : JSON.stringify(wish.body)
      const response = await fetch(`/api/v1${wish.path}`, { method: wish.method, headers, body: content })
      const text = await response.text()
      return { status: response.status, etag: response.headers.get('ETag'), body: text ? (JSON.parse(text) as unknown) : null }
    },
    { method, path, body, ifMatch },
  )
}

/** Of the link that a server on a new database prints. Without one nothing can be tested as somebody. */
export function setUpToken(): string {
  const link = process.env['KOERS_SETUP_URL']
  const token = link ? new URL(link, base).hash.slice(1) : ''
  if (!token) throw new Error('KOERS_SETUP_URL is not the one-time link of a new database; tools/browser_tests makes both')
  return token
}

/** Logs in on the page of `path`; false when there is no such account. */
async function tryLogIn(page: Page, { loginName }: Person): Promise<boolean> {
  const { status } = await ask(page, 'POST', '/sessions', { loginName, password })
  return status === 201
}

async function beAdministrator(page: Page): Promise<void> {
  if (await tryLogIn(page, administrator)) return
  const { status } = await ask(page, 'POST', '/setups', { token: setUpToken(), ...administrator })
  if (status !== 201) throw new Error(`no administrator: ${status}; is KOERS_SETUP_URL the link of this server?`)
}

async function beOfficer(page: Page): Promise<void> {
  if (await tryLogIn(page, officer)) return
  await beAdministrator(page)
  const { loginName, displayName } = officer
  const invited = await ask(page, 'POST', '/accounts', {
    loginName,
    displayName,
    roles: ['officer', 'programme_manager', 'clerk'],
  })
  const token = (invited.body as { setupPath: string }).setupPath.split('#')[1]
  await ask(page, 'DELETE', '/sessions/current')
  const { status } = await ask(page, 'POST', '/setups', { token, ...officer })
  if (status !== 201) throw new Error(`no officer: ${status}`)
}

/** A page at `path` with somebody logged in. */
export async function visitAs(browser: Browser, who: 'administrator' | 'officer', path: string, width = 1280): Promise<Page> {
  const { page } = await visit(browser, { path: '/inloggen', width })
  await (who === 'administrator' ? beAdministrator(page) : beOfficer(page))
  await page.goto(base + path)
  await page.waitForSelector('h1')
  await page.waitForLoadState('networkidle')
  return page
}
