// SPDX-License-Identifier: EUPL-1.2
// How far the simulation is, and what can be done about it.
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { Failure } from '../shared/States'
import { formatNumber } from '../shared/format'
import { addressOf, type Question } from './question'
import { sortFaults } from './stepFaults'
import type { Scenario } from './stepRules'
import { hasEnded, type Run, type Simulation } from './useSimulation'
import { useStepWords } from './useStepWords'

interface RunBarProps {
  run: Run | null
  cancel: () => Promise<void>
  again: () => void
  question: Question
  scenario: Scenario
}

export function RunBar({ run, cancel, again, question, scenario }: RunBarProps) {
  const { m } = useLanguage()
  if (run?.problem) return <Refused run={run} again={again} question={question} scenario={scenario} />
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

/** What the server would not simulate: kindly, and with the way to mend it. */
function Refused({ run, again, question, scenario }: Omit<RunBarProps, 'cancel' | 'run'> & { run: Run }) {
  const { m, label } = useLanguage()
  const words = useStepWords()
  const problem = run.problem!
  const { steps } = sortFaults(problem.faults ?? [])
  if (problem.status === 429) return <Notice text={m('escalator.tooBusy')} again={again} />
  if (steps.size === 0) return <Failure problem={problem} retry={again} />
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{m('escalator.faultsInSteps', { count: steps.size })}</p>
      <ul className="refused-steps">
        {[...steps].map(([index, faults]) => {
          const step = scenario.steps?.[index]
          return (
            <li key={index}>
              <strong>{step ? words(step) : m('escalator.stepNumber', { number: index + 1 })}</strong>:{' '}
              {faults.map(({ rule }) => label('shared.fault', rule)).join('. ')}
            </li>
          )
        })}
      </ul>
      <p>
        <Link to={addressOf(question, { opstellen: '1' })!} className="utrecht-button utrecht-button--primary-action">
          {m('escalator.mend')}
        </Link>
      </p>
    </div>
  )
}
