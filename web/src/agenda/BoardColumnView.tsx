// SPDX-License-Identifier: EUPL-1.2
// One column of a board: folded on a phone, and a place to drop a card on with a mouse.
import { useState, type DragEvent } from 'react'
import { useLanguage } from '../shared/language'
import { useNarrow } from '../shared/useNarrow'
import { useAgenda, useItems } from './AgendaContext'
import type { BoardColumn } from './boards'
import { FormSign } from './FormSign'
import { ItemCard } from './ItemCard'
import { present } from './present'
import { wishOfColumn } from './wishes'

const mostShown = 5
export const dragged = 'text/koers-item'

export function BoardColumnView({ column: { place, cards } }: { column: BoardColumn }) {
  const { m, label } = useLanguage()
  const narrow = useNarrow()
  const { marked } = useAgenda()
  const [all, setAll] = useState(false)
  const [isOver, drop] = useDrop(place)
  const isCut = cards.length > mostShown + 1
  // What changed last is always to be seen.
  const shown = all || !isCut ? cards : cards.filter(({ item }, index) => index < mostShown || marked.has(item.item))
  const title = (
    <>
      <FormSign of={place} /> <span>{label('agenda.form', place)}</span> <span className="agenda-count">{cards.length}</span>
    </>
  )
  const body = (
    <>
      <ul className="agenda-cards">
        {shown.map((card) => (
          <li key={card.item.item}>
            <ItemCard card={card} />
          </li>
        ))}
      </ul>
      {cards.length === 0 && <p className="agenda-none">{m('agenda.noneHere')}</p>}
      {shown.length < cards.length && (
        <button type="button" className="quiet-button" onClick={() => setAll(true)}>
          {m('agenda.showAll', { count: cards.length })}
        </button>
      )}
    </>
  )
  const isMarked = cards.some(({ item }) => marked.has(item.item))
  if (narrow)
    return cards.length === 0 ? null : (
      <details className="agenda-column" data-form={place} {...(isMarked ? { open: true } : {})}>
        <summary>
          {title} {isMarked && <span className="agenda-changed-sign">{m('agenda.changedSign')}</span>}
        </summary>
        {body}
      </details>
    )
  return (
    <div className="agenda-column" data-form={place} data-over={isOver} {...drop}>
      <h4 className="agenda-column-title">{title}</h4>
      {body}
    </div>
  )
}

/** Taking a card to another column is the same as a wish. */
function useDrop(place: BoardColumn['place']) {
  const { wish } = useAgenda()
  const items = useItems()
  const [isOver, setOver] = useState(false)
  const isCard = (event: DragEvent) => event.dataTransfer.types.includes(dragged)
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!isCard(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      const item = items.get(event.dataTransfer.getData(dragged))
      if (!item || present.get().busy) return
      event.preventDefault()
      const { kind, option } = wishOfColumn(place)
      const has = item.options.some(({ form }) => form === option)
      if (kind === 'ban' || has) wish(item.item, kind, option)
    },
  }
  return [isOver, drop] as const
}
