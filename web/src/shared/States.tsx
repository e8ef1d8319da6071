// SPDX-License-Identifier: EUPL-1.2
// What a page shows when there is nothing to show yet, no more, or not at all.
import type { ReactNode } from 'react'
import type { Problem } from '../api/types'
import { adviceFor } from './failure'
import { useLanguage } from './language'
import { Link } from './Link'
import { TechnicalNote } from './TechnicalNote'

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

/** What went wrong and what the reader can do. */
export function Failure({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const { m, label } = useLanguage()
  const faults = problem.faults ?? []
  const rules = [...new Set(faults.map(({ rule }) => rule))]
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{m(adviceFor(problem.status))}</p>
      {rules.map((rule) => (
        <p key={rule}>{label('shared.fault', rule)}</p>
      ))}
      {problem.detail && (
        <TechnicalNote>
          <p>{problem.detail}</p>
          <ul>
            {faults.map(({ path, found, expected }, index) => (
              <li key={index}>{`${path}: found ${found}, expected ${expected}`}</li>
            ))}
          </ul>
        </TechnicalNote>
      )}
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
