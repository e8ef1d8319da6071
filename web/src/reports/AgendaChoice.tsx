// SPDX-License-Identifier: EUPL-1.2
// Within which frame and tempo the proposal of an agenda is chosen.
import { useEffect } from 'react'
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import type { Wish } from './addresses'

export type AgendaFrame = Pick<Wish, 'weighing' | 'tempo'>

const tempos: readonly Schemas['AgendaTempo'][] = ['slow', 'medium', 'fast']

export function AgendaChoice({ chosen, onChoose }: { chosen: AgendaFrame; onChoose: (frame: AgendaFrame) => void }) {
  const { m, text } = useLanguage()
  const { data, error, reload } = useApi<Schemas['AgendaFrame']>('/agenda-frame')
  const latest = data?.weighing.id
  useEffect(() => {
    if (!chosen.weighing && latest) onChoose({ ...chosen, weighing: latest })
  }, [chosen, latest, onChoose])
  if (error) return <Failure problem={error} retry={reload} />
  return (
    <>
      <div className="field">
        <label htmlFor="rapport-afweging">{m('reports.weighing')}</label>
        <select
          id="rapport-afweging"
          className="utrecht-select utrecht-select--html-select"
          value={chosen.weighing ?? ''}
          onChange={(event) => onChoose({ ...chosen, weighing: event.target.value })}
        >
          {data?.weighings.map(({ id, title }) => (
            <option key={id} value={id}>
              {text(title)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="rapport-tempo">{m('reports.tempo')}</label>
        <select
          id="rapport-tempo"
          className="utrecht-select utrecht-select--html-select"
          value={chosen.tempo ?? ''}
          onChange={({ target }) => {
            const tempo = tempos.find((each) => each === target.value)
            onChoose({ ...(chosen.weighing && { weighing: chosen.weighing }), ...(tempo && { tempo }) })
          }}
        >
          <option value="">{m('reports.tempoAny')}</option>
          {tempos.map((each) => (
            <option key={each} value={each}>
              {m(`reports.tempo.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <p className="soft">{m('reports.agendaTakesTime')}</p>
    </>
  )
}
