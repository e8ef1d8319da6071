// SPDX-License-Identifier: EUPL-1.2
// Why an item is not in, or why it is: the threshold, what gives way, and the smallest change that brings it in.
import { linear } from '../monitor/scales'
import { LocalText, useLanguage } from '../shared/language'
import { useWidth } from '../shared/useWidth'
import type { Schemas } from '../api/types'
import { useAgenda } from './AgendaContext'
import { ask, useAsked } from './asked'
import { Excesses } from './Excesses'
import { ItemLink } from './ItemLink'
import { SearchBar } from './SearchBar'
import type { Chosen, Item } from './types'
import { useWords } from './useWords'

type Why = Schemas['AgendaWhyNot']

export function WhyNot({ item: { item }, chosen }: { item: Item; chosen: Chosen }) {
  const { m } = useLanguage()
  const { question, wishes } = useAgenda()
  const asked = useAsked(question, 'why_not', item)
  if (wishes.some((wish) => wish.item === item)) return <p className="soft">{m('agenda.whyNotWished')}</p>
  return (
    <div className="agenda-why" aria-live="polite">
      {!asked && (
        <button
          type="button"
          className="utrecht-button utrecht-button--primary-action"
          onClick={() => void ask(question, 'why_not', item)}
        >
          {m(chosen.active ? 'agenda.askWhy' : 'agenda.askWhyNot')}
        </button>
      )}
      <SearchBar question={question} ask="why_not" asked={asked} item={item} />
      {asked?.answer?.whyNot && <Reasons why={asked.answer.whyNot} />}
      {asked?.answer && !asked.answer.whyNot && <LocalText of={asked.answer.agenda.words} />}
    </div>
  )
}

function Reasons({ why }: { why: Why }) {
  const { m } = useLanguage()
  return (
    <>
      <h3>{m(why.belongs ? 'agenda.whyIn' : 'agenda.whyNot')}</h3>
      <p>
        <LocalText of={why.words} />
      </p>
      {!why.belongs && why.threshold !== null && <Threshold worth={why.worth} threshold={why.threshold} />}
      <Names title={m('agenda.goesOut')} items={why.belongs ? [] : why.displaced} />
      <Names title={m('agenda.comesIn')} items={why.belongs ? [] : why.broughtIn} />
      {!why.belongs && why.smallest.length > 0 && (
        <>
          <h4>{m('agenda.smallest')}</h4>
          <Excesses rows={why.smallest} />
        </>
      )}
    </>
  )
}

/** What it is worth beside what it should be worth; the sentence above says the same. */
function Threshold({ worth, threshold }: { worth: number; threshold: number }) {
  const { m } = useLanguage()
  const words = useWords()
  const [holder, width] = useWidth<HTMLDivElement>()
  const [low, high] = [Math.min(0, worth, threshold), Math.max(worth, threshold, 0.001) * 1.1]
  const x = linear(low, high, 4, Math.min(width, 460) - 4)
  return (
    <div ref={holder} className="agenda-threshold">
      <svg viewBox={`0 0 ${Math.min(width, 460)} 30`} width={Math.min(width, 460)} height={30} aria-hidden="true">
        <rect className="gauge-track" x={x(low)} width={x(high) - x(low)} y={8} height={14} rx={7} />
        <rect className="gauge-fill" x={x(Math.min(0, worth))} width={Math.abs(x(worth) - x(0))} y={8} height={14} rx={4} />
        <path className="gauge-most" d={`M${x(threshold)} 1V29`} />
      </svg>
      <p className="soft">{m('agenda.thresholdWords', { worth: words.worth(worth), threshold: words.worth(threshold) })}</p>
    </div>
  )
}

function Names({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="agenda-plain-list">
        {items.map((item) => (
          <li key={item}>
            <ItemLink item={item} />
          </li>
        ))}
      </ul>
    </>
  )
}
