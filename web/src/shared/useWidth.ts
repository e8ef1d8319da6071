// SPDX-License-Identifier: EUPL-1.2
// The width a picture gets, so that its letters keep their size on a phone.
import { useEffect, useRef, useState, type RefObject } from 'react'

export function useWidth<T extends HTMLElement>(first = 640): [RefObject<T | null>, number] {
  const holder = useRef<T>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const element = holder.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [holder, width]
}
