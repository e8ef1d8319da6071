// SPDX-License-Identifier: EUPL-1.2
// A board for each track: cards by what happens to them, to search, to narrow and to wish for.
import { useMemo } from 'react'
import { Narrowed } from '../search/RegisterPage'
import type { Property } from '../search/filters'
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import { useAsked } from './asked'
import { BoardColumnView } from './BoardColumnView'
import { tracksOf } from './boards'
import { chosenById, placeOf, places } from './choice'
import { SearchSkeleton } from './SearchSkeleton'
import { groupOf } from './timelineRows'
import type { Item } from './types'
import { useGroupTitle } from './useGroupTitle'
import { useWords } from './useWords'

export function BoardsView() {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  return (
    <section aria-labelledby="borden">
      <h2 id="borden">{m('agenda.view.borden')}</h2>
      <p className="figure-lead">{m('agenda.boardsLead')}</p>
      <SearchSkeleton skeleton="cards">
        <Narrowed rows={frame.items} properties={useProperties()} words={({ title }) => [text(title)]}>
          {(shown) => <Tracks items={shown} />}
        </Narrowed>
      </SearchSkeleton>
    </section>
  )
}

function useProperties(): Property<Item>[] {
  const { m, label } = useLanguage()
  const { choice, marked, wishes, question } = useAgenda()
  const groupTitle = useGroupTitle()
  const words = useWords()
  const standing = useAsked(question, 'standing')?.answer?.standing?.items
  const chosen = useMemo(() => chosenById(choice), [choice])
  const signs = ({ item, status }: Item) => [
    ...(marked.has(item) ? ['marked'] : []),
    ...(wishes.some((wish) => wish.item === item) ? ['wish'] : []),
    ...(status === 'illustrative' ? ['illustrative'] : []),
  ]
  const happens = ({ item }: Item) => {
    const found = chosen.get(item)
    return [found && placeOf(found)]
  }
  return [
    {
      name: 'gebeurt',
      title: m('agenda.whatHappens'),
      of: happens,
      titleOf: (value) => label('agenda.form', value),
      order: places,
    },
    {
      name: 'pijler',
      title: m('agenda.grouping.pijler'),
      of: (item) => [groupOf(item, 'pijler')],
      titleOf: (value) => groupTitle(value as ReturnType<typeof groupOf>),
      order: ['first', 'second', 'both', 'neither'],
    },
    { name: 'soort', title: m('agenda.kindTitle'), of: ({ form }) => [form], titleOf: (form) => words.kind({ form } as Item) },
    { name: 'teken', title: m('agenda.signTitle'), of: signs, titleOf: (value) => label('agenda.sign', value) },
    ...(standing
      ? [
          {
            name: 'kern',
            title: m('agenda.standingTitle'),
            of: ({ item }: Item) => [standing.find((each) => each.item === item)?.standing],
            titleOf: (value: string) => label('agenda.standing', value),
            order: ['core', 'borderline', 'exterior'],
          },
        ]
      : []),
  ]
}

function Tracks({ items }: { items: Item[] }) {
  const { m } = useLanguage()
  const { choice } = useAgenda()
  const groupTitle = useGroupTitle()
  const tracks = useMemo(() => tracksOf(items, choice), [items, choice])
  return tracks.map(({ id, boards, total }) => (
    <section key={id} className="agenda-track" aria-labelledby={`spoor-${id}`}>
      <h3 id={`spoor-${id}`}>
        {groupTitle(id)} <span className="agenda-count">{total}</span>
      </h3>
      {boards.map(({ kind, columns, total: own }) => (
        <div key={kind}>
          {boards.length > 1 && (
            <p className="agenda-board-title">
              {m(`agenda.board.${kind}`)} <span className="agenda-count">{own}</span>
            </p>
          )}
          <div className="agenda-board" data-columns={columns.length}>
            {columns.map((column) => (
              <BoardColumnView key={column.place} column={column} />
            ))}
          </div>
        </div>
      ))}
    </section>
  ))
}
