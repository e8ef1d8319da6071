// SPDX-License-Identifier: EUPL-1.2
// Makes the agenda that is shown the next version, proposed to the council, for those who may; others see nothing of it.
import { useId, useState, type FormEvent } from 'react'
import type { Problem, Schemas, Text } from '../api/types'
import { idOf } from '../escalator/SaveScenario'
import { useCityLanguages } from '../escalator/QuestionView'
import { problemOf, send } from '../shared/api'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { useAgenda } from './AgendaContext'
import { linesOf } from './choice'

export function KeepVersion() {
  const { m } = useLanguage()
  const { may } = useSession()
  const { isFound } = useAgenda()
  const [open, setOpen] = useState(false)
  if (!isFound || !may('create agenda')) return null
  return (
    <>
      <button type="button" className="quiet-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {m('agenda.keepVersion')}
      </button>
      {open && <VersionForm />}
    </>
  )
}

function VersionForm() {
  const { m, label } = useLanguage()
  const { frame, choice } = useAgenda()
  const languages = useCityLanguages() ?? ['nl']
  const id = useId()
  const [title, setTitle] = useState<Text>(frame.weighing.title)
  const [kept, setKept] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    const name = idOf(title['nl'] ?? Object.values(title)[0] ?? '')
    const body = { weighingId: frame.weighing.id, id: name, title, lines: linesOf(choice) }
    try {
      setKept((await send<Schemas['Document']>('POST', '/agenda-versions', body)).data.id)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  if (kept)
    return (
      <p className="notice" role="status">
        {m('agenda.versionKept')} <Link to={documentPath('agenda', kept)}>{m('agenda.toVersion')}</Link>
      </p>
    )
  return (
    <form className="card" onSubmit={(event) => void keep(event)}>
      <p>{m('agenda.keepVersionText')}</p>
      {languages.map((language) => (
        <div key={language} className="field">
          <label htmlFor={`${id}-${language}`}>
            {m('agenda.versionTitle', { language: label('escalator.language', language) })}
          </label>
          <input
            id={`${id}-${language}`}
            className="utrecht-textbox utrecht-textbox--html-input"
            value={title[language] ?? ''}
            required
            maxLength={300}
            onChange={(event) => setTitle({ ...title, [language]: event.target.value })}
          />
        </div>
      ))}
      <button type="submit" className="utrecht-button utrecht-button--primary-action">
        {m('agenda.keepVersion')}
      </button>
      {problem && <Failure problem={problem} />}
    </form>
  )
}
