// SPDX-License-Identifier: EUPL-1.2
// "Must" and "not" of one item; a second press lets the wish go.
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import { present } from './present'
import type { Item, WishKind } from './types'

const kinds: WishKind[] = ['must', 'ban']

export function WishButtons({ item: { item, title } }: { item: Item }) {
  const { m, text } = useLanguage()
  const { wishes, wish, unwish } = useAgenda()
  const { busy } = present.use()
  const now = wishes.find((each) => each.item === item)?.kind
  return (
    <span className="wish-buttons" role="group" aria-label={m('agenda.wishAbout', { title: text(title) })}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="wish-button"
          data-kind={kind}
          data-wish={`${kind} ${item}`}
          aria-pressed={now === kind}
          aria-disabled={busy !== null}
          onClick={() => busy === null && (now === kind ? unwish(item) : wish(item, kind))}
        >
          {now === kind && '✓ '}
          {m(`agenda.wishButton.${kind}`)}
        </button>
      ))}
    </span>
  )
}
