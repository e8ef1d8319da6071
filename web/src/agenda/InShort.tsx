// SPDX-License-Identifier: EUPL-1.2
// The agenda in a few sentences, for who has a minute.
import type { ReactNode } from 'react'
import { capital } from '../shared/format'
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import { counts, totals } from './choice'
import { ItemLink } from './ItemLink'
import { beyondOf } from './means'
import { useWords } from './useWords'

const mostNamed = 3

export function InShort() {
  const { m } = useLanguage()
  const { money, people } = beyondOf(useAgenda().choice)
  const sentences = [
    { words: useCounts() },
    { words: useMost() },
    { words: useMoney() },
    { words: useBeyond(), isBeyond: money > 0 || people > 0 },
  ].filter(({ words }) => words !== null)
  return (
    <div className="agenda-short">
      <h3>{m('agenda.inShort')}</h3>
      <ul>
        {sentences.map(({ words, isBeyond }, index) => (
          <li key={index} data-attention={isBeyond}>
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useCounts(): ReactNode {
  const { m } = useLanguage()
  const found = counts(useAgenda().choice)
  const parts = [
    ['agenda.shortNew', found.light + found.base + found.plus],
    ['agenda.shortChanged', found.bend + found.speed_up + found.supplement],
    ['agenda.shortKept', found.keep],
    ['agenda.shortStopped', found.stop],
    ['agenda.shortOut', found.out],
  ] as const
  const said = parts.flatMap(([key, count]) => (count > 0 ? [m(key, { count })] : []))
  return said.length ? `${capital(said.join('; '))}.` : null
}

function useMoney(): ReactNode {
  const { m } = useLanguage()
  const words = useWords()
  const { choice, frame } = useAgenda()
  const budget = frame.funds.reduce((sum, fund) => sum + fund.budget.reduce((all, year) => all + year, 0), 0)
  const { from, to } = frame.weighing.years
  const { moved, limit } = choice.shift
  const params = { money: words.euro(totals(choice).money), budget: words.euro(budget), from, to, moved: words.euro(moved) }
  return limit === null ? m('agenda.shortMoney', params) : m('agenda.shortMoneyLimit', { ...params, limit: words.euro(limit) })
}

function useBeyond(): ReactNode {
  const { m } = useLanguage()
  const words = useWords()
  const { choice } = useAgenda()
  const { money, people } = beyondOf(choice)
  if (money > 0 && people > 0) return m('agenda.shortBeyondBoth', { money: words.euro(money), fte: words.fte(people) })
  if (money > 0) return m('agenda.shortBeyondMoney', { money: words.euro(money) })
  return people > 0 ? m('agenda.shortBeyondPeople', { fte: words.fte(people) }) : m('agenda.shortWithin')
}

function useMost(): ReactNode {
  const { m } = useLanguage()
  const { choice } = useAgenda()
  const most = [...choice.items].filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth)
  if (most.length === 0) return null
  return (
    <>
      {m('agenda.shortMost')}{' '}
      {most.slice(0, mostNamed).map(({ item }, index) => (
        <span key={item}>
          {index > 0 && ', '}
          <ItemLink item={item} />
        </span>
      ))}
      .
    </>
  )
}
