// SPDX-License-Identifier: EUPL-1.2
// Amounts by which something goes beyond a limit, one to a line.
import type { Text } from '../api/types'
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import type { Excess } from './types'
import { useWords } from './useWords'

export function Excesses({ rows }: { rows: Excess[] }) {
  const words = useExcessWords()
  if (rows.length === 0) return null
  return (
    <ul className="agenda-plain-list">
      {rows.map((row, index) => (
        <li key={index}>{words(row)}</li>
      ))}
    </ul>
  )
}

export function useExcessWords(): (excess: Excess) => string {
  const { m, text } = useLanguage()
  const words = useWords()
  const { frame } = useAgenda()
  const titleOf = (of: { id: string; title: Text }[], id: string | null) =>
    text(of.find((each) => each.id === id)?.title) || (id ?? '')
  return ({ row, id, year, amount }) => {
    if (row === 'tempo') return m('agenda.excess.tempo', { amount: words.euro(amount) })
    if (row === 'people')
      return m('agenda.excess.people', { amount: words.number(amount, 2), title: titleOf(frame.teams, id), year: year ?? '' })
    return m('agenda.excess.money', { amount: words.euro(amount), title: titleOf(frame.funds, id), year: year ?? '' })
  }
}
