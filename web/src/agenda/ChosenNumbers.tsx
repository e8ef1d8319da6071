// SPDX-License-Identifier: EUPL-1.2
// Worth, money and people of an item in the agenda shown, each with where it comes from.
import { useLanguage } from '../shared/language'
import { Num, type Provenance } from '../shared/Provenance'
import { sourcesOf, useAgenda } from './AgendaContext'
import type { Chosen, Item } from './types'
import { useWords } from './useWords'

interface Props {
  item: Item
  chosen: Chosen
}

/** Where a number about an item comes from. The mark of what is made up stands on the item, not on each of its numbers. */
function useProvenance(item: Item): (what: string, definition: string) => Provenance {
  const { text, label } = useLanguage()
  const { weighing } = useAgenda().frame
  return (what, definition) => ({
    title: `${text(item.title)}: ${what.toLowerCase()}`,
    definition,
    period: `${weighing.years.from}/${weighing.years.to}`,
    note: label('shared.status', item.status),
    sources: sourcesOf(item),
    subject: { kind: 'appraisal', id: item.appraisal },
  })
}

function Worth({ item, chosen: { worth } }: Props) {
  const { m } = useLanguage()
  const words = useWords()
  const provenance = useProvenance(item)
  return <Num value={worth} shown={words.worth(worth)} provenance={provenance(m('agenda.worth'), m('agenda.worthMeans'))} />
}

function Money({ item, chosen: { money } }: Props) {
  const { m } = useLanguage()
  const words = useWords()
  const provenance = useProvenance(item)
  return <Num value={money} shown={words.euro(money)} provenance={provenance(m('agenda.money'), m('agenda.moneyMeans'))} />
}

function Fte({ item, chosen: { people } }: Props) {
  const { m } = useLanguage()
  const words = useWords()
  const provenance = useProvenance(item)
  return <Num value={people} shown={words.fte(people)} provenance={provenance(m('agenda.people'), m('agenda.peopleMeans'))} />
}

/** What it brings and takes; nothing for what is not taken up. */
export function ChosenNumbers({ item, chosen }: Props) {
  const { m } = useLanguage()
  if (!chosen.option) return null
  return (
    <dl className="agenda-card-numbers">
      <div>
        <dt>{m('agenda.worth')}</dt>
        <dd>
          <Worth item={item} chosen={chosen} />
        </dd>
      </div>
      <div>
        <dt>{m('agenda.money')}</dt>
        <dd>
          <Money item={item} chosen={chosen} />
        </dd>
      </div>
      <div>
        <dt>{m('agenda.people')}</dt>
        <dd>
          <Fte item={item} chosen={chosen} />
        </dd>
      </div>
    </dl>
  )
}
