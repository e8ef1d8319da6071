// SPDX-License-Identifier: EUPL-1.2
// A value outside the page, so that what was found is still there when somebody comes back.
import { useSyncExternalStore } from 'react'

export interface Store<T> {
  get(): T
  set(change: (before: T) => T): void
  use(): T
}

export function store<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = () => value
  return {
    get,
    set: (change) => {
      value = change(value)
      listeners.forEach((listener) => listener())
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
