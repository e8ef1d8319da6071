// SPDX-License-Identifier: EUPL-1.2
import { useState, type FormEvent } from 'react'
import { useLanguage } from '../shared/language'
import { useSince } from '../shared/ledger'
import { setQuery } from '../shared/router'

/** Chooses the day to look at a document from. */
export function AsOf({ day }: { day: string | null }) {
  const { m } = useLanguage()
  const since = useSince()
  const [wanted, setWanted] = useState(day ?? '')
  const look = (event: FormEvent) => {
    event.preventDefault()
    setQuery({ op: wanted, bewaard: null })
  }
  const today = () => {
    setWanted('')
    setQuery({ op: null })
  }
  return (
    <form className="as-of" onSubmit={look}>
      <div>
        <label htmlFor="peildatum">{m('edit.asOfDay')}</label>
        <input
          id="peildatum"
          type="date"
          required
          min={since}
          className="utrecht-textbox utrecht-textbox--html-input"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <button type="submit" className="utrecht-button utrecht-button--secondary-action">
        {m('edit.look')}
      </button>
      {day && (
        <button type="button" className="quiet-button" onClick={today}>
          {m('edit.backToNow')}
        </button>
      )}
    </form>
  )
}
