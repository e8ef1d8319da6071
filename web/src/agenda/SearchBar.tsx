// SPDX-License-Identifier: EUPL-1.2
// How far a search is, and what can be done about it.
import { useEffect, useState } from 'react'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import type { Question } from './address'
import { ask as askAgain, askedKey, isOpen, stop, type Asked } from './asked'
import { Contradictions } from './Contradictions'
import type { Ask } from './types'

interface SearchBarProps {
  question: Question
  ask: Ask
  asked: Asked | undefined
  item?: string
}

export function SearchBar({ question, ask, asked, item }: SearchBarProps) {
  const { m } = useLanguage()
  const again = () => void askAgain(question, ask, item)
  if (!asked || asked.answer) return null
  if (asked.problem?.status === 429) return <Notice text={m('agenda.tooBusy')} again={again} />
  if (asked.problem?.faults?.length && asked.problem.status === 400)
    return (
      <div className="agenda-contradiction" role="alert">
        <p className="agenda-notice-title">{m('agenda.contradiction')}</p>
        <Contradictions problem={asked.problem} />
      </div>
    )
  if (asked.problem && asked.job?.state !== 'cancelled') return <Failure problem={asked.problem} retry={again} />
  if (asked.lost) return <Notice text={m('agenda.lost')} again={again} />
  if (!isOpen(asked)) return <Notice text={m('agenda.stopped')} again={again} />
  return <Running asked={asked} onStop={() => void stop(askedKey(question, ask, item))} />
}

const mostBeforeEnd = 99

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}

function Running({ asked: { job }, onStop }: { asked: Asked; onStop: () => void }) {
  const { m } = useLanguage()
  const seconds = useSeconds()
  const { done, total } = job ?? { done: 0, total: 0 }
  // The last round may be done while its proof is still being sought.
  const percent = total > 0 ? Math.min(mostBeforeEnd, Math.floor((done / total) * 100)) : 0
  const title = m(job?.state === 'running' ? 'agenda.searching' : 'agenda.waiting')
  return (
    <div className="agenda-search">
      <p>
        {title} <strong>{percent}%</strong> <span className="soft">{m('agenda.searchSeconds', { count: seconds })}</span>
      </p>
      <progress aria-label={title} max={100} value={percent} />
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onStop} disabled={!job}>
        {m('agenda.stop')}
      </button>
    </div>
  )
}

function Notice({ text, again }: { text: string; again: () => void }) {
  const { m } = useLanguage()
  return (
    <div className="agenda-search" role="status">
      <p>{text}</p>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={again}>
        {m('agenda.searchOn')}
      </button>
    </div>
  )
}
