// SPDX-License-Identifier: EUPL-1.2
// What a failed request means for a reader, by its status; 0 is no answer at all, -1 a fault of our own.
import type { MessageKey } from './messages'

const advice: Record<number, MessageKey> = {
  [-1]: 'shared.failure.page',
  0: 'shared.failure.offline',
  401: 'shared.failure.logIn',
  403: 'shared.failure.forbidden',
  404: 'shared.failure.missing',
  409: 'shared.failure.conflict',
  412: 'shared.failure.stale',
  413: 'shared.failure.tooLarge',
  428: 'shared.failure.stale',
  429: 'shared.failure.busy',
}

export function adviceFor(status: number): MessageKey {
  return advice[status] ?? (status >= 500 ? 'shared.failure.server' : 'shared.failure.other')
}
