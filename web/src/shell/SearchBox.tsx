// SPDX-License-Identifier: EUPL-1.2
import type { FormEvent } from 'react'
import { useLanguage } from '../shared/language'
import { navigate, usePlace } from '../shared/router'

export function SearchBox() {
  const { m } = useLanguage()
  const { path, query } = usePlace()
  const asked = path === '/zoeken' ? (query.get('q') ?? '') : ''
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    if (wanted) navigate(`/zoeken?q=${encodeURIComponent(wanted)}`)
  }
  return (
    <form className="search-box" role="search" action="/zoeken" onSubmit={search}>
      <label className="visually-hidden" htmlFor="zoekveld">
        {m('shell.search')}
      </label>
      <input
        key={asked}
        id="zoekveld"
        name="q"
        type="search"
        maxLength={200}
        defaultValue={asked}
        placeholder={m('shell.search')}
      />
      <button type="submit" aria-label={m('shell.searchButton')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="m15.5 15.5 5.5 5.5" />
        </svg>
      </button>
    </form>
  )
}
