// SPDX-License-Identifier: EUPL-1.2
// The width a picture gets, so that its letters keep their size on a phone.
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** A picture of this width stretches nothing around it, so that what there is can be measured. */
const narrowest = 240

export function useWidth<T extends HTMLElement>(): [RefObject<T | null>, number] {
  const holder = useRef<T>(null)
  const [width, setWidth] = useState(narrowest)
  // Before anything is painted: else a phone sees one moment of a page that is too wide.
  useLayoutEffect(() => {
    const element = holder.current
    if (!element) return
    setWidth(element.clientWidth || narrowest)
    // A picture that is hidden for a moment has no width, and nothing can be drawn in that.
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width) || narrowest))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [holder, width]
}
