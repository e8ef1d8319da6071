// SPDX-License-Identifier: EUPL-1.2
// A question of one's own as a piece of an address, and back; what comes in from an address is trusted in nothing.
import { stepForms, type Scenario, type Step } from './stepRules'

/** Longer addresses are cut off by programs that they are sent with. */
export const longestPacked = 6000
const longestTitle = 300
const longestSummary = 1000
const mostSteps = 50
const longestWord = 80

/** What the address holds: short, for every letter makes the link longer. */
export interface OwnQuestion {
  title: string
  summary: string
  steps: Step[]
}

type Raw = Record<string, unknown>
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWord = (value: unknown): value is string => typeof value === 'string' && value.length <= longestWord
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const numbers = ['from', 'until', 'number', 'rooms', 'price', 'amount'] as const
const words = ['type', 'tenure', 'becomes', 'firstFor', 'education'] as const

function toBase64Url(text: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(packed: string): string {
  const bytes = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (each) => each.charCodeAt(0)))
}

/** Null when it does not fit in an address. */
export function pack({ title, summary, steps }: OwnQuestion): string | null {
  const bare = steps.map(({ note: _note, status: _status, ...rest }) => rest)
  const packed = toBase64Url(JSON.stringify({ v: 1, title, summary, steps: bare }))
  return packed.length > longestPacked ? null : packed
}

/** Null when anything in it is not as we pack it. */
export function unpack(packed: string): OwnQuestion | null {
  if (packed.length > longestPacked || !/^[\w-]+$/.test(packed)) return null
  try {
    return readQuestion(JSON.parse(fromBase64Url(packed)))
  } catch {
    return null
  }
}

function readQuestion(value: unknown): OwnQuestion | null {
  if (!isRaw(value) || value['v'] !== 1) return null
  const { title, summary, steps } = value
  if (typeof title !== 'string' || title.length > longestTitle) return null
  if (typeof summary !== 'string' || summary.length > longestSummary) return null
  if (!Array.isArray(steps) || steps.length > mostSteps) return null
  const read = steps.map(readStep)
  return read.every((step) => step !== null) ? { title, summary, steps: read } : null
}

/** Known fields only, each of its kind; whether they fit the form is for the server to say. */
function readStep(value: unknown): Step | null {
  if (!isRaw(value)) return null
  const { name, form, area, from } = value
  if (!isWord(name) || !isWord(area) || !/^(district|neighbourhood)\/\w+$/.test(area) || !isNumber(from)) return null
  if (!stepForms.includes(form as Step['form'])) return null
  const step: Raw = { name, form, area, from }
  for (const field of numbers) if (!keep(step, field, value[field], isNumber)) return null
  for (const field of words) if (!keep(step, field, value[field], isWord)) return null
  return step as unknown as Step
}

function keep(step: Raw, field: string, value: unknown, isSound: (value: unknown) => boolean): boolean {
  if (value === undefined) return true
  step[field] = value
  return isSound(value)
}

/** The question as the server takes it. */
export function asScenario({ title, summary, steps }: OwnQuestion, languages: string[]): Scenario {
  const inAll = (text: string) => Object.fromEntries(languages.map((language) => [language, text]))
  return {
    id: ownId,
    title: inAll(title),
    summary: inAll(summary || title),
    status: 'illustrative',
    steps: steps.map((step) => ({ ...step, status: 'illustrative' })),
  }
}

/** Of a question that is no document of the city. */
export const ownId = 'eigen-vraag'
