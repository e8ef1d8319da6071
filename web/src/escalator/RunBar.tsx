// SPDX-License-Identifier: EUPL-1.2
// How far the simulation is, and what can be done about it.
import type { ReactNode } from 'react'
import type { Problem } from '../api/types'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import { formatNumber } from '../shared/format'
import { hasEnded, type Run, type Simulation } from './useSimulation'

interface RunBarProps {
  run: Run | null
  cancel: () => Promise<void>
  again: () => void
  /** How to say what the server would not simulate. */
  refused: (problem: Problem) => ReactNode
}

export function RunBar({ run, cancel, again, refused }: RunBarProps) {
  const { m } = useLanguage()
  if (run?.problem?.status === 429) return <Notice text={m('escalator.tooBusy')} again={again} />
  if (run?.problem) return refused(run.problem)
  if (run?.lost) return <Notice text={m('escalator.lost')} again={again} />
  const simulation = run?.simulation
  if (!simulation) return <Waiting />
  if (simulation.state === 'failed') {
    const problem = simulation.problem ?? { type: 'about:blank', title: '', status: 500 }
    return <Failure problem={problem} retry={again} />
  }
  const counts = { done: simulation.replicates, asked: simulation.replicatesAsked }
  if (simulation.state === 'cancelled') return <Notice text={m('escalator.cancelled', counts)} again={again} />
  if (hasEnded(simulation)) return <p className="run-bar run-done" role="status">{`✓ ${m('escalator.finished', counts)}`}</p>
  return <Running simulation={simulation} cancel={cancel} />
}

function Waiting() {
  const { m } = useLanguage()
  return (
    <div className="card run-bar" role="status">
      <p>{m('escalator.starting')}</p>
    </div>
  )
}

function Running({ simulation, cancel }: { simulation: Simulation; cancel: () => Promise<void> }) {
  const { m, language } = useLanguage()
  const percent = simulation.total > 0 ? Math.floor((simulation.done / simulation.total) * 100) : 0
  return (
    <div className="card run-bar">
      <p id="voortgang">
        {m(simulation.state === 'waiting' ? 'escalator.waiting' : 'escalator.running')} <strong>{percent}%</strong>{' '}
        <span className="soft">
          {m('escalator.progress', {
            years: formatNumber(simulation.done, 0, language),
            total: formatNumber(simulation.total, 0, language),
            done: simulation.replicates,
            asked: simulation.replicatesAsked,
          })}
        </span>
      </p>
      <progress aria-labelledby="voortgang" max={simulation.total || 1} value={simulation.done} />
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void cancel()}>
        {m('escalator.cancel')}
      </button>
    </div>
  )
}

function Notice({ text, again }: { text: string; again: () => void }) {
  const { m } = useLanguage()
  return (
    <div className="card run-bar" role="status">
      <p>{text}</p>
      <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={again}>
        {m('escalator.simulateAgain')}
      </button>
    </div>
  )
}
