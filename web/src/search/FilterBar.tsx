// SPDX-License-Identifier: EUPL-1.2
// The bar above a register: words to find, choices to narrow with, how many are left.
import { useId } from 'react'
import { useLanguage } from '../shared/language'
import type { Choice } from './filters'
import './filters.css'

export interface Filter {
  name: string
  title: string
  choices: Choice[]
}

interface FilterBarProps {
  filters: Filter[]
  values: Record<string, string>
  onChange: (name: string, value: string) => void
  onClear: () => void
  shown: number
  total: number
}

/** The words to find are the value `q`. */
export function FilterBar({ filters, values, onChange, onClear, shown, total }: FilterBarProps) {
  const { m } = useLanguage()
  const id = useId()
  const any = Object.values(values).some(Boolean)
  return (
    <form className="filter-bar" aria-label={m('search.narrow')} onSubmit={(event) => event.preventDefault()}>
      <div className="filter-field filter-words">
        <label htmlFor={`${id}-q`}>{m('search.words')}</label>
        <input
          id={`${id}-q`}
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          maxLength={100}
          autoComplete="off"
          value={values['q'] ?? ''}
          onChange={(event) => onChange('q', event.target.value)}
        />
      </div>
      {filters.map((filter) => (
        <div key={filter.name} className="filter-field">
          <label htmlFor={`${id}-${filter.name}`}>{filter.title}</label>
          <select
            id={`${id}-${filter.name}`}
            className="utrecht-select utrecht-select--html-select"
            value={values[filter.name] ?? ''}
            onChange={(event) => onChange(filter.name, event.target.value)}
          >
            <option value="">{m('search.all')}</option>
            {filter.choices.map(({ value, title, count }) => (
              <option key={value} value={value}>{`${title} (${count})`}</option>
            ))}
          </select>
        </div>
      ))}
      <p className="filter-count" role="status">
        <strong>{m('search.shown', { shown, count: total })}</strong>
        {any && (
          <button type="button" className="quiet-button" onClick={onClear}>
            {m('search.clear')}
          </button>
        )}
      </p>
    </form>
  )
}
