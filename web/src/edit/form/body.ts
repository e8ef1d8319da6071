// SPDX-License-Identifier: EUPL-1.2
// The draft behind a form: what was typed, and how it becomes the body that the server takes.
import { isRecord, type Body, type Field } from '../documentTypes'
import { pathOf, type Step } from '../fieldNames'

export interface FormFault {
  path: string
  /** Key below `edit.fault`; of a fault that the server found, below `shared.fault`. */
  rule: string
  /** What the server expected, in English. */
  expected?: string
}

/** A copy of `body` with another value at `steps`. */
export function setAt(body: unknown, steps: Step[], value: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? [...(body as unknown[])] : []
    list[step] = setAt(list[step], rest, value)
    return list
  }
  const record = isRecord(body) ? body : {}
  return { ...record, [step]: setAt(record[step], rest, value) }
}

/** What a new member of a list begins with. */
export function emptyValue(field: Field): unknown {
  if (field.type === 'object' || field.type === 'text') return {}
  return ''
}

/** A list with the member at `from` moved to `to`. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  const copy = [...list]
  const [member] = copy.splice(from, 1)
  copy.splice(to, 0, member!)
  return copy
}

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const isDate = (text: string) => datePattern.test(text)
const isPeriod = (text: string) => text.split('/').length <= 2 && text.split('/').every(isDate)

/** '1.250,50' and '1250.50' are the same amount; null when it is no number. */
export function parseNumber(typed: string): number | null {
  const text = typed.replace(/[\s€]/g, '')
  const tidy = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : null
}

const decimalsOf: Partial<Record<Field['type'], number>> = { euro: 2, fte: 2, integer: 0, year: 0 }

function numberOf(field: Field, typed: string): { value?: number; rule?: string } {
  const value = parseNumber(typed)
  if (value === null) return { rule: field.type }
  const decimals = decimalsOf[field.type]
  if (decimals !== undefined && Number(value.toFixed(decimals)) !== value) return { rule: field.type }
  if (field.type === 'year' && (value < 1000 || value > 9999)) return { rule: 'year' }
  return { value }
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isRecord(value) && Object.values(value).every(isEmpty)
}

/** The body to send, without what was left empty, and the faults that need no server to be seen. */
export function toBody(fields: Field[], draft: Body, languages: string[]): { body: Body; faults: FormFault[] } {
  const faults: FormFault[] = []
  const body = recordOf(fields, draft, [], { faults, languages })
  return { body, faults }
}

interface Reading {
  faults: FormFault[]
  languages: string[]
}

function recordOf(fields: Field[], draft: Body, at: Step[], reading: Reading): Body {
  const body: Body = {}
  for (const field of fields) {
    const value = draft[field.name]
    const here = [...at, field.name]
    if (isEmpty(value)) {
      if (field.required && !field.list)
        reading.faults.push({
          path: pathOf(field.type === 'text' ? [...here, reading.languages[0] ?? 'nl'] : here),
          rule: 'required',
        })
    } else if (field.list && Array.isArray(value)) {
      const members = (value as unknown[]).map((each, index) => valueOf(field, each, [...here, index], reading))
      body[field.name] = members.filter((each) => each !== undefined)
    } else {
      body[field.name] = valueOf(field, value, here, reading)
    }
  }
  return body
}

function valueOf(field: Field, value: unknown, at: Step[], reading: Reading): unknown {
  const fault = (rule: string, steps = at) => void reading.faults.push({ path: pathOf(steps), rule })
  if (field.type === 'object') return recordOf(field.fields ?? [], isRecord(value) ? value : {}, at, reading)
  if (field.type === 'text') return textOf(value, at, reading)
  if (isEmpty(value)) return fault('required')
  if (typeof value !== 'string') return value
  if (['integer', 'year', 'euro', 'fte', 'decimal'].includes(field.type)) {
    const { value: number, rule } = numberOf(field, value)
    return rule ? fault(rule) : number
  }
  const trimmed = value.trim()
  if (field.type === 'date' && !isDate(trimmed)) return fault('date')
  if (field.type === 'period' && !isPeriod(trimmed)) return fault('period')
  if (field.type === 'id' && !/^[A-Za-z0-9-]{1,64}$/.test(trimmed)) return fault('id')
  return trimmed
}

function textOf(value: unknown, at: Step[], { faults, languages }: Reading): Body {
  const given = isRecord(value) ? value : {}
  for (const language of languages) {
    if (isEmpty(given[language])) faults.push({ path: pathOf([...at, language]), rule: 'required' })
  }
  return Object.fromEntries(Object.entries(given).map(([language, words]) => [language, String(words).trim()]))
}
