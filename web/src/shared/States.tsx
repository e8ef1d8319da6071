// SPDX-License-Identifier: EUPL-1.2
// What a page shows when there is nothing to show yet, no more, or not at all.
import type { ReactNode } from 'react'
import type { Problem } from '../api/types'
import { useLanguage } from './language'
import { Link } from './Link'

type Skeleton = 'page' | 'cards' | 'table' | 'picture' | 'lines'
const pieces: Record<Skeleton, string[]> = {
  page: ['title', 'line', 'block', 'block'],
  cards: ['card', 'card', 'card'],
  table: ['row', 'row', 'row', 'row', 'row', 'row'],
  picture: ['picture'],
  lines: ['line', 'line', 'line'],
}

/** The shape of what is coming, instead of a spinner. */
export function Loading({ skeleton = 'lines' }: { skeleton?: Skeleton }) {
  const { m } = useLanguage()
  return (
    <div className={`skeleton skeleton-${skeleton}`} role="status">
      <span className="visually-hidden">{m('shared.loading')}</span>
      {pieces[skeleton].map((piece, index) => (
        <span key={index} className={`bone bone-${piece}`} />
      ))}
    </div>
  )
}

function useAdvice(): (status: number) => string {
  const { m } = useLanguage()
  return (status) => {
    if (status === -1) return m('shared.failure.page')
    if (status === 0) return m('shared.failure.offline')
    if (status === 401) return m('shared.failure.logIn')
    if (status === 403) return m('shared.failure.forbidden')
    if (status === 404) return m('shared.failure.missing')
    if (status === 429) return m('shared.failure.busy')
    return status >= 500 ? m('shared.failure.server') : m('shared.failure.other')
  }
}

/** What went wrong and what the reader can do. */
export function Failure({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { m } = useLanguage()
  const advice = useAdvice()
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{advice(problem.status)}</p>
      {problem.detail && <p className="soft">{problem.detail}</p>}
      <p className="button-row">
        <button
          type="button"
          className="utrecht-button utrecht-button--secondary-action"
          onClick={retry ?? (() => location.reload())}
        >
          {m('shared.retry')}
        </button>
        {problem.status === 401 && <Link to="/inloggen">{m('shell.logIn')}</Link>}
      </p>
    </div>
  )
}

/** Nothing here: says why and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}
