// SPDX-License-Identifier: EUPL-1.2
// Reading the vision as it was on another day.
import { formatDate } from '../shared/format'
import { useLanguage } from '../shared/language'
import { useSince } from '../shared/ledger'
import { setQuery } from '../shared/router'

/** `found` when there is a vision of that day. */
export function AsOf({ value, found }: { value: string; found: boolean }) {
  const { m, language } = useLanguage()
  const since = useSince()
  return (
    <div className="as-of">
      <label htmlFor="op">{m('vision.asOf')}</label>
      <input
        id="op"
        type="date"
        min={since}
        className="utrecht-textbox utrecht-textbox--html-input"
        defaultValue={value.length === 10 ? value : ''}
        onChange={(event) => setQuery({ op: event.target.value })}
      />
      {value && (
        <p role="status">
          {found && `${m('vision.asOfShown', { date: formatDate(value, language) })} `}
          <button type="button" className="quiet-button" onClick={() => setQuery({ op: null })}>
            {m('vision.toToday')}
          </button>
        </p>
      )}
    </div>
  )
}
