// SPDX-License-Identifier: EUPL-1.2
// The order of a table as a choice, for a phone: there the heads with their buttons are not to be seen.
import { useId } from 'react'
import { useLanguage } from './language'

export interface Sort {
  key: string
  descending: boolean
}

interface SortChoiceProps {
  columns: { key: string; title: string }[]
  sort: Sort | undefined
  onSort: (sort: Sort | undefined) => void
}

export function SortChoice({ columns, sort, onSort }: SortChoiceProps) {
  const { m } = useLanguage()
  const id = useId()
  const choose = (key: string) => onSort(key ? { key, descending: sort?.descending ?? false } : undefined)
  return (
    <div className="sort-choice">
      <label htmlFor={id}>{m('shared.sortBy')}</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={sort?.key ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{m('shared.sortNone')}</option>
        {columns.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="utrecht-button utrecht-button--secondary-action"
        disabled={!sort}
        onClick={() => sort && onSort({ ...sort, descending: !sort.descending })}
      >
        <SortArrows order={sort && (sort.descending ? 'descending' : 'ascending')} />
        {m(sort?.descending ? 'shared.descending' : 'shared.ascending')}
        <span className="visually-hidden"> ({m('shared.turnRound')})</span>
      </button>
    </div>
  )
}

export function SortArrows({ order }: { order: 'ascending' | 'descending' | undefined }) {
  return (
    <svg viewBox="0 0 12 16" aria-hidden="true">
      <path className={order === 'ascending' ? 'on' : ''} d="M6 2l4 5H2z" />
      <path className={order === 'descending' ? 'on' : ''} d="M6 14l4-5H2z" />
    </svg>
  )
}
