// SPDX-License-Identifier: EUPL-1.2
// A word in a box with a sign, never only a colour.
import type { ReactNode } from 'react'

export type TagTone = 'neutral' | 'good' | 'attention' | 'bad' | 'busy' | 'quiet'

const signs: Record<TagTone, ReactNode> = {
  neutral: <circle cx="8" cy="8" r="4" />,
  good: <path d="M3 8.5l3.2 3.2L13 5" />,
  attention: <path d="M8 2.5v7M8 12.4v1.2" />,
  bad: <path d="M4 4l8 8M12 4l-8 8" />,
  busy: <path d="M5 3l7 5-7 5z" />,
  quiet: <path d="M3 8h10" />,
}

export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {signs[tone]}
      </svg>
      <span>{children}</span>
    </span>
  )
}

const tones: Record<string, TagTone> = {
  late: 'bad',
  due: 'attention',
  upcoming: 'neutral',
  not_yet: 'quiet',
  current: 'good',
  not_applicable: 'quiet',
  in_force: 'good',
  in_preparation: 'busy',
  superseded: 'quiet',
  withdrawn: 'quiet',
  unknown: 'neutral',
  proposed: 'neutral',
  framed: 'neutral',
  drafted: 'busy',
  consented: 'busy',
  adopted: 'good',
  running: 'busy',
  evaluated: 'good',
  closed: 'quiet',
  final: 'good',
  provisional: 'neutral',
  estimated: 'attention',
  suppressed: 'quiet',
  missing: 'quiet',
  waiting: 'neutral',
  done: 'good',
  failed: 'bad',
  cancelled: 'quiet',
}

/** How a state of the model looks. */
export function toneOf(state: string): TagTone {
  return tones[state] ?? 'neutral'
}
