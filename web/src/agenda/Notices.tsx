// SPDX-License-Identifier: EUPL-1.2
// What the last wish changed, what could not be, and whether a better agenda was found since.
import { LocalText, useLanguage } from '../shared/language'
import { setQuery } from '../shared/router'
import { Failure } from '../shared/States'
import { keyOf, queryOf } from './address'
import { useAgenda } from './AgendaContext'
import { changedBetween, isBetter } from './choice'
import { Contradictions } from './Contradictions'
import { Excesses } from './Excesses'
import { ItemLink } from './ItemLink'
import { dismiss, keep, present, show, undo, type Refusal } from './present'
import { useWords } from './useWords'

export function Notices() {
  const { busy, refusal } = present.use()
  const { m } = useLanguage()
  return (
    <div className="agenda-notices">
      <div role="status">
        {busy && <p className="agenda-notice">{m('agenda.trying')}</p>}
        <GaveWay />
      </div>
      {refusal && <Refused refusal={refusal} />}
      <Offer />
    </div>
  )
}

const mostNamed = 6

/** The sentence of the server, with the changed items to go to, and the way back. */
function GaveWay() {
  const { m } = useLanguage()
  const { note, marked, busy } = present.use()
  if (busy || !note) return null
  return (
    <div className="agenda-notice" data-kind="changed">
      <p>
        <LocalText of={note} />
      </p>
      {marked.length > 0 && (
        <p>
          <span className="agenda-changed-sign">{m('agenda.changedSign')}</span>{' '}
          {marked.slice(0, mostNamed).map((item, index) => (
            <span key={item}>
              {index > 0 && '; '}
              <ItemLink item={item} />
            </span>
          ))}
          {marked.length > mostNamed && ` ${m('agenda.andMore', { count: marked.length - mostNamed })}`}
        </p>
      )}
      <p className="button-row">
        <UndoButton />
        <button type="button" className="quiet-button" onClick={dismiss}>
          {m('agenda.dismiss')}
        </button>
      </p>
    </div>
  )
}

export function UndoButton() {
  const { m } = useLanguage()
  const { back } = present.use()
  if (back.length === 0) return null
  const goBack = () => {
    const before = undo()
    if (before) setQuery(queryOf(before))
  }
  return (
    <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={goBack}>
      ↶ {m('agenda.undo')}
    </button>
  )
}

/** A wish that does not fit: what goes least beyond the limits, plainly. */
function Refused({ refusal: { words, overruns, problem } }: { refusal: Refusal }) {
  const { m } = useLanguage()
  if (problem && !problem.faults?.length) return <Failure problem={problem} retry={dismiss} />
  return (
    <div className="agenda-notice" data-kind="refused" role="alert">
      <p className="agenda-notice-title">{m('agenda.refused')}</p>
      {words && (
        <p>
          <LocalText of={words} />
        </p>
      )}
      {problem && <Contradictions problem={problem} />}
      {overruns && <Excesses rows={overruns.rows} />}
      <p className="button-row">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={dismiss}>
          {m('agenda.leaveWish')}
        </button>
      </p>
    </div>
  )
}

/** The full search went on behind the wish and found something better. */
function Offer() {
  const { m } = useLanguage()
  const words = useWords()
  const { search, question } = useAgenda()
  const { shown, kept } = present.use()
  const found = search?.answer?.agenda.choice
  if (!found || !shown || shown.from !== 'wish' || shown.key !== keyOf(question) || kept === shown.choice) return null
  if (!isBetter(found, shown.choice))
    return (
      <p className="agenda-notice" data-kind="quiet" role="status">
        {m('agenda.nothingBetter')}
      </p>
    )
  const count = changedBetween(shown.choice, found).length
  return (
    <div className="agenda-notice" data-kind="offer" role="status">
      <p>{m('agenda.betterFound', { value: words.worth(found.value), shown: words.worth(shown.choice.value), count })}</p>
      <p className="button-row">
        <button
          type="button"
          className="utrecht-button utrecht-button--primary-action"
          onClick={() => show({ ...shown, choice: found, from: 'search' })}
        >
          {m('agenda.takeOver')}
        </button>
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => keep(shown.choice)}>
          {m('agenda.keepThis')}
        </button>
      </p>
    </div>
  )
}
