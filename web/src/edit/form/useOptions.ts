// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import type { Schemas, Text } from '../../api/types'
import { holdsWords } from '../../search/filters'
import { useApi } from '../../shared/api'
import { useLanguage } from '../../shared/language'
import { collectionOf } from '../../shared/Link'
import { titleOf, type Field } from '../documentTypes'

export interface Option {
  kind: string
  id: string
  title: Text
}

const shownAtMost = 12
const pause = 200

function useLater(typed: string | null): string | null {
  const [later, setLater] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setLater(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return later
}

/** Documents that `field` may name and that fit what is typed; none when nothing is being typed. */
export function useOptions(field: Field, typed: string | null): Option[] {
  const { language } = useLanguage()
  const later = useLater(typed)
  const ofKind = field.type === 'reference_id' && field.of
  const page = useApi<Schemas['DocumentPage']>(typed !== null && ofKind ? `/documents/${collectionOf(ofKind)}?limit=200` : null)
  const wanted = (later ?? '').trim()
  const found = useApi<Schemas['SearchResults']>(
    !ofKind && typed !== null && wanted
      ? `/search-results?q=${encodeURIComponent(wanted)}&limit=${shownAtMost}&language=${language}`
      : null,
  )
  if (typed === null) return []
  if (!ofKind) return found.data?.items.map(({ kind, id, title }) => ({ kind, id, title })) ?? []
  const options = page.data?.items.map(({ kind, id, body }) => ({ kind, id, title: titleOf(body) })) ?? []
  return options.filter(({ id, title }) => holdsWords(typed, [id, ...Object.values(title)])).slice(0, shownAtMost)
}
