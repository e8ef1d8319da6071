// SPDX-License-Identifier: EUPL-1.2
// The wishes that count, whose they are and what each costs; each can be let go.
import { LocalText, useLanguage } from '../shared/language'
import { useAgenda, useItems } from './AgendaContext'
import { ask, useAsked } from './asked'
import { ItemLink } from './ItemLink'
import { SearchBar } from './SearchBar'
import { present } from './present'
import type { CountedWish } from './wishes'

/** More than these of the weighing are folded: they were there before the reader came. */
const mostStanding = 2

export function WishChips() {
  const { m } = useLanguage()
  const { wishes, question, search } = useAgenda()
  const priced = useAsked(question, 'prices')
  if (wishes.length === 0) return null
  const own = wishes.filter(({ isOwn }) => isOwn)
  const standing = wishes.filter(({ isOwn }) => !isOwn)
  return (
    <section className="agenda-wishes" aria-labelledby="wensen">
      <h2 id="wensen">{m('agenda.wishes')}</h2>
      {own.length > 0 && <Chips wishes={own} />}
      {standing.length > mostStanding ? (
        <details open={priced?.answer ? true : undefined}>
          <summary>{m('agenda.wishesOfWeighing', { count: standing.length })}</summary>
          <Chips wishes={standing} />
        </details>
      ) : (
        standing.length > 0 && <Chips wishes={standing} />
      )}
      {!priced && search?.answer && (
        <button type="button" className="quiet-button" onClick={() => void ask(question, 'prices')}>
          {m('agenda.askPrices', { count: wishes.length })}
        </button>
      )}
      <SearchBar question={question} ask="prices" asked={priced} />
    </section>
  )
}

function Chips({ wishes }: { wishes: CountedWish[] }) {
  return (
    <ul className="agenda-chips">
      {wishes.map((wish) => (
        <Chip key={wish.item} wish={wish} />
      ))}
    </ul>
  )
}

function Chip({ wish }: { wish: CountedWish }) {
  const { m, text, label } = useLanguage()
  const { unwish, question } = useAgenda()
  const { busy } = present.use()
  const title = text(useItems().get(wish.item)?.title) || wish.item
  const price = useAsked(question, 'prices')?.answer?.prices?.find(({ item }) => item === wish.item)
  return (
    <li className="agenda-chip" data-kind={wish.kind}>
      <span className="agenda-chip-words">
        <strong>{m(`agenda.wishKind.${wish.kind}`)}</strong> <ItemLink item={wish.item} />
        {wish.option && ` (${label('agenda.form', wish.option)})`}
        {!wish.isOwn && <span className="soft"> {m('agenda.wishOfWeighing')}</span>}
        {wish.reason && (
          <span className="agenda-chip-reason">
            <LocalText of={wish.reason} />
          </span>
        )}
        {price && (
          <span className="agenda-chip-price">
            <LocalText of={price.words} />
          </span>
        )}
      </span>
      <button
        type="button"
        className="agenda-chip-remove"
        aria-label={m('agenda.letGo', { title })}
        disabled={busy !== null}
        onClick={() => unwish(wish.item)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" />
        </svg>
      </button>
    </li>
  )
}
