// SPDX-License-Identifier: EUPL-1.2
// Many pressable parts of a picture behind one stop of the Tab key; arrow keys go from one to the next.
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'

interface Roving<T> {
  group: RefObject<T | null>
  /** What part `index` needs; the parts are the children of `group` with a `data-stop`, in order. */
  stop: (index: number) => { tabIndex: number; 'data-stop': number; onKeyDown: (event: KeyboardEvent) => void }
}

export function useRoving<T extends Element>(count: number, onPress: (index: number) => void): Roving<T> {
  const group = useRef<T>(null)
  const [current, setCurrent] = useState(0)
  const go = (index: number) => {
    const next = (index + count) % count
    setCurrent(next)
    group.current?.querySelector<SVGElement>(`[data-stop="${next}"]`)?.focus()
  }
  const press = (event: KeyboardEvent, index: number) => {
    const steps: Record<string, number> = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: count - 1,
    }
    if (event.key === 'Enter' || event.key === ' ') onPress(index)
    else if (event.key in steps) go(steps[event.key]!)
    else return
    event.preventDefault()
  }
  const stop = (index: number) => ({
    tabIndex: index === Math.min(current, count - 1) ? 0 : -1,
    'data-stop': index,
    onKeyDown: (event: KeyboardEvent) => press(event, index),
  })
  return { group, stop }
}
