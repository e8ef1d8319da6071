// SPDX-License-Identifier: EUPL-1.2
// The table twin of the timeline: a row for each item and year that it takes anything, then money and people as a whole.
import type { FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { useAgenda, useItems } from './AgendaContext'
import { sourcesOf } from './AgendaContext'
import { meansOf, titleOfMeans } from './means'
import { useWords } from './useWords'

export function useTimelineTable(): FigureTable {
  const { m, text } = useLanguage()
  const { choice, frame } = useAgenda()
  const items = useItems()
  const words = useWords()
  const { from, to } = frame.weighing.years
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const numeric = (title: string, decimals: number) => ({ title, numeric: true, decimals })
  const columns = [
    { title: m('agenda.item') },
    { title: m('agenda.whatHappens') },
    { title: m('agenda.start') },
    numeric(m('agenda.worthPoints'), 3),
    { title: m('agenda.measure') },
    ...years.map((year) => numeric(String(year), 2)),
  ]
  const own = choice.items.flatMap((chosen) => {
    const item = items.get(chosen.item)
    if (!item || !chosen.option) return []
    const head = [text(item.title), words.line({ ...chosen, starts: null }), String(chosen.starts ?? ''), chosen.worth]
    const amounts = [
      ...chosen.funds.map((fund) => ({
        what: `€, ${text(frame.funds.find(({ id }) => id === fund.fund)?.title)}`,
        years: fund.years,
      })),
      ...chosen.teams.map((team) => ({
        what: `fte, ${text(frame.teams.find(({ id }) => id === team.team)?.title)}`,
        years: team.years,
      })),
    ]
    const origin = { status: item.status, sources: sourcesOf(item), period: `${from}/${to}` }
    const rows = amounts.length ? amounts : [{ what: '', years: years.map(() => null) }]
    return rows.map((amount) => ({ cells: [...head, amount.what, ...amount.years], origin }))
  })
  const whole = meansOf(choice).flatMap((means) => {
    const found = titleOfMeans(frame, means)
    const unit = means.kind === 'money' ? '€' : 'fte'
    const origin = { status: found?.status, sources: found?.sources ?? [], period: `${from}/${to}` }
    const row = (what: string, of: (year: (typeof means.years)[number]) => number) => ({
      cells: [text(found?.title), what, '', null, unit, ...means.years.map(of)],
      origin,
    })
    return [
      row(m('agenda.legendLine'), ({ line }) => line),
      row(m('agenda.legendUsed'), ({ used }) => used),
      ...(means.kind === 'people' ? [row(m('agenda.legendHired'), ({ hired }) => hired)] : []),
      row(m('agenda.legendBeyond'), ({ beyond }) => beyond),
    ]
  })
  const all = [...own, ...whole]
  return { columns, rows: all.map(({ cells }) => cells), origins: all.map(({ origin }) => origin) }
}
