// SPDX-License-Identifier: EUPL-1.2
// What holds an item: contracts, partners' willingness, and how it hangs together with others.
import type { ReactNode } from 'react'
import { FactList } from '../shared/FactList'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { useItems } from './AgendaContext'
import { ItemLink } from './ItemLink'
import type { Item } from './types'

export function HoldsFacts({ item }: { item: Item }) {
  const { m, label } = useLanguage()
  const bound: ReactNode = item.boundUntil !== null && (
    <>
      {m('agenda.boundUntil', { year: item.boundUntil })} {item.boundBy && <LocalText of={item.boundBy} />}
    </>
  )
  return (
    <section className="card" aria-labelledby="houvast">
      <h2 id="houvast">{m('agenda.holds')}</h2>
      <FactList
        facts={[
          [m('agenda.contracts'), bound || m('agenda.notBound')],
          [m('agenda.willingness'), label('agenda.degree', item.willingness ?? 'unknown')],
          [m('agenda.freedom'), label('agenda.degree', item.freedom ?? 'unknown')],
          [m('agenda.links'), item.links.length > 0 && <Links item={item} />],
        ]}
      />
    </section>
  )
}

function Links({ item: { links } }: { item: Item }) {
  const { label } = useLanguage()
  const items = useItems()
  return (
    <ul className="agenda-plain-list">
      {links.map(({ to, nature, note }) => {
        const [kind, id] = to.split('/') as [string, string]
        return (
          <li key={`${nature} ${to}`}>
            {label('edit.values', nature)}{' '}
            {items.has(to) ? <ItemLink item={to} /> : <Link to={documentPath(kind, id)}>{id.replaceAll('-', ' ')}</Link>}
            {note && (
              <span className="soft">
                {' '}
                (<LocalText of={note} />)
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
