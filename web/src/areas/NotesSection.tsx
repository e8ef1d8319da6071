// SPDX-License-Identifier: EUPL-1.2
// What people who work in the area see, beside the figures; and adding to it, without anybody in it.
import { useState, type FormEvent } from 'react'
import type { AreaProfile, Schemas, Text } from '../api/types'
import { titleOf } from '../edit/documentTypes'
import { useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark } from '../shared/Provenance'
import { useSession } from '../shared/session'
import { Failure, Loading } from '../shared/States'
import { Tag } from '../shared/Tag'
import { Field, Line, useFieldFaults, Words } from '../signals/Fields'
import { useSending } from '../signals/useSending'

export function NotesSection({ profile }: { profile: AreaProfile }) {
  const { m, language } = useLanguage()
  const { may } = useSession()
  return (
    <section className="document-section" aria-labelledby="waarnemingen">
      <h2 id="waarnemingen">{m('areas.notes')}</h2>
      <p className="figure-lead">{m('areas.notesLead')}</p>
      {profile.notes.length === 0 && <p className="soft">{m('areas.noNotes')}</p>}
      <ul className="note-list">
        {profile.notes.map((note) => (
          <li key={note.id} className="card">
            <p className="signal-tags">
              <Tag tone="quiet">
                <LocalText of={note.theme.title} />
              </Tag>
              {note.audience === 'staff' && <Tag tone="neutral">{m('areas.staffOnly')}</Tag>}
              {note.status === 'illustrative' && <IllustrativeMark>{m('signals.illustrative')}</IllustrativeMark>}
            </p>
            <blockquote>{note.text}</blockquote>
            <p className="soft">
              {note.profession}, {formatDate(note.month, language)}
              {note.area.id !== profile.id && (
                <>
                  {' · '}
                  <Link to={documentPath(note.area.kind, note.area.id)}>
                    <LocalText of={note.area.title} />
                  </Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {may('create field_note') && <NoteForm profile={profile} />}
    </section>
  )
}

interface Theme {
  id: string
  title: Text
}

function useThemes(open: boolean): Theme[] | undefined {
  const { data } = useApi<Schemas['DocumentPage']>(open ? '/documents/indicator-sets?limit=200' : null)
  return data?.items
    .filter(({ body }) => (body as { purpose?: string }).purpose === 'theme')
    .map(({ id, body }) => ({ id, title: titleOf(body) }))
}

function NoteForm({ profile }: { profile: AreaProfile }) {
  const { m } = useLanguage()
  const [open, setOpen] = useState(false)
  const themes = useThemes(open)
  return (
    <details className="small-form" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m('areas.addNote')}</summary>
      {open && (themes ? <NoteFields profile={profile} themes={themes} /> : <Loading />)}
    </details>
  )
}

/** A name that nothing else has; what the note says stands in it and not in its name. */
const newId = (area: string, month: string) => `${area}-${month}-${Date.now().toString(36)}`.toLowerCase()

function NoteFields({ profile, themes }: { profile: AreaProfile; themes: Theme[] }) {
  const { m, text } = useLanguage()
  const [theme, setTheme] = useState('')
  const [month, setMonth] = useState(new Date().toISOString().slice(0, 7))
  const [profession, setProfession] = useState('')
  const [words, setWords] = useState('')
  const [forAll, setForAll] = useState(false)
  const [tried, setTried] = useState(false)
  const sending = useSending()
  const faultOf = useFieldFaults(sending.faults)
  const missing = (value: string) => (tried && !value.trim() ? m('signals.fillIn') : undefined)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (![theme, month, profession, words].every((each) => each.trim())) return
    const body = {
      id: newId(profile.id, month),
      theme,
      area: `${profile.level}/${profile.id}`,
      month,
      profession,
      text: words,
      audience: forAll ? 'everybody' : 'staff',
    }
    if (!(await sending.post('/documents/field-notes', body))) return
    setWords('')
    setTried(false)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={m('areas.addNote')}>
      {sending.problem && <Failure problem={sending.problem} />}
      {sending.done && (
        <p className="notice" role="status">
          {m('areas.noteAdded')}
        </p>
      )}
      <Field id="thema" title={m('signals.theme')} fault={missing(theme) ?? faultOf('theme').words}>
        {(described) => (
          <select
            id="thema"
            className="utrecht-select utrecht-select--html-select"
            value={theme}
            onChange={(event) => setTheme(event.target.value)}
            {...described}
          >
            <option value="">{m('edit.choose')}</option>
            {themes.map((each) => (
              <option key={each.id} value={each.id}>
                {text(each.title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Line
        id="maand"
        type="month"
        title={m('areas.month')}
        hint={m('areas.monthHint')}
        value={month}
        onChange={setMonth}
        fault={missing(month) ?? faultOf('month').words}
      />
      <Line
        id="beroep"
        title={m('areas.profession')}
        hint={m('areas.professionHint')}
        value={profession}
        onChange={setProfession}
        fault={missing(profession) ?? faultOf('profession').words}
      />
      <Words
        id="waarneming"
        title={m('areas.noteText')}
        hint={m('signals.noPeople')}
        value={words}
        onChange={setWords}
        fault={missing(words) ?? faultOf('text').words}
        personal={faultOf('text').personal}
      />
      <p className="check-field">
        <input id="openbaar" type="checkbox" checked={forAll} onChange={(event) => setForAll(event.target.checked)} />{' '}
        <label htmlFor="openbaar">{m('areas.forEverybody')}</label>
      </p>
      <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={sending.busy}>
        {sending.busy ? m('signals.sending') : m('areas.addNoteNow')}
      </button>
    </form>
  )
}
