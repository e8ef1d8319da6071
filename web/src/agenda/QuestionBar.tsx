// SPDX-License-Identifier: EUPL-1.2
// Which weighing, over which years, and how fast things may change.
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark } from '../shared/Provenance'
import { setQuery } from '../shared/router'
import { useAgenda } from './AgendaContext'
import { useAsked } from './asked'
import type { Tempo } from './types'

export function QuestionBar() {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  const { weighing, weighings } = frame
  return (
    <div className="agenda-question">
      <div className="field agenda-weighing">
        {weighings.length > 1 ? (
          <>
            <label htmlFor="weging">{m('agenda.weighing')}</label>
            <select
              id="weging"
              className="utrecht-select utrecht-select--html-select"
              value={weighing.id}
              onChange={(event) => setQuery({ weging: event.target.value, wensen: null, los: null, tempo: null })}
            >
              {weighings.map(({ id, title }) => (
                <option key={id} value={id}>
                  {text(title)}
                </option>
              ))}
            </select>
          </>
        ) : (
          <p className="field-label">{text(weighing.title)}</p>
        )}
        <p className="agenda-weighing-words">
          {text(weighing.summary)}{' '}
          {weighing.status === 'illustrative' && <IllustrativeMark>{m('agenda.partIllustrative')}</IllustrativeMark>}{' '}
          <Link to={documentPath('weighing', weighing.id)}>{m('agenda.howWeighed')}</Link>
        </p>
      </div>
      <TempoSwitch />
    </div>
  )
}

function TempoSwitch() {
  const { m, text } = useLanguage()
  const { frame, question } = useAgenda()
  const known = useAsked({ ...question, tempo: undefined }, 'tempos')?.answer?.tempos ?? []
  const choices: { tempo?: Tempo; words: string }[] = [
    ...frame.weighing.tempos.map(({ tempo, shiftPercent }) => {
      const summary = text(known.find((each) => each.tempo === tempo)?.summary)
      return { tempo, words: summary.replace(/^[^:]+: /, '') || m('agenda.tempoLimit', { percent: shiftPercent }) }
    }),
    { words: m('agenda.tempoNone') },
  ]
  if (choices.length < 2) return null
  return (
    <fieldset className="agenda-tempos">
      <legend>{m('agenda.tempoTitle')}</legend>
      <div className="agenda-tempo-row">
        {choices.map(({ tempo, words }) => (
          <label key={tempo ?? 'none'} className="agenda-tempo" data-chosen={question.tempo === tempo}>
            <input
              type="radio"
              name="tempo"
              checked={question.tempo === tempo}
              onChange={() => setQuery({ tempo: tempo ?? null })}
            />
            <span>
              <strong>{m(tempo ? `agenda.tempo.${tempo}` : 'agenda.tempo.none')}</strong>
              <span className="agenda-tempo-words">{words}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
