// SPDX-License-Identifier: EUPL-1.2
// The frame names its sources by their ids; here they get the titles by which readers know them.
import { useMemo } from 'react'
import type { Citation, Schemas } from '../api/types'
import { useApi } from '../shared/api'
import type { Frame } from './types'

type Titles = Map<string, { title: string; url?: string }>

function isCitation(value: object): value is Citation {
  return 'source' in value && typeof value.source === 'string' && 'section' in value
}

/** The same with a title beside each citation of a source that is known; what has none stays the same object. */
export function withTitles<T>(value: T, titles: Titles): T {
  if (Array.isArray(value)) {
    const changed = value.map((each: unknown) => withTitles(each, titles))
    return changed.some((each, index) => each !== value[index]) ? (changed as T) : value
  }
  if (typeof value !== 'object' || value === null) return value
  if (isCitation(value)) {
    const found = titles.get(value.source)
    return found && !value.sourceTitle ? { ...value, sourceTitle: found.title, ...(found.url ? { url: found.url } : {}) } : value
  }
  const entries = Object.entries(value).map(([key, each]) => [key, withTitles<unknown>(each, titles)] as const)
  return entries.some(([key, each]) => each !== (value as Record<string, unknown>)[key])
    ? (Object.fromEntries(entries) as T)
    : value
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

export function useTitledFrame(frame: Frame): Frame {
  const { data } = useApi<Schemas['DocumentPage']>('/documents/sources?limit=200')
  return useMemo(() => {
    const sources = (data?.items ?? []).flatMap(({ id, body }): [string, { title: string; url?: string }][] => {
      const [title, url] = [text(body['title']), text(body['url'])]
      return title ? [[id, { title, ...(url ? { url } : {}) }]] : []
    })
    return sources.length ? withTitles(frame, new Map(sources)) : frame
  }, [frame, data])
}
