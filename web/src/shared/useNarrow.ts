// SPDX-License-Identifier: EUPL-1.2
// Whether the page stands on a narrow screen, such as that of a phone; kept up while it is turned.
import { useSyncExternalStore } from 'react'

const narrow = () => window.matchMedia('(max-width: 40rem)')

function onChange(listener: () => void): () => void {
  const query = narrow()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

export function useNarrow(): boolean {
  return useSyncExternalStore(onChange, () => narrow().matches)
}
