// SPDX-License-Identifier: EUPL-1.2
// The register of policy: what is in force, how old it is, what must be looked at again.
import { useMemo } from 'react'
import type { Schemas } from '../api/types'
import { FilterBar } from '../search/FilterBar'
import { choicesOf, holdsWords, useQueryValues } from '../search/filters'
import { useApi } from '../shared/api'
import { DataTable, type Column } from '../shared/DataTable'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark } from '../shared/Provenance'
import { Empty, Failure, Loading } from '../shared/States'
import { Tag, toneOf } from '../shared/Tag'
import { AgeStrip } from './AgeStrip'
import { byUrgency, reviewStates, type PolicyRow } from './ageStrip'
import './policy.css'

const names = ['q', 'sector', 'state', 'review']
const states = ['in_force', 'in_preparation', 'superseded', 'withdrawn', 'unknown']

export default function PolicyPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['PolicyRegister']>('/policy-register')
  return (
    <>
      <PageHeader title={m('policy.title')} intro={m('policy.intro')} />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && (
        <>
          <Loading skeleton="picture" />
          <Loading skeleton="table" />
        </>
      )}
      {data && <Register rows={data.rows} date={data.date} />}
    </>
  )
}

function Register({ rows, date }: { rows: PolicyRow[]; date: string }) {
  const { m, text, label } = useLanguage()
  const { values, set, clear } = useQueryValues(names)
  const shown = useMemo(
    () =>
      rows
        .filter(
          (row) =>
            (!values['sector'] || row.sector === values['sector']) &&
            (!values['state'] || row.state === values['state']) &&
            (!values['review'] || row.reviewState === values['review']) &&
            holdsWords(values['q'] ?? '', [
              text(row.title),
              text(row.summary),
              row.owner,
              ...row.challenges.map(({ title }) => text(title)),
            ]),
        )
        .sort(byUrgency),
    [rows, values, text],
  )
  const late = rows.filter(({ reviewState }) => reviewState === 'late').length
  const filters = [
    {
      name: 'sector',
      title: m('policy.sector'),
      choices: choicesOf(
        rows,
        (row) => [row.sector],
        (value) => label('edit.values', value),
      ),
    },
    {
      name: 'state',
      title: m('policy.state'),
      choices: choicesOf(
        rows,
        (row) => [row.state],
        (value) => label('edit.values', value),
        states,
      ),
    },
    {
      name: 'review',
      title: m('policy.review'),
      choices: choicesOf(
        rows,
        (row) => [row.reviewState],
        (value) => label('policy.reviewState', value),
        [...reviewStates],
      ),
    },
  ]
  if (rows.length === 0)
    return (
      <Empty title={m('policy.empty')}>
        <p>{m('policy.emptyAdvice')}</p>
      </Empty>
    )
  return (
    <>
      <ul className="summary-line">
        <li>
          <strong>{rows.filter(({ state }) => state === 'in_force').length}</strong> {m('policy.inForce')}
        </li>
        <li className={late ? 'is-late' : undefined}>
          <strong>{late}</strong> {m('policy.lateCount')}
        </li>
        <li>
          <strong>{rows.filter(({ reviewState }) => reviewState === 'due').length}</strong> {m('policy.dueCount')}
        </li>
      </ul>
      <FilterBar filters={filters} values={values} onChange={set} onClear={clear} shown={shown.length} total={rows.length} />
      {shown.length === 0 ? (
        <Empty title={m('search.noRows')}>
          <p>{m('search.noRowsAdvice')}</p>
        </Empty>
      ) : (
        <>
          <div className="card policy-strip">
            <AgeStrip rows={shown} date={date} />
          </div>
          <PolicyTable rows={shown} />
        </>
      )}
    </>
  )
}

export function ReviewTag({ row }: { row: PolicyRow }) {
  const { m, label } = useLanguage()
  return (
    <>
      <Tag tone={toneOf(row.reviewState)}>{label('policy.reviewState', row.reviewState)}</Tag>
      {row.reviewDue !== undefined && <span className="soft review-year"> {m('policy.reviewIn', { year: row.reviewDue })}</span>}
    </>
  )
}

function PolicyTable({ rows }: { rows: PolicyRow[] }) {
  const { m, text, label } = useLanguage()
  const columns: Column<PolicyRow>[] = [
    {
      key: 'title',
      title: m('policy.document'),
      value: (row) => text(row.title),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to={documentPath('policy_document', row.id)}>
            <LocalText of={row.title} />
          </Link>
          {row.status === 'illustrative' && (
            <>
              {' '}
              <IllustrativeMark />
            </>
          )}
        </>
      ),
    },
    { key: 'sector', title: m('policy.sector'), value: (row) => label('edit.values', row.sector) },
    {
      key: 'year',
      title: m('policy.year'),
      value: (row) => row.year,
      numeric: true,
      cell: (row) => row.year ?? <span className="soft">{m('policy.noYear')}</span>,
    },
    {
      key: 'age',
      title: m('policy.age'),
      value: (row) => row.ageYears,
      numeric: true,
      cell: (row) => (row.ageYears === undefined ? '' : m('policy.years', { count: row.ageYears })),
    },
    {
      key: 'state',
      title: m('policy.state'),
      value: (row) => label('edit.values', row.state),
      cell: (row) => <Tag tone={toneOf(row.state)}>{label('edit.values', row.state)}</Tag>,
    },
    {
      key: 'review',
      title: m('policy.review'),
      value: (row) => row.reviewDue ?? label('policy.reviewState', row.reviewState),
      cell: (row) => <ReviewTag row={row} />,
    },
  ]
  return (
    <DataTable
      caption={m('policy.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      downloadName="beleid"
      origin={({ status, sources }) => ({ status, sources })}
    />
  )
}
