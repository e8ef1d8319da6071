// SPDX-License-Identifier: EUPL-1.2
// The register of policy: what is in force, how old it is, what must be looked at again.
import type { Schemas } from '../api/types'
import type { Property } from '../search/filters'
import { Narrowed, RegisterPage } from '../search/RegisterPage'
import { DataTable, type Column } from '../shared/DataTable'
import { DocumentTitle } from '../shared/DocumentTitle'
import { useLanguage } from '../shared/language'
import { Empty } from '../shared/States'
import { Tag, toneOf } from '../shared/Tag'
import { AgeStrip } from './AgeStrip'
import { byUrgency, reviewStates, type PolicyRow } from './ageStrip'
import './policy.css'

const states = ['in_force', 'in_preparation', 'superseded', 'withdrawn', 'unknown']

export default function PolicyPage() {
  const { m } = useLanguage()
  const empty = (
    <Empty title={m('policy.empty')}>
      <p>{m('policy.emptyAdvice')}</p>
    </Empty>
  )
  return (
    <RegisterPage<Schemas['PolicyRegister']>
      title={m('policy.title')}
      intro={m('policy.intro')}
      path="/policy-register"
      empty={empty}
    >
      {({ rows, date }) => <Register rows={rows} date={date} />}
    </RegisterPage>
  )
}

function Register({ rows, date }: { rows: PolicyRow[]; date: string }) {
  const { m, text, label } = useLanguage()
  const valueTitle = (value: string) => label('edit.values', value)
  const properties: Property<PolicyRow>[] = [
    { name: 'sector', title: m('policy.sector'), of: (row) => [row.sector], titleOf: valueTitle },
    { name: 'state', title: m('policy.state'), of: (row) => [row.state], titleOf: valueTitle, order: states },
    {
      name: 'review',
      title: m('policy.review'),
      of: (row) => [row.reviewState],
      titleOf: (value) => label('policy.reviewState', value),
      order: reviewStates,
    },
  ]
  const words = (row: PolicyRow) => [
    text(row.title),
    text(row.summary),
    row.owner,
    ...row.challenges.map(({ title }) => text(title)),
  ]
  return (
    <>
      <Summary rows={rows} />
      <Narrowed rows={rows} properties={properties} words={words}>
        {(shown) => {
          const ordered = shown.toSorted(byUrgency)
          return (
            <>
              <div className="card policy-strip">
                <AgeStrip rows={ordered} date={date} />
              </div>
              <PolicyTable rows={ordered} />
            </>
          )
        }}
      </Narrowed>
    </>
  )
}

function Summary({ rows }: { rows: PolicyRow[] }) {
  const { m } = useLanguage()
  const reviewed = (state: PolicyRow['reviewState']) => rows.filter(({ reviewState }) => reviewState === state).length
  const late = reviewed('late')
  return (
    <ul className="summary-line">
      <li>
        <strong>{rows.filter(({ state }) => state === 'in_force').length}</strong> {m('policy.inForce')}
      </li>
      <li className={late ? 'is-late' : undefined}>
        <strong>{late}</strong> {m('policy.lateCount')}
      </li>
      <li>
        <strong>{reviewed('due')}</strong> {m('policy.dueCount')}
      </li>
    </ul>
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
      cell: (row) => <DocumentTitle kind="policy_document" of={row} />,
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
