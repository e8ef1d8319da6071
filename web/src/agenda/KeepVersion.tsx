// SPDX-License-Identifier: EUPL-1.2
// Makes the agenda that is shown the next version, proposed to the council, for those who may; others see nothing of it.
import { useId, useState, type FormEvent } from 'react'
import type { Text } from '../api/types'
import { idOf } from '../escalator/SaveScenario'
import { useCityLanguages } from '../escalator/QuestionView'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { useNewDocument } from '../shared/useNewDocument'
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
  const { made, problem, make } = useNewDocument('/agenda-versions')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const id = idOf(title['nl'] ?? Object.values(title)[0] ?? '')
    void make({ weighingId: frame.weighing.id, id, title, lines: linesOf(choice) })
  }
  if (made)
    return (
      <p className="notice" role="status">
        {m('agenda.versionKept')} <Link to={documentPath('agenda', made)}>{m('agenda.toVersion')}</Link>
      </p>
    )
  return (
    <form className="card" onSubmit={keep}>
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
