// SPDX-License-Identifier: EUPL-1.2
// Where reports are: as they are now, and as they were frozen.
import type { ReportEdition, Schemas } from '../api/types'
import type { Language } from '../shared/language'

export type Kind = ReportEdition['kind']
export type Format = ReportEdition['files'][number]['format']
export const kinds: readonly Kind[] = ['state_of_the_city', 'management', 'neighbourhood', 'agenda_proposal']
export const previewFormats = ['xlsx', 'csv'] as const

/** What is asked for: nothing given is left out. */
export interface Wish {
  kind: Kind
  year?: number
  area?: string
  /** The frame of an agenda, and how much may change. */
  weighing?: string
  tempo?: Schemas['AgendaTempo']
}

/** In an address words of a kind stand with hyphens. */
export const slugOf = (kind: Kind): string => kind.replaceAll('_', '-')

export function previewAddress(
  { kind, year, area, weighing, tempo }: Wish,
  format: 'html' | (typeof previewFormats)[number],
  language: Language,
): string {
  const query = new URLSearchParams({ language, format })
  if (year !== undefined) query.set('year', String(year))
  if (kind === 'neighbourhood' && area) query.set('area', area)
  if (kind === 'agenda_proposal' && weighing) query.set('weighing', weighing)
  if (kind === 'agenda_proposal' && tempo) query.set('tempo', tempo)
  return `/api/v1/reports/${slugOf(kind)}?${query}`
}

export const fileAddress = (id: string, format: Format, language: Language): string =>
  `/api/v1/report-editions/${encodeURIComponent(id)}/${format}?language=${language}`

/** The body of the request to freeze. */
export const freezeBody = ({ kind, year, area, weighing, tempo }: Wish) => ({
  kind: slugOf(kind),
  ...(year !== undefined && { year }),
  ...(kind === 'neighbourhood' && area && { area }),
  ...(kind === 'agenda_proposal' && weighing && { weighingId: weighing }),
  ...(kind === 'agenda_proposal' && tempo && { tempo }),
})
