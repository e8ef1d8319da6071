// SPDX-License-Identifier: EUPL-1.2
// Client-side addresses: a history router small enough to read.
import { useSyncExternalStore } from 'react'

const changed = 'koers:navigate'

export interface Place {
  path: string
  query: URLSearchParams
  hash: string
}

/** The parameters when `path` fits `pattern` ('/beleid/:id'), else null. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index]!
    if (part.startsWith(':')) {
      const decoded = decode(value)
      if (decoded === null) return null
      params[part.slice(1)] = decoded
    } else if (part !== value) return null
  }
  return params
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}

/** Goes to an address of this site without loading the page again. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  window.dispatchEvent(new Event(changed))
}

/** Changes the query of the page that is shown, so that a choice can be shared as a link. */
export function setQuery(changes: Record<string, string | null>): void {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  navigate(location.pathname + (text ? `?${text}` : '') + location.hash, { replace: true })
}

/** For a page that became another one at the same address: reading starts at its top, also for a screen reader. */
export function toTop(): void {
  window.scrollTo(0, 0)
  document.getElementById('inhoud')?.focus({ preventScroll: true })
}

function subscribe(listener: () => void): () => void {
  const events = ['popstate', 'hashchange', changed]
  events.forEach((event) => window.addEventListener(event, listener))
  return () => events.forEach((event) => window.removeEventListener(event, listener))
}

/** Where the reader is; renders again when that changes. */
export function usePlace(): Place {
  const href = useSyncExternalStore(subscribe, () => location.href)
  const url = new URL(href)
  return { path: url.pathname, query: url.searchParams, hash: url.hash }
}
