// SPDX-License-Identifier: EUPL-1.2
// The way to the card of an item; the view one came from stays in the address.
import { LocalText } from '../shared/language'
import { Link } from '../shared/Link'
import { usePlace } from '../shared/router'
import { useItems } from './AgendaContext'

/** The address of the page as it stands, with the card of an item open. */
export function useItemAddress(): (item: string | null) => string {
  const { query } = usePlace()
  return (item) => {
    const next = new URLSearchParams(query)
    if (item) next.set('onderdeel', item.replace('/', '.'))
    else next.delete('onderdeel')
    const text = next.toString()
    return text ? `/agenda?${text}` : '/agenda'
  }
}

export function ItemLink({ item }: { item: string }) {
  const title = useItems().get(item)?.title
  const address = useItemAddress()
  return <Link to={address(item)}>{title ? <LocalText of={title} /> : item}</Link>
}
