// SPDX-License-Identifier: EUPL-1.2
// Who decided what, and when.
import type { Schemas } from '../api/types'
import type { Property } from '../search/filters'
import { Narrowed, RegisterPage } from '../search/RegisterPage'
import { DocumentTitle } from '../shared/DocumentTitle'
import { formatDate } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Empty } from '../shared/States'
import { Lanes } from './Lanes'
import { bodies, byYear, type DecisionRow } from './lanes'
import './decisions.css'

const yearOf = ({ date }: DecisionRow) => date.slice(0, 4)

export default function DecisionsPage() {
  const { m } = useLanguage()
  return (
    <RegisterPage<Schemas['DecisionRegister']>
      title={m('decisions.title')}
      intro={m('decisions.intro')}
      path="/decision-register"
      below="lines"
      empty={<Empty title={m('decisions.empty')} />}
    >
      {({ rows }) => <Register rows={rows} />}
    </RegisterPage>
  )
}

function Register({ rows }: { rows: DecisionRow[] }) {
  const { m, text, label } = useLanguage()
  const bodyTitle = (value: string) => label('edit.values', value)
  const kindTitle = (value: string) => label('edit.kinds', value)
  const kindsOf = (row: DecisionRow) => row.subjects.map(({ kind }) => kind)
  const years = [...new Set(rows.map(yearOf))].sort().reverse()
  const properties: Property<DecisionRow>[] = [
    { name: 'body', title: m('decisions.body'), of: (row) => [row.body], titleOf: bodyTitle, order: bodies },
    { name: 'kind', title: m('decisions.about'), of: kindsOf, titleOf: kindTitle },
    { name: 'year', title: m('decisions.year'), of: (row) => [yearOf(row)], titleOf: (year) => year, order: years },
  ]
  const words = (row: DecisionRow) => [
    text(row.title),
    text(row.summary),
    row.reference,
    ...row.subjects.map(({ title }) => text(title)),
  ]
  return (
    <Narrowed rows={rows} properties={properties} words={words}>
      {(shown) => (
        <>
          <div className="card">
            <Lanes rows={shown} />
          </div>
          <Timeline rows={shown} />
        </>
      )}
    </Narrowed>
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
          <DocumentTitle kind="decision" of={row} />
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
