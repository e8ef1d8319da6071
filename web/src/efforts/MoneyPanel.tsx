// SPDX-License-Identifier: EUPL-1.2
// Costs, cover and shortfall of an effort, line by line, from the budgets that name it.
import { citationsOf, titleOf, type Document } from '../edit/documentTypes'
import { useApi } from '../shared/api'
import { formatEuro } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Num } from '../shared/Provenance'
import { Failure, Loading } from '../shared/States'
import { Part } from './EffortPage'
import { linesFor, totalOf, type Line } from './money'

export function MoneyPanel({ document }: { document: Document }) {
  const { m } = useLanguage()
  const budgets = [
    ...new Set(document.relations.filter(({ kind, direction }) => kind === 'budget' && direction === 'from').map(({ id }) => id)),
  ]
  return (
    <Part id="geld" title={m('efforts.money')}>
      {budgets.length === 0 && <p className="soft">{m('efforts.noBudget')}</p>}
      {budgets.map((id) => (
        <BudgetOf key={id} id={id} effort={document.id} />
      ))}
    </Part>
  )
}

function BudgetOf({ id, effort }: { id: string; effort: string }) {
  const { m, text } = useLanguage()
  const { data, error, reload } = useApi<Document>(`/documents/budgets/${encodeURIComponent(id)}`)
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="lines" />
  const lines = linesFor(data.body, effort)
  const costs = totalOf(lines, 'cost')
  const cover = totalOf(lines, 'cover')
  return (
    <>
      <p>
        <Link to={documentPath('budget', id)}>
          <LocalText of={titleOf(data.body)} />
        </Link>
      </p>
      <div className="table-region" role="region" aria-label={text(titleOf(data.body))} tabIndex={0}>
        <table className="data-table">
          <caption className="visually-hidden">{m('efforts.money')}</caption>
          <thead>
            <tr>
              <th scope="col">{m('efforts.line')}</th>
              <th scope="col">{m('efforts.period')}</th>
              <th scope="col" data-numeric="true">
                {m('efforts.costs')}
              </th>
              <th scope="col" data-numeric="true">
                {m('efforts.cover')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <LineRow key={index} line={line} budget={data} />
            ))}
          </tbody>
          <tfoot>
            <Totals costs={costs} cover={cover} />
          </tfoot>
        </table>
      </div>
      {costs !== undefined && cover === undefined && <p className="soft">{m('efforts.coverElsewhere')}</p>}
    </>
  )
}

function LineRow({ line, budget }: { line: Line; budget: Document }) {
  const { m, text, language } = useLanguage()
  const amount =
    line.amount === undefined ? (
      <span className="soft">{m('efforts.toBeDetermined')}</span>
    ) : (
      <Num
        value={line.amount}
        shown={formatEuro(line.amount, language)}
        provenance={{
          title: text(line.label),
          period: line.year,
          status: line.status,
          note: text(line.note) || undefined,
          sources: citationsOf(line.sources, budget.sources),
          subject: { kind: 'budget', id: budget.id },
        }}
      />
    )
  return (
    <tr>
      <th scope="row">
        <LocalText of={line.label} />
        {line.note && (
          <p className="line-note soft">
            <LocalText of={line.note} />
          </p>
        )}
      </th>
      <td>{line.year ?? m('efforts.wholePeriod')}</td>
      <td data-numeric="true">{line.kind === 'cost' && amount}</td>
      <td data-numeric="true">{line.kind === 'cover' && amount}</td>
    </tr>
  )
}

function Totals({ costs, cover }: { costs: number | undefined; cover: number | undefined }) {
  const { m, language } = useLanguage()
  const shown = (amount: number | undefined) => (amount === undefined ? m('efforts.unknown') : formatEuro(amount, language))
  const short = costs !== undefined && cover !== undefined ? costs - cover : undefined
  return (
    <>
      <tr>
        <th scope="row" colSpan={2}>
          {m('efforts.together')}
        </th>
        <td data-numeric="true">{shown(costs)}</td>
        <td data-numeric="true">{shown(cover)}</td>
      </tr>
      {short !== undefined && (
        <tr>
          <th scope="row" colSpan={2}>
            {short > 0 ? m('efforts.shortfall') : m('efforts.covered')}
          </th>
          <td data-numeric="true" colSpan={2}>
            {formatEuro(Math.abs(short), language)}
          </td>
        </tr>
      )}
    </>
  )
}
