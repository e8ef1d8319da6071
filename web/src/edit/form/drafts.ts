// SPDX-License-Identifier: EUPL-1.2
// A draft outlives a reload or a lost connection: it stays in this tab until it is saved or thrown away.
import type { Body } from '../documentTypes'

export interface Draft {
  /** The body that the draft was made from and the ETag of its revision. */
  base: Body
  etag: string
  body: Body
}

const keyOf = (path: string) => `koers-draft:${path}`

export function keepDraft(path: string, draft: Draft): void {
  sessionStorage.setItem(keyOf(path), JSON.stringify(draft))
}

export function findDraft(path: string): Draft | null {
  const kept = sessionStorage.getItem(keyOf(path))
  if (!kept) return null
  try {
    return JSON.parse(kept) as Draft
  } catch {
    return null
  }
}

export function dropDraft(path: string): void {
  sessionStorage.removeItem(keyOf(path))
}
