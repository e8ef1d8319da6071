// SPDX-License-Identifier: EUPL-1.2
// Costs, cover and shortfall of an effort, line by line, from the budgets that name it.
import { citationsOf, titleOf, type Document } from '../edit/documentTypes'
import { useApi } from '../shared/api'
import { formatEuro } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark, Num } from '../shared/Provenance'
import { Failure, Loading } from '../shared/States'
import { Part } from './EffortPage'
import { linesFor, shortfallOf, totalOf, type Line, type Total } from './money'

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

function Totals({ costs, cover }: { costs: Total | undefined; cover: Total | undefined }) {
  const { m } = useLanguage()
  const short = shortfallOf(costs, cover)
  return (
    <>
      <tr>
        <th scope="row" colSpan={2}>
          {m('efforts.together')}
        </th>
        <td data-numeric="true">
          <Amount of={costs} />
        </td>
        <td data-numeric="true">
          <Amount of={cover} />
        </td>
      </tr>
      {short && (
        <tr>
          <th scope="row" colSpan={2}>
            {short.amount > 0 ? m('efforts.shortfall') : m('efforts.covered')}
          </th>
          <td data-numeric="true" colSpan={2}>
            <Amount of={{ ...short, amount: Math.abs(short.amount) }} />
          </td>
        </tr>
      )}
    </>
  )
}

function Amount({ of }: { of: Total | undefined }) {
  const { m, language } = useLanguage()
  if (!of) return m('efforts.unknown')
  return (
    <>
      {formatEuro(of.amount, language)}
      {of.illustrative && (
        <>
          {' '}
          <IllustrativeMark />
        </>
      )}
    </>
  )
}
