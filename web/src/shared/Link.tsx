// SPDX-License-Identifier: EUPL-1.2
// A link inside the site, and the address of every kind of document.
import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { navigate } from './router'

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: string
}

export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || elsewhere) return
    event.preventDefault()
    navigate(to)
  }
  return <a href={to} onClick={follow} {...rest} />
}

const plurals: Record<string, string> = {
  city: 'cities',
  process: 'processes',
  municipality: 'municipalities',
  boundary: 'boundaries',
  cycle_activity: 'cycle-activities',
}

/** The collection that holds documents of `kind`, as the API names it. */
export function collectionOf(kind: string): string {
  return plurals[kind] ?? `${kind.replaceAll('_', '-')}s`
}

/** The page of a document: its own page where there is one, else the general page with its fields and history. */
export function documentPath(kind: string, id: string): string {
  const safe = encodeURIComponent(id)
  switch (kind) {
    case 'policy_document':
      return `/beleid/${safe}`
    case 'effort':
      return `/programmas/${safe}`
    case 'decision':
      return `/besluiten/${safe}`
    case 'indicator':
      return `/staat/indicatoren/${safe}`
    case 'district':
    case 'neighbourhood':
      return `/buurten/${safe}`
    case 'challenge':
      return `/visie#opgave-${safe}`
    case 'guideline':
      return `/visie#hoofdlijn-${safe}`
    default:
      return `/documenten/${collectionOf(kind)}/${safe}`
  }
}

/** The general page of a document, with its fields, relations and history. */
export function historyPath(kind: string, id: string): string {
  return `/documenten/${collectionOf(kind)}/${encodeURIComponent(id)}`
}
