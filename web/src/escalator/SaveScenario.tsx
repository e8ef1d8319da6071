// SPDX-License-Identifier: EUPL-1.2
// Keeps an own question as a scenario of the city, for those who may; others see nothing of it.
import { useState, type FormEvent } from 'react'
import { useLanguage } from '../shared/language'
import { historyPath, Link } from '../shared/Link'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'
import { useNewDocument } from '../shared/useNewDocument'
import { ownId } from './packed'
import { useCityLanguages } from './QuestionView'
import type { Scenario } from './stepRules'

export function SaveScenario({ scenario, own }: { scenario: Scenario; own: boolean }) {
  const { m } = useLanguage()
  const { may } = useSession()
  const [open, setOpen] = useState(false)
  if (!own || !may('create scenario')) return null
  return (
    <>
      <button type="button" className="quiet-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {m('escalator.save')}
      </button>
      {open && <SaveForm scenario={scenario} />}
    </>
  )
}

/** An id as documents have it: letters, digits and dashes. */
export function idOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const id = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return id || ownId
}

function SaveForm({ scenario }: { scenario: Scenario }) {
  const { m, label } = useLanguage()
  const languages = useCityLanguages() ?? ['nl']
  const [title, setTitle] = useState(scenario.title)
  const [summary, setSummary] = useState(scenario.summary)
  const { made, problem, make } = useNewDocument('/documents/scenarios')
  const save = (event: FormEvent) => {
    event.preventDefault()
    void make({ ...scenario, id: idOf(title['nl'] ?? Object.values(title)[0] ?? ''), title, summary })
  }
  if (made)
    return (
      <p className="notice save-scenario" role="status">
        {m('escalator.saved')} <Link to={historyPath('scenario', made)}>{m('escalator.toDocument')}</Link>
      </p>
    )
  return (
    <form className="card save-scenario" onSubmit={save}>
      <p>{m('escalator.saveText')}</p>
      {languages.map((language) => (
        <fieldset key={language}>
          <legend>{label('escalator.language', language)}</legend>
          <div className="field">
            <label htmlFor={`bewaar-titel-${language}`}>{m('escalator.questionTitle')}</label>
            <input
              id={`bewaar-titel-${language}`}
              className="utrecht-textbox utrecht-textbox--html-input"
              value={title[language] ?? ''}
              required
              maxLength={300}
              onChange={(event) => setTitle({ ...title, [language]: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`bewaar-vraag-${language}`}>{m('escalator.questionText')}</label>
            <textarea
              id={`bewaar-vraag-${language}`}
              className="utrecht-textarea utrecht-textarea--html-textarea"
              value={summary[language] ?? ''}
              required
              maxLength={1000}
              onChange={(event) => setSummary({ ...summary, [language]: event.target.value })}
            />
          </div>
        </fieldset>
      ))}
      {problem && <Failure problem={problem} />}
      <button type="submit" className="utrecht-button utrecht-button--primary-action">
        {m('escalator.saveNow')}
      </button>
    </form>
  )
}
