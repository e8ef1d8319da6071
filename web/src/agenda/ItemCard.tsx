// SPDX-License-Identifier: EUPL-1.2
// One item on a board: what happens to it, what it takes and brings, and what one may wish about it.
import { LocalText, useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { IllustrativeMark } from '../shared/Provenance'
import { useAgenda } from './AgendaContext'
import { dragged } from './BoardColumnView'
import type { Card } from './boards'
import { ChosenNumbers } from './ChosenNumbers'
import { useItemAddress } from './ItemLink'
import { StandingSign } from './StandingSign'
import { useWords } from './useWords'
import { WishButtons } from './WishButtons'

export function ItemCard({ card: { item, chosen } }: { card: Card }) {
  const { m } = useLanguage()
  const { marked } = useAgenda()
  const address = useItemAddress()
  const words = useWords()
  const isMarked = marked.has(item.item)
  return (
    <article
      className="agenda-card"
      data-marked={isMarked}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragged, item.item)}
    >
      {isMarked && <p className="agenda-changed-sign">{m('agenda.changedSign')}</p>}
      <p className="agenda-card-title">
        <Link to={address(item.item)} draggable={false}>
          <LocalText of={item.title} />
        </Link>
      </p>
      <p className="agenda-card-kind">
        {words.kind(item)}
        {chosen.option &&
          chosen.option !== 'keep' &&
          chosen.starts !== null &&
          `, ${m('agenda.from', { year: chosen.starts })}`}{' '}
        {item.status === 'illustrative' && <IllustrativeMark />} <StandingSign item={item.item} />
      </p>
      <ChosenNumbers item={item} chosen={chosen} />
      <WishButtons item={item} />
    </article>
  )
}
