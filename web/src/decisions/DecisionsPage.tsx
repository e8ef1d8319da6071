// SPDX-License-Identifier: EUPL-1.2
// Who decided what, and when.
import { useMemo } from 'react'
import type { Schemas } from '../api/types'
import { FilterBar } from '../search/FilterBar'
import { choicesOf, holdsWords, useQueryValues } from '../search/filters'
import { useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark } from '../shared/Provenance'
import { Empty, Failure, Loading } from '../shared/States'
import { Lanes } from './Lanes'
import { bodies, byYear, type DecisionRow } from './lanes'
import './decisions.css'

const names = ['q', 'body', 'kind', 'year']

export default function DecisionsPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['DecisionRegister']>('/decision-register')
  return (
    <>
      <PageHeader title={m('decisions.title')} intro={m('decisions.intro')} />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && (
        <>
          <Loading skeleton="picture" />
          <Loading skeleton="lines" />
        </>
      )}
      {data && <Register rows={data.rows} />}
    </>
  )
}

function Register({ rows }: { rows: DecisionRow[] }) {
  const { m, text, label } = useLanguage()
  const { values, set, clear } = useQueryValues(names)
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (!values['body'] || row.body === values['body']) &&
          (!values['kind'] || row.subjects.some(({ kind }) => kind === values['kind'])) &&
          (!values['year'] || row.date.startsWith(values['year'])) &&
          holdsWords(values['q'] ?? '', [
            text(row.title),
            text(row.summary),
            row.reference,
            ...row.subjects.map(({ title }) => text(title)),
          ]),
      ),
    [rows, values, text],
  )
  const years = [...new Set(rows.map((row) => row.date.slice(0, 4)))].sort().reverse()
  const filters = [
    {
      name: 'body',
      title: m('decisions.body'),
      choices: choicesOf(
        rows,
        (row) => [row.body],
        (value) => label('edit.values', value),
        [...bodies],
      ),
    },
    {
      name: 'kind',
      title: m('decisions.about'),
      choices: choicesOf(
        rows,
        (row) => row.subjects.map(({ kind }) => kind),
        (value) => label('edit.kinds', value),
      ),
    },
    {
      name: 'year',
      title: m('decisions.year'),
      choices: choicesOf(
        rows,
        (row) => [row.date.slice(0, 4)],
        (value) => value,
        years,
      ),
    },
  ]
  if (rows.length === 0) return <Empty title={m('decisions.empty')} />
  return (
    <>
      <FilterBar filters={filters} values={values} onChange={set} onClear={clear} shown={shown.length} total={rows.length} />
      {shown.length === 0 ? (
        <Empty title={m('search.noRows')}>
          <p>{m('search.noRowsAdvice')}</p>
        </Empty>
      ) : (
        <>
          <div className="card">
            <Lanes rows={shown} />
          </div>
          <Timeline rows={shown} />
        </>
      )}
    </>
  )
}

function Timeline({ rows }: { rows: DecisionRow[] }) {
  return (
    <div className="timeline">
      {byYear(rows).map(({ year, rows: list }) => (
        <section key={year} aria-labelledby={`jaar-${year}`} className="timeline-year">
          <h2 id={`jaar-${year}`}>{year}</h2>
          <ol>
            {list.map((row) => (
              <Entry key={row.id} row={row} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Entry({ row }: { row: DecisionRow }) {
  const { m, label, language } = useLanguage()
  return (
    <li className={`timeline-entry lane-${row.body}`}>
      <div>
        <p className="timeline-meta">
          <BodySign body={row.body} /> {formatDate(row.date, language)} · {label('edit.values', row.body)}
        </p>
        <h3>
          <Link to={documentPath('decision', row.id)}>
            <LocalText of={row.title} />
          </Link>
          {row.status === 'illustrative' && (
            <>
              {' '}
              <IllustrativeMark />
            </>
          )}
        </h3>
        <p>
          <LocalText of={row.summary} />
        </p>
      </div>
      {row.subjects.length > 0 && (
        <div className="timeline-subjects">
          <p className="soft">{m('decisions.aboutThis')}</p>
          <ul>
            {row.subjects.map((each) => (
              <li key={`${each.kind}/${each.id}`}>
                <Link to={documentPath(each.kind, each.id)}>
                  <LocalText of={each.title} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

/** A round for the council, a square for the college, a triangle for one person. */
function BodySign({ body }: { body: DecisionRow['body'] }) {
  return (
    <svg className="body-sign" viewBox="0 0 16 16" aria-hidden="true">
      {body === 'council' ? (
        <circle cx="8" cy="8" r="6" />
      ) : body === 'college' ? (
        <rect x="2.5" y="2.5" width="11" height="11" />
      ) : (
        <path d="M8 2l6 12H2z" />
      )}
    </svg>
  )
}
