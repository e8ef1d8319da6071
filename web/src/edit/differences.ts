// SPDX-License-Identifier: EUPL-1.2
// What changed between two revisions, as words.
import { isRecord } from './documentTypes'
import { camelCase } from './fieldNames'

/** A value of a difference in one line; a part of a document as its words, without field names. */
export function wordsOf(value: unknown, valueLabel: (value: string) => string): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((each) => wordsOf(each, valueLabel)).join('; ')
  if (isRecord(value))
    return Object.values(value)
      .map((each) => wordsOf(each, valueLabel))
      .join(', ')
  if (typeof value === 'string' && /^[a-z]+(_[a-z]+)*$/.test(value)) return valueLabel(value)
  return String(value)
}

export type Change = 'added' | 'removed' | 'changed'

export function changeOf(before: unknown, after: unknown): Change {
  if (before === null || before === undefined) return 'added'
  return after === null || after === undefined ? 'removed' : 'changed'
}

/** Whether two values of a body are the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => same(each, b[index]))
  if (isRecord(a) && isRecord(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)])
    return [...names].every((name) => same(a[name], b[name]))
  }
  return a === b || (a === undefined && b === null) || (a === null && b === undefined)
}

export function topField(path: string): string {
  return camelCase(path.split(/[.[]/)[0] ?? path)
}
