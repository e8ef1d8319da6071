// SPDX-License-Identifier: EUPL-1.2
// What does not hang together in the agenda shown, and in all that the city does and plans.
import { useId, useState } from 'react'
import { formatEuro } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { TakeAlong } from '../shared/TakeAlong'
import { useAgenda, useItems } from './AgendaContext'
import { findingGroups } from './findings'
import { useItemAddress } from './ItemLink'
import type { Finding } from './types'

export function FindingsList() {
  const { m, text, label } = useLanguage()
  const { choice, frame } = useAgenda()
  const [ofCity, setOfCity] = useState(false)
  const id = useId()
  const findings = ofCity ? frame.findings : choice.findings
  const titles = (list: Finding['items']) => list.map(({ title }) => text(title)).join('; ')
  const table = () => ({
    title: m('agenda.findingsTitle'),
    columns: [
      { title: m('agenda.findingKind') },
      { title: m('agenda.between') },
      { title: m('agenda.about') },
      { title: m('agenda.shortfall') },
      { title: m('agenda.inWords') },
    ],
    rows: findings.map(({ kind, items, about, shortfall, note }) => [
      label('agenda.finding', kind),
      titles(items),
      titles(about),
      shortfall,
      note ? text(note) : '',
    ]),
  })
  return (
    <section className="card" aria-labelledby="samenhang">
      <h2 id="samenhang">{m('agenda.findingsTitle')}</h2>
      <p className="figure-lead">{m('agenda.findingsLead')}</p>
      <div className="field agenda-inline-field">
        <label htmlFor={id}>{m('agenda.findingsOf')}</label>
        <select
          id={id}
          className="utrecht-select utrecht-select--html-select"
          value={ofCity ? 'city' : 'choice'}
          onChange={(event) => setOfCity(event.target.value === 'city')}
        >
          <option value="choice">{m('agenda.findingsOfChoice', { count: choice.findings.length })}</option>
          <option value="city">{m('agenda.findingsOfCity', { count: frame.findings.length })}</option>
        </select>
      </div>
      {findings.length === 0 && <p>{m('agenda.findingsNone')}</p>}
      {findingGroups(findings).map(({ kind, findings: own }, index) => (
        <details key={kind} className="agenda-findings" open={index === 0}>
          <summary>
            {label('agenda.finding', kind)} <span className="agenda-count">{own.length}</span>
          </summary>
          <p className="soft">{m(`agenda.findingMeans.${kind}`)}</p>
          <ul>
            {own.map((finding, at) => (
              <li key={at}>
                <FindingLine finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      ))}
      <div className="figure-tools">
        <TakeAlong name="agenda-samenhang" table={table} />
      </div>
    </section>
  )
}

function FindingLine({ finding: { items, about, shortfall, note } }: { finding: Finding }) {
  const { m, language } = useLanguage()
  return (
    <>
      <p className="agenda-finding-items">
        <Names of={items} sign=" ↔ " />
        {shortfall !== null && <strong> {m('agenda.shortOf', { amount: formatEuro(shortfall, language) })}</strong>}
      </p>
      {note && (
        <p>
          <LocalText of={note} />
        </p>
      )}
      {about.length > 0 && (
        <p className="soft">
          {m('agenda.about')}: <Names of={about} sign=", " />
        </p>
      )}
    </>
  )
}

function Names({ of, sign }: { of: Finding['items']; sign: string }) {
  const items = useItems()
  const address = useItemAddress()
  return of.map(({ kind, id, title }, index) => {
    const item = `${kind}/${id}`
    return (
      <span key={item}>
        {index > 0 && sign}
        <Link to={items.has(item) ? address(item) : documentPath(kind, id)}>
          <LocalText of={title} />
        </Link>
      </span>
    )
  })
}
