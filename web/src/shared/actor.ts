// SPDX-License-Identifier: EUPL-1.2
// Who did something, as the ledger and the log name them.
import { useLanguage } from './language'
import type { MessageKey } from './messages'

/** Those that are no person. */
const others: Record<string, MessageKey> = {
  'command line': 'shared.actor.commandLine',
  'first start': 'shared.actor.firstStart',
}

/** The name of a person stays as it is; what is no person is said in the language of the reader. */
export function useActorName(): (actor: string) => string {
  const { m } = useLanguage()
  return (actor) => {
    const other = others[actor]
    return other ? m(other) : actor
  }
}
