// SPDX-License-Identifier: EUPL-1.2
// Reading what a document holds: its body is described by the schema of its kind, not by a type.
import type { Citation, Schemas, Text } from '../api/types'

export type Document = Schemas['Document']
export type Field = Schemas['Field']
export type Relation = Document['relations'][number]
export type Body = Record<string, unknown>

export function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Each member of a list that is a record. */
export function recordsOf(value: unknown): Body[] {
  return listOf(value).filter(isRecord)
}

export function stringsOf(value: unknown): string[] {
  return listOf(value).filter((each) => typeof each === 'string')
}

export function asText(value: unknown): Text | undefined {
  if (typeof value === 'string') return { nl: value, en: value }
  return isRecord(value) ? (value as Text) : undefined
}

export function asString(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** What a document is called: a title, a name, or else its id. */
export function titleOf(body: Body): Text {
  return asText(body['title']) ?? asText(body['name']) ?? { nl: String(body['id'] ?? '') }
}

/** The citations in `value`, with title and address of each source. */
export function citationsOf(value: unknown, sources: Document['sources']): Citation[] {
  return recordsOf(value).map((citation) => {
    const source = String(citation['source'])
    const known = sources[source]
    return { source, section: String(citation['section'] ?? ''), sourceTitle: known?.title, url: known?.url }
  })
}

/** The title of a document that another one names, if its relations say so. */
export function titleIn(relations: Relation[], kind: string, id: string): Text | undefined {
  return relations.find((each) => each.kind === kind && each.id === id)?.title
}

/** 'district/WK063702' as kind and id. */
export function splitReference(reference: string): { kind: string; id: string } {
  const slash = reference.indexOf('/')
  return { kind: reference.slice(0, slash), id: reference.slice(slash + 1) }
}
