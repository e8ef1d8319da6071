// SPDX-License-Identifier: EUPL-1.2
// The whole question is in the address, so that a link is enough to ask it again; what comes in from there is trusted in nothing.
import { runningForms, proposedForms, tempos, type Body, type Form, type Line, type Tempo, type Wish } from './types'

export const views = ['tijdlijn', 'borden', 'afwegen', 'sporen', 'vergelijken'] as const
export type View = (typeof views)[number]

/** What an agenda is asked with. */
export interface Question {
  /** Absent: the weighing that begins last. */
  weighing?: string
  tempo?: Tempo
  wishes: Wish[]
  /** Items about which the wishes of the weighing do not count. */
  setAside: string[]
}

export type Asked = { kind: 'broken' } | { kind: 'question'; question: Question }

const forms: readonly string[] = [...runningForms, ...proposedForms]
const isForm = (value: string): value is Form => forms.includes(value)
const isTempo = (value: string): value is Tempo => (tempos as readonly string[]).includes(value)
const itemPattern = /^(effort|policy_document)\.([a-z0-9][a-z0-9-]{0,119})$/
const mostWishes = 200
const between = '*'
const longestAgenda = 6000

const packedItem = (item: string) => item.replace('/', '.')

function readItem(packed: string): string | null {
  const found = itemPattern.exec(packed)
  return found ? `${found[1]}/${found[2]}` : null
}

const packWish = ({ item, kind, option }: Wish) =>
  [kind === 'must' ? 'm' : 'n', packedItem(item), ...(option ? [option] : [])].join('.')

function readWish(packed: string): Wish | null {
  const [letter, kind, id, option] = packed.split('.')
  const item = id === undefined ? null : readItem(`${kind}.${id}`)
  if (!item || (letter !== 'm' && letter !== 'n') || (option !== undefined && !isForm(option))) return null
  return { item, kind: letter === 'm' ? 'must' : 'ban', ...(option ? { option } : {}) }
}

/** Every part read, or null when one of them cannot be. */
function readAll<T>(packed: string | null, read: (part: string) => T | null): T[] | null {
  if (!packed) return []
  const parts = packed.split(between).map(read)
  return parts.length <= mostWishes && parts.every((part) => part !== null) ? parts : null
}

const isOnce = (items: string[]) => new Set(items).size === items.length

export function readQuestion(query: URLSearchParams): Asked {
  const weighing = query.get('weging') ?? undefined
  const tempo = query.get('tempo') ?? undefined
  const wishes = readAll(query.get('wensen'), readWish)
  const setAside = readAll(query.get('los'), readItem)
  const isSound =
    (weighing === undefined || /^[a-z0-9][a-z0-9-]{0,79}$/.test(weighing)) && (tempo === undefined || isTempo(tempo))
  if (!isSound || !wishes || !setAside || !isOnce(wishes.map(({ item }) => item))) return { kind: 'broken' }
  return { kind: 'question', question: { weighing, tempo: tempo as Tempo | undefined, wishes, setAside } }
}

/** How a question stands in an address; null takes a part away. */
export function queryOf({ weighing, tempo, wishes, setAside }: Question): Record<string, string | null> {
  return {
    weging: weighing ?? null,
    tempo: tempo ?? null,
    wensen: wishes.map(packWish).join(between) || null,
    los: setAside.map(packedItem).join(between) || null,
  }
}

/** An address of the page: the question with what else it should show. */
export function addressOf(question: Question, more: Record<string, string | null> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...queryOf(question), ...more })) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/agenda?${text}` : '/agenda'
}

/** The same for the same question, whatever the order of its wishes. */
export function keyOf(question: Question): string {
  const { weging, tempo } = queryOf(question)
  const sorted = (packed: string[]) => [...packed].sort().join(between)
  return [weging, tempo, sorted(question.wishes.map(packWish)), sorted(question.setAside.map(packedItem))].join(' ')
}

export function bodyOf({ weighing, tempo, wishes, setAside }: Question): Body {
  return { ...(weighing ? { weighingId: weighing } : {}), ...(tempo ? { tempo } : {}), wishes, setAside }
}

export function readView(query: URLSearchParams): View {
  const asked = query.get('beeld')
  return views.find((view) => view === asked) ?? 'tijdlijn'
}

/** The item whose card is asked for, as `kind/id`. */
export function readShownItem(query: URLSearchParams): string | null {
  const asked = query.get('onderdeel')
  return asked && readItem(asked.replace('/', '.'))
}

/** An agenda as a piece of an address; null when it does not fit. */
export function packLines(lines: Line[]): string | null {
  const packed = lines.map(({ item, option, starts }) => `${packedItem(item)}.${option}.${starts}`).join(between)
  return packed.length > longestAgenda ? null : packed
}

/** Null when anything in it is not as we pack it. */
export function readLines(packed: string): Line[] | null {
  if (packed.length > longestAgenda) return null
  const lines = packed.split(between).map((part): Line | null => {
    const [kind, id, option, starts] = part.split('.')
    const item = id === undefined ? null : readItem(`${kind}.${id}`)
    return item && option && isForm(option) && /^\d{4}$/.test(starts ?? '') ? { item, option, starts: Number(starts) } : null
  })
  return lines.every((line) => line !== null) && isOnce(lines.map(({ item }) => item)) ? lines : null
}
