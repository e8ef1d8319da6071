// SPDX-License-Identifier: EUPL-1.2
// The register of indicators, with what each of them still lacks.
import type { IndicatorRegister, IndicatorRow } from '../api/types'
import type { Property } from '../search/filters'
import { Narrowed, RegisterPage } from '../search/RegisterPage'
import { DataTable, type Column } from '../shared/DataTable'
import { formatDate, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { setQuery } from '../shared/router'
import { Empty } from '../shared/States'
import { Tag } from '../shared/Tag'
import { gapCounts, gaps, type Gap } from './words'
import './monitor.css'

export default function IndicatorsPage() {
  const { m } = useLanguage()
  const empty = (
    <Empty title={m('monitor.noIndicators')}>
      <p>{m('monitor.emptyAdvice')}</p>
    </Empty>
  )
  return (
    <RegisterPage<IndicatorRegister>
      title={m('monitor.registerTitle')}
      intro={m('monitor.registerIntro')}
      path="/indicator-register"
      empty={empty}
    >
      {(register) => <Register register={register} />}
    </RegisterPage>
  )
}

/** Rows without any gap, as a choice beside the gaps. */
const complete = 'complete'

function useProperties(rows: IndicatorRow[]): Property<IndicatorRow>[] {
  const { m, text, label } = useLanguage()
  const sets = new Map(rows.flatMap((row) => row.sets.map(({ id, title }) => [id, text(title)] as const)))
  return [
    {
      name: 'leemte',
      title: m('monitor.gaps'),
      of: (row) => (row.gaps.length > 0 ? row.gaps : [complete]),
      titleOf: (value) => label('monitor.gap', value),
      order: [...gaps, complete],
    },
    { name: 'soort', title: m('monitor.kind'), of: (row) => [row.kind], titleOf: (value) => label('edit.values', value) },
    {
      name: 'verzameling',
      title: m('monitor.set'),
      of: (row) => row.sets.map(({ id }) => id),
      titleOf: (id) => sets.get(id) ?? id,
    },
  ]
}

function Register({ register: { rows, setGaps } }: { register: IndicatorRegister }) {
  const { m, text } = useLanguage()
  const words = (row: IndicatorRow) => [
    row.id,
    text(row.title),
    text(row.definition),
    row.owner,
    ...row.sets.map(({ title }) => text(title)),
  ]
  return (
    <>
      <Summary rows={rows} />
      <Narrowed rows={rows} properties={useProperties(rows)} words={words}>
        {(shown) => <IndicatorTable rows={shown} />}
      </Narrowed>
      <p>
        <Link to="/staat/ontbrekend">{m('monitor.toGaps', { count: setGaps.length })}</Link>
      </p>
    </>
  )
}

/** How often each gap occurs; a press narrows the register to it. */
function Summary({ rows }: { rows: IndicatorRow[] }) {
  const { m } = useLanguage()
  const whole = rows.filter((row) => row.gaps.length === 0).length
  const counts: { gap: Gap | typeof complete; count: number }[] = [...gapCounts(rows), { gap: complete, count: whole }]
  return (
    <section aria-labelledby="leemten">
      <h2 id="leemten">{m('monitor.gapCounts', { count: rows.length })}</h2>
      <ul className="gap-counts">
        {counts.map(({ gap, count }) => (
          <li key={gap}>
            <button type="button" className="gap-count" onClick={() => setQuery({ leemte: gap })}>
              <span className="gap-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * count) / Math.max(rows.length, 1)}%` }} />
              </span>
              <strong>{count}</strong> <span className="gap-name">{m(`monitor.gap.${gap}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const years = (row: IndicatorRow, language: 'nl' | 'en') =>
  [row.firstPeriod, row.lastPeriod]
    .filter((period, index, all): period is string => Boolean(period) && all.indexOf(period) === index)
    .map((period) => formatPeriod(period, language))
    .join(' – ')

function IndicatorTable({ rows }: { rows: IndicatorRow[] }) {
  const { m, text, label, language } = useLanguage()
  const columns: Column<IndicatorRow>[] = [
    {
      key: 'title',
      title: m('monitor.indicator'),
      value: (row) => text(row.title),
      rowHeader: true,
      cell: (row) => (
        <Link to={documentPath('indicator', row.id)}>
          <LocalText of={row.title} />
        </Link>
      ),
    },
    { key: 'kind', title: m('monitor.kind'), value: (row) => label('edit.values', row.kind) },
    { key: 'figures', title: m('monitor.figures'), value: (row) => row.figures, numeric: true },
    {
      key: 'period',
      title: m('shared.period'),
      value: (row) => row.lastPeriod,
      fileValue: (row) => years(row, language),
      cell: (row) => years(row, language) || <span className="no-figure">{m('shared.noFigure')}</span>,
    },
    {
      key: 'owner',
      title: m('monitor.owner'),
      value: (row) => row.owner,
      cell: (row) => row.owner ?? <span className="soft">{m('monitor.nobody')}</span>,
    },
    {
      key: 'due',
      title: m('monitor.nextDue'),
      value: (row) => row.nextDue,
      cell: (row) => (row.nextDue ? formatDate(row.nextDue, language) : <span className="soft">{m('monitor.unknown')}</span>),
    },
    {
      key: 'gaps',
      title: m('monitor.gaps'),
      value: (row) => row.gaps.length,
      fileValue: (row) => row.gaps.map((gap) => m(`monitor.gap.${gap}`)).join('; '),
      cell: (row) =>
        row.gaps.length === 0 ? (
          <Tag tone="good">{m('monitor.gap.complete')}</Tag>
        ) : (
          <ul className="gap-list">
            {row.gaps.map((gap) => (
              <li key={gap}>{m(`monitor.gap.${gap}`)}</li>
            ))}
          </ul>
        ),
    },
    {
      key: 'set',
      title: m('monitor.set'),
      value: (row) => row.sets.map(({ title }) => text(title)).join('; '),
      onlyInFile: true,
    },
  ]
  return (
    <DataTable
      caption={m('monitor.registerTitle')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      downloadName="indicatoren"
      origin={({ sources }) => ({ sources })}
    />
  )
}
