// SPDX-License-Identifier: EUPL-1.2
// The tempos of the weighing beside each other: how much changes and what it is worth.
import { linear } from '../monitor/scales'
import { Figure } from '../shared/Figure'
import { LocalText, useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { addressOf } from './address'
import { useAgenda } from './AgendaContext'
import { AskSection } from './AskSection'
import { counts, type Place } from './choice'
import { FormSign } from './FormSign'
import type { Answer, Solved } from './types'
import { useWords } from './useWords'

export function TempoPicture() {
  const { m } = useLanguage()
  const { question } = useAgenda()
  return (
    <AskSection
      ask="tempos"
      of={{ ...question, tempo: undefined }}
      title={m('agenda.temposTitle')}
      lead={m('agenda.temposLead')}
      takes={m('agenda.takesHalfMinute')}
    >
      {(answer) => answer.tempos && <Tempos answer={answer} tempos={answer.tempos} />}
    </AskSection>
  )
}

function Tempos({ answer, tempos }: { answer: Answer; tempos: Solved[] }) {
  const { m, text } = useLanguage()
  const all = [...tempos, answer.agenda]
  const name = ({ tempo }: Solved) => m(tempo ? `agenda.tempo.${tempo}` : 'agenda.tempo.none')
  const numeric = (title: string, decimals: number) => ({ title, numeric: true, decimals })
  return (
    <Figure
      title={m('agenda.temposTitle')}
      lead={m('agenda.temposLead')}
      downloadName="agenda-tempos"
      hasSvg={false}
      table={{
        columns: [
          { title: m('agenda.tempoTitle') },
          numeric(m('agenda.worthPoints'), 3),
          numeric(m('agenda.atMost'), 3),
          numeric(m('agenda.otherThanNow'), 0),
          numeric(m('agenda.shifted'), 0),
          { title: m('agenda.inWords') },
        ],
        rows: all.map((each) => [
          name(each),
          each.value,
          each.bound,
          each.choice?.changed,
          each.choice?.shift.moved,
          text(each.summary ?? each.words),
        ]),
      }}
      picture={
        <ul className="tempo-columns">
          {all.map((each) => (
            <TempoColumn key={each.tempo ?? 'none'} of={each} name={name(each)} most={mostOf(all)} />
          ))}
        </ul>
      }
    />
  )
}

const mostOf = (all: Solved[]) => Math.max(...all.map(({ choice }) => choice?.shift.moved ?? 0), 1)
const stacked: Place[] = ['keep', 'bend', 'speed_up', 'supplement', 'stop', 'light', 'base', 'plus']

function TempoColumn({ of, name, most }: { of: Solved; name: string; most: number }) {
  const { m, label } = useLanguage()
  const words = useWords()
  const { question } = useAgenda()
  const found = of.choice && counts(of.choice)
  const x = linear(0, most, 0, 100)
  return (
    <li className="tempo-column" data-chosen={(question.tempo ?? null) === of.tempo}>
      <h3>
        <Link to={addressOf({ ...question, tempo: of.tempo ?? undefined }, { beeld: 'afwegen' })}>{name}</Link>
      </h3>
      {of.choice && of.value !== null && found ? (
        <>
          <p className="tempo-value">{m('agenda.points', { points: words.worth(of.value) })}</p>
          <p className="soft">{of.bound !== null && m('agenda.atMostPoints', { points: words.worth(of.bound) })}</p>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="tempo-bar" aria-hidden="true">
            <rect className="gauge-track" width="100" height="10" />
            <rect className="tempo-moved" width={x(of.choice.shift.moved)} height="10" />
          </svg>
          <p>{m('agenda.tempoMoves', { money: words.euro(of.choice.shift.moved), count: of.choice.changed })}</p>
          <ul className="tempo-counts">
            {stacked.map((place) => (
              <li key={place} data-none={found[place] === 0}>
                <FormSign of={place} /> <strong>{found[place]}</strong> {label('agenda.form', place)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          <LocalText of={of.summary ?? of.words} />
        </p>
      )}
    </li>
  )
}
