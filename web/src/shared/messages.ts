// SPDX-License-Identifier: EUPL-1.2
// Messages by key: `feature.key`, with {name} for values and `one | many` for a count.
import { messages as dutch } from '../messages/nl'

type Keys<T> = { [F in keyof T & string]: `${F}.${keyof T[F] & string}` }[keyof T & string]

export type MessageKey = Keys<typeof dutch>
export type Messages = Record<string, Record<string, string>>
export type Params = Record<string, string | number>

export const dutchMessages: Messages = dutch

/** The message for `key` as it stands in the files, or undefined. */
export function find(messages: Messages, key: string): string | undefined {
  const dot = key.indexOf('.')
  return messages[key.slice(0, dot)]?.[key.slice(dot + 1)]
}

/** Fills in the values; `params.count` chooses between `one | many`. */
export function fill(message: string, params: Params = {}): string {
  const forms = message.split(' | ')
  const form = forms.length === 2 && params['count'] !== 1 ? forms[1]! : forms[0]!
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
