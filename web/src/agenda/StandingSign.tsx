// SPDX-License-Identifier: EUPL-1.2
// Whether an item is sure of its place: full, half or empty, with the word.
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import { useAsked } from './asked'
import type { Standing } from './types'

const shapes: Record<Standing, string> = {
  core: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12',
  borderline: 'M8 2a6 6 0 0 1 0 12z',
  exterior: '',
}

export function StandingDot({ of }: { of: Standing }) {
  return (
    <svg className="standing-dot" data-standing={of} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" />
      <path d={shapes[of] || 'M0 0'} />
    </svg>
  )
}

/** Nothing as long as it was not worked out. */
export function StandingSign({ item }: { item: string }) {
  const { label } = useLanguage()
  const { question } = useAgenda()
  const found = useAsked(question, 'standing')?.answer?.standing?.items.find((each) => each.item === item)
  if (!found) return null
  return (
    <span className="standing-sign">
      <StandingDot of={found.standing} /> {label('agenda.standing', found.standing)}
    </span>
  )
}
