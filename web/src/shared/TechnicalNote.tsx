// SPDX-License-Identifier: EUPL-1.2
// What the server says of a fault is English: for a Dutch reader it stands behind what the page says itself.
import type { ReactNode } from 'react'
import { useLanguage } from './language'

export function TechnicalNote({ children }: { children: ReactNode }) {
  const { m, language } = useLanguage()
  if (language === 'en') return <div className="technical-note soft">{children}</div>
  return (
    <details className="technical-note soft">
      <summary>{m('shared.technicalNote')}</summary>
      <div lang="en">{children}</div>
    </details>
  )
}
