// SPDX-License-Identifier: EUPL-1.2
// A picture that must be worked out first: a button, how far it is, and then the picture.
import type { ReactNode } from 'react'
import { LocalText, useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import { ask as askNow, useAsked } from './asked'
import type { Question } from './address'
import { SearchBar } from './SearchBar'
import type { Answer, Ask } from './types'

interface AskSectionProps {
  ask: Ask
  /** Of another question than the one of the page. */
  of?: Question
  title: string
  lead: string
  /** How long it takes, in words. */
  takes: string
  /** Nothing when the answer has no such part. */
  children: (answer: Answer) => ReactNode
}

export function AskSection({ ask, of, title, lead, takes, children }: AskSectionProps) {
  const { m } = useLanguage()
  const { question } = useAgenda()
  const about = of ?? question
  const asked = useAsked(about, ask)
  const body = asked?.answer && children(asked.answer)
  return (
    <section className="card agenda-asked" aria-live="polite" aria-label={title}>
      {body || (
        <>
          <h2>{title}</h2>
          <p className="figure-lead">{lead}</p>
          {!asked && (
            <p className="button-row">
              <button
                type="button"
                className="utrecht-button utrecht-button--primary-action"
                onClick={() => void askNow(about, ask)}
              >
                {m('agenda.workOut')}
              </button>
              <span className="soft">{takes}</span>
            </p>
          )}
          <SearchBar question={about} ask={ask} asked={asked} />
          {asked?.answer && (
            <p>
              <LocalText of={asked.answer.agenda.words} />
            </p>
          )}
        </>
      )}
    </section>
  )
}
