// SPDX-License-Identifier: EUPL-1.2
// Beside the ring: what is late or due, in the whole cycle or in the quadrant that was chosen.
import { useState } from 'react'
import type { DueItem, Overview } from '../api/types'
import { formatDate } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Num } from '../shared/Provenance'
import { Tag, toneOf } from '../shared/Tag'
import { QuadrantFacts } from './QuadrantFacts'
import type { Quadrant } from './quadrants'

const firstItems = 6

interface DuePanelProps {
  overview: Overview
  /** Everything in the calendar of the cycle. */
  items: DueItem[]
  chosen: Quadrant | null
  onChoose: (quadrant: Quadrant | null) => void
}

const presses = ({ state }: DueItem) => state === 'late' || state === 'due'

export function DuePanel({ overview, items: calendar, chosen, onChoose }: DuePanelProps) {
  const { m } = useLanguage()
  const [all, setAll] = useState(false)
  const items = chosen ? calendar.filter((item) => item.quadrant === chosen) : overview.due.filter(presses)
  const shown = all ? items : items.slice(0, firstItems)
  const others = chosen ? 0 : calendar.filter(presses).length - items.length
  return (
    <section className="due-panel" aria-labelledby="due-title">
      <h2 id="due-title">{chosen ? m(`overview.quadrant.${chosen}`) : m('overview.nowDue')}</h2>
      {chosen && <QuadrantFacts overview={overview} quadrant={chosen} />}
      {items.length === 0 && <p className="soft">{m('overview.nothingDue')}</p>}
      <ul className="due-list">
        {shown.map((item) => (
          <DueRow key={item.id} item={item} />
        ))}
      </ul>
      {all && others > 0 && <p className="soft">{m('overview.others', { count: others })}</p>}
      <p className="button-row">
        {shown.length < items.length && (
          <button type="button" className="quiet-button" onClick={() => setAll(true)}>
            {m('overview.showAll', { count: items.length })}
          </button>
        )}
        {chosen && (
          <button type="button" className="quiet-button" onClick={() => onChoose(null)}>
            {m('overview.wholeCycle')}
          </button>
        )}
      </p>
    </section>
  )
}

/** The document that says when: the activity of the cycle, or what is due itself. */
function groundOf({ id, subject }: DueItem): { kind: string; id: string } {
  return subject?.id === id ? { kind: subject.kind, id } : { kind: 'cycle_activity', id }
}

function DueRow({ item }: { item: DueItem }) {
  const { m, text, language } = useLanguage()
  const provenance = {
    title: text(item.title),
    definition: m(`overview.dueReason.${item.reason}`),
    period: `${item.dueFrom}/${item.dueBy}`,
    status: item.status,
    sources: item.sources,
    subject: groundOf(item),
  }
  return (
    <li>
      <Tag tone={toneOf(item.state)}>{m(`overview.state.${item.state}`)}</Tag>
      <div>
        {item.subject ? (
          <Link to={documentPath(item.subject.kind, item.subject.id)}>
            <LocalText of={item.title} />
          </Link>
        ) : (
          <LocalText of={item.title} />
        )}
        <span className="due-when">
          {item.state === 'upcoming' || item.state === 'not_yet' ? m('overview.from') : m('overview.by')}{' '}
          <Num
            value={item.days ?? 0}
            shown={formatDate(item.state === 'upcoming' || item.state === 'not_yet' ? item.dueFrom : item.dueBy, language)}
            provenance={provenance}
          />
        </span>
      </div>
    </li>
  )
}
