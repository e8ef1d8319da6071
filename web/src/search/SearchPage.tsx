// SPDX-License-Identifier: EUPL-1.2
// Searching in everything: results while typing, by kind, each with the place where it was found.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { setQuery, usePlace } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import { groupByKind, piecesOf } from './excerpt'
import './search.css'

const pause = 250
const limit = 50

/** What is typed, and the query of the address that follows it after a short pause. */
function useTyped(): [string, (typed: string) => void, string] {
  const { query } = usePlace()
  const asked = query.get('q') ?? ''
  const [typed, setTyped] = useState(asked)
  const written = useRef(asked)
  useEffect(() => {
    if (asked !== written.current) {
      written.current = asked
      setTyped(asked)
    }
  }, [asked])
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === written.current) return
    const timer = setTimeout(() => {
      written.current = wanted
      setQuery({ q: wanted })
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, setTyped, asked]
}

/** Arrow keys go from result to result. */
function moveAmongResults(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=search], .result a')]
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

export default function SearchPage() {
  const { m } = useLanguage()
  const [typed, setTyped, asked] = useTyped()
  return (
    <div className="search-page" onKeyDown={moveAmongResults}>
      <PageHeader title={m('search.title')} intro={m('search.intro')} />
      <form role="search" aria-label={m('search.title')} className="search-form" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="zoek-in-alles">{m('search.label')}</label>
        <input
          id="zoek-in-alles"
          type="search"
          className="utrecht-textbox utrecht-textbox--html-input"
          maxLength={200}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      {asked ? <Results query={asked} /> : <Suggestions />}
    </div>
  )
}

function Results({ query }: { query: string }) {
  const { m, label, language } = useLanguage()
  const path = `/search-results?q=${encodeURIComponent(query)}&limit=${limit}&language=${language}`
  const { data, error, reload } = useApi<Schemas['SearchResults']>(path)
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="table" />
  if (data.items.length === 0) {
    return (
      <>
        <p role="status" className="visually-hidden">
          {m('search.none', { query })}
        </p>
        <Empty title={m('search.none', { query })}>
          <p>{m('search.noneAdvice')}</p>
        </Empty>
        <Suggestions />
      </>
    )
  }
  const found = data.items.length
  return (
    <>
      <p role="status" className="soft">
        {found === limit ? m('search.foundMany', { count: found }) : m('search.found', { count: found })}
      </p>
      {groupByKind(data.items).map(({ kind, items }) => (
        <section key={kind} className="result-group" aria-labelledby={`soort-${kind}`}>
          <h2 id={`soort-${kind}`}>
            {label('edit.kinds', kind)} <span className="soft">({items.length})</span>
          </h2>
          <ul>
            {items.map((item) => (
              <Result key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Result({ item }: { item: Schemas['SearchResults']['items'][number] }) {
  return (
    <li className="result">
      <Link to={documentPath(item.kind, item.id)}>
        <LocalText of={item.title} />
      </Link>
      <p className="result-excerpt">
        {piecesOf(item.excerpt).map(({ text, match }, index) =>
          match ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
    </li>
  )
}

const examples = ['Meerzicht', 'woningen', 'jongeren', 'energie', 'ouderen', 'binnenstad']

function Suggestions() {
  const { m } = useLanguage()
  return (
    <section className="suggestions" aria-labelledby="suggesties">
      <h2 id="suggesties">{m('search.suggestions')}</h2>
      <ul className="suggestion-list">
        {examples.map((each) => (
          <li key={each}>
            <Link to={`/zoeken?q=${each}`}>{each}</Link>
          </li>
        ))}
      </ul>
      <p>{m('search.orBrowse')}</p>
      <ul className="browse-list">
        <li>
          <Link to="/beleid">{m('shell.nav.policy')}</Link>
        </li>
        <li>
          <Link to="/programmas">{m('shell.nav.efforts')}</Link>
        </li>
        <li>
          <Link to="/buurten">{m('shell.nav.areas')}</Link>
        </li>
        <li>
          <Link to="/besluiten">{m('shell.nav.decisions')}</Link>
        </li>
        <li>
          <Link to="/visie">{m('shell.nav.vision')}</Link>
        </li>
      </ul>
    </section>
  )
}
