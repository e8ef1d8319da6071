// SPDX-License-Identifier: EUPL-1.2
// The options of an item beside each other: how long, from when, what each costs and brings.
import { LocalText, useLanguage } from '../shared/language'
import { DataTable, type Column } from '../shared/DataTable'
import { Num } from '../shared/Provenance'
import type { Origin } from '../shared/tableFile'
import { useAgenda } from './AgendaContext'
import { FormSign } from './FormSign'
import type { Item, Option } from './types'
import { useWords } from './useWords'

const originOf =
  (item: Item) =>
  (option: Option): Origin => ({
    status: [...option.money, ...option.people].some(({ status }) => status === 'illustrative') ? 'illustrative' : item.status,
    sources: [...option.money, ...option.people]
      .flatMap(({ sources }) => sources)
      .concat(item.sources)
      .slice(0, 3),
  })

export function OptionTable({ item }: { item: Item }) {
  const { m, label, text } = useLanguage()
  const { choice } = useAgenda()
  const words = useWords()
  const chosen = choice.items.find((each) => each.item === item.item)
  const columns: Column<Option>[] = [
    {
      key: 'form',
      title: m('agenda.option'),
      rowHeader: true,
      value: ({ form }) => label('agenda.form', form),
      cell: ({ form, note }) => (
        <>
          <FormSign of={form} /> {label('agenda.form', form)}
          {chosen?.option === form && <span className="agenda-now"> {m('agenda.inThisAgendaShort')}</span>}
          {note && (
            <span className="option-note">
              <LocalText of={note} />
            </span>
          )}
        </>
      ),
    },
    { key: 'years', title: m('agenda.duration'), numeric: true, value: ({ years }) => years },
    {
      key: 'starts',
      title: m('agenda.canStart'),
      sortable: false,
      value: ({ starts }) => spanOf(starts.map(({ year }) => year)),
    },
    {
      key: 'worth',
      title: m('agenda.worthPoints'),
      numeric: true,
      decimals: 3,
      value: (option) => startOf(option)?.worth,
      cell: (option) => <AmountOf item={item} option={option} of="worth" shown={words.worth} />,
    },
    {
      key: 'money',
      title: m('agenda.moneyAll'),
      numeric: true,
      value: (option) => startOf(option)?.money,
      cell: (option) => <AmountOf item={item} option={option} of="money" shown={words.euro} />,
    },
    {
      key: 'means',
      title: m('agenda.perYear'),
      sortable: false,
      value: useMeansWords(),
      cell: (option) => <PerYear option={option} />,
    },
  ]
  return (
    <section className="card" aria-labelledby="opties">
      <h2 id="opties">{m('agenda.options')}</h2>
      <p className="figure-lead">{m('agenda.optionsLead')}</p>
      <DataTable
        caption={m('agenda.optionsTable', { title: text(item.title) })}
        columns={columns}
        rows={item.options}
        rowKey={({ form }) => form}
        downloadName={`agenda-${item.appraisal}-opties`}
        origin={originOf(item)}
      />
    </section>
  )
}

const startOf = ({ starts }: Option) => starts[0]

function spanOf(years: number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === undefined ? '–' : first === last ? String(first) : `${first}–${last}`
}

interface AmountProps {
  item: Item
  option: Option
  of: 'worth' | 'money'
  shown: (value: number) => string
}

/** At the earliest start; later it brings less and often costs less within the years of the agenda. */
function AmountOf({ item, option, of, shown }: AmountProps) {
  const { m, text, label } = useLanguage()
  const start = startOf(option)
  if (!start) return m('agenda.cannotStart')
  const { status, sources } = originOf(item)(option)
  const provenance = {
    title: `${text(item.title)}, ${label('agenda.form', option.form)}`,
    definition: m(of === 'worth' ? 'agenda.worthMeans' : 'agenda.moneyMeans'),
    note: m('agenda.atStart', { year: start.year }),
    sources,
    subject: { kind: 'appraisal', id: item.appraisal },
    ...(of === 'money' ? { status } : {}),
  }
  return <Num value={start[of]} shown={shown(start[of])} provenance={provenance} />
}

function useSeries(): (option: Option) => string[] {
  const { text, m } = useLanguage()
  const { frame } = useAgenda()
  const words = useWords()
  return ({ money, people }) => [
    ...money.map(
      ({ fund, amounts }) => `${amounts.map(words.euro).join(', ')} (${text(frame.funds.find(({ id }) => id === fund)?.title)})`,
    ),
    ...people.map(
      ({ team, amounts }) =>
        `${m('agenda.fte', { amount: amounts.map((each) => words.number(each, 2)).join(', ') })} (${text(frame.teams.find(({ id }) => id === team)?.title)})`,
    ),
  ]
}

function useMeansWords(): (option: Option) => string {
  const series = useSeries()
  return (option) => series(option).join('; ')
}

function PerYear({ option }: { option: Option }) {
  const series = useSeries()(option)
  return (
    <span className="agenda-lines">
      {series.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}
