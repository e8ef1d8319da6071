// SPDX-License-Identifier: EUPL-1.2
// Light, dark or high contrast: what the reader chose, else what the system asks for.
import { useCallback, useEffect, useState } from 'react'

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]
const remembered = 'koers-theme'

export function chooseTheme(stored: string | null, wantsContrast: boolean, wantsDark: boolean): Theme {
  const known = themes.find((theme) => theme === stored)
  if (known) return known
  if (wantsContrast) return 'contrast'
  return wantsDark ? 'dark' : 'light'
}

const contrast = () => window.matchMedia('(prefers-contrast: more)')
const dark = () => window.matchMedia('(prefers-color-scheme: dark)')
const current = () => chooseTheme(localStorage.getItem(remembered), contrast().matches, dark().matches)

/** Puts the theme on the page before anything is drawn. */
export function applyTheme(theme: Theme = current()): Theme {
  document.documentElement.dataset['theme'] = theme
  return theme
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(current)
  useEffect(() => {
    const follow = () => setTheme(applyTheme())
    const queries = [contrast(), dark()]
    queries.forEach((query) => query.addEventListener('change', follow))
    return () => queries.forEach((query) => query.removeEventListener('change', follow))
  }, [])
  const choose = useCallback((next: Theme) => {
    localStorage.setItem(remembered, next)
    setTheme(applyTheme(next))
  }, [])
  return [theme, choose]
}
