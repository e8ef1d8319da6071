// SPDX-License-Identifier: EUPL-1.2
// One line about a member of a list: its first values as the reader knows them.
import type { Text } from '../../api/types'
import { asText, isRecord, splitReference, type Field } from '../documentTypes'

interface Names {
  text(of: Text | undefined): string
  label(prefix: string, value: string): string
  titleOf(kind: string, id: string): Text | undefined
}

const atMost = 3

export function summaryOf(fields: Field[], member: unknown, names: Names): string {
  if (!isRecord(member)) return ''
  const parts = fields
    .filter(({ list, type }) => !list && type !== 'object')
    .map((field) => wordsOf(field, member[field.name], names))
  return parts.filter(Boolean).slice(0, atMost).join(' · ')
}

function wordsOf(field: Field, value: unknown, { text, label, titleOf }: Names): string {
  if (value === undefined || value === null || value === '') return ''
  const word = String(value)
  if (field.type === 'text') return text(asText(value))
  if (field.type === 'enumeration') return label('edit.values', word)
  if (field.type === 'reference_id') return text(titleOf(field.of ?? '', word)) || word
  if (field.type !== 'reference') return word
  const { kind, id } = splitReference(word)
  return text(titleOf(kind, id)) || word
}
