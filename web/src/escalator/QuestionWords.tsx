// SPDX-License-Identifier: EUPL-1.2
// What the question is called, and what is asked.
import { useLanguage } from '../shared/language'
import type { OwnQuestion } from './packed'

interface WordsProps {
  question: OwnQuestion
  onChange: (what: string, next: OwnQuestion) => void
}

export function QuestionWords({ question, onChange }: WordsProps) {
  const { m } = useLanguage()
  return (
    <div className="question-words">
      <div className="field">
        <label htmlFor="vraag-titel">{m('escalator.questionTitle')}</label>
        <input
          id="vraag-titel"
          className="utrecht-textbox utrecht-textbox--html-input"
          value={question.title}
          maxLength={300}
          placeholder={m('escalator.untitled')}
          onChange={(event) => onChange('title', { ...question, title: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="vraag-tekst">{m('escalator.questionText')}</label>
        <textarea
          id="vraag-tekst"
          className="utrecht-textarea utrecht-textarea--html-textarea"
          value={question.summary}
          maxLength={1000}
          rows={2}
          onChange={(event) => onChange('summary', { ...question, summary: event.target.value })}
        />
      </div>
    </div>
  )
}
