// SPDX-License-Identifier: EUPL-1.2
// The fact sheet of a policy document.
import type { Schemas } from '../api/types'
import { asString, asText, citationsOf, titleOf, type Document } from '../edit/documentTypes'
import { DocumentTools, RevisionNote } from '../edit/DocumentTools'
import { MissingSheet } from '../edit/MissingSheet'
import { Relations } from '../edit/Relations'
import { useApi } from '../shared/api'
import { type Fact, FactList } from '../shared/FactList'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark, SourceList } from '../shared/Provenance'
import { Loading } from '../shared/States'
import { Tag, toneOf } from '../shared/Tag'
import type { PolicyRow } from './ageStrip'
import { LifeLine } from './LifeLine'
import { ReviewTag } from './PolicyPage'
import '../edit/document.css'
import './policy.css'

export default function PolicyDocumentPage({ params }: { params: Record<string, string> }) {
  const id = params['id'] ?? ''
  const { data, error, reload } = useApi<Document>(`/documents/policy-documents/${encodeURIComponent(id)}`)
  const register = useApi<Schemas['PolicyRegister']>('/policy-register')
  if (error) return <MissingSheet kind="policy_document" id={id} problem={error} retry={reload} />
  if (!data) return <Loading skeleton="page" />
  return <FactSheet document={data} row={register.data?.rows.find((row) => row.id === id)} date={register.data?.date} />
}

function FactSheet({ document, row, date }: { document: Document; row: PolicyRow | undefined; date: string | undefined }) {
  const { m, text, label } = useLanguage()
  const { body } = document
  const state = String(body['state'] ?? 'unknown')
  return (
    <>
      <PageHeader
        title={text(titleOf(body))}
        back={{ to: '/beleid', title: m('policy.title') }}
        intro={<LocalText of={asText(body['summary'])} />}
        above={label('edit.values', String(body['sector'] ?? ''))}
        actions={<DocumentTools document={document} />}
      />
      <p className="button-row">
        <Tag tone={toneOf(state)}>{label('edit.values', state)}</Tag>
        {row && row.reviewState !== 'not_applicable' && (
          <span>
            <ReviewTag row={row} />
          </span>
        )}
        {body['status'] === 'illustrative' && <IllustrativeMark />}
      </p>
      {row && date && <LifeLine row={row} now={Number(date.slice(0, 4))} />}
      <div className="sheet">
        <section className="card" aria-labelledby="feiten">
          <h2 id="feiten">{m('policy.facts')}</h2>
          <Facts document={document} row={row} />
        </section>
        <section className="card" aria-labelledby="opgaven">
          <h2 id="opgaven">{m('policy.serves')}</h2>
          {row && row.challenges.length > 0 ? (
            <ul className="link-list">
              {row.challenges.map((each) => (
                <li key={each.id}>
                  <Link to={documentPath('challenge', each.id)}>
                    <LocalText of={each.title} />
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{m('policy.servesNone')}</p>
          )}
        </section>
      </div>
      <section className="document-section" aria-labelledby="verbanden">
        <h2 id="verbanden">{m('edit.relations')}</h2>
        <Relations relations={document.relations} leaveOut={['challenge']} />
      </section>
      <section className="document-section" aria-labelledby="bronnen">
        <h2 id="bronnen">{m('edit.fields.sources')}</h2>
        <SourceList sources={citationsOf(body['sources'], document.sources)} />
      </section>
      <RevisionNote document={document} />
    </>
  )
}

function Facts({ document, row }: { document: Document; row: PolicyRow | undefined }) {
  const { m, label } = useLanguage()
  const { body } = document
  const adoptedBy = asString(body['adoptedBy'])
  const facts: Fact[] = [
    [m('policy.year'), asString(body['year']) ?? <span className="soft">{m('policy.noYear')}</span>],
    [m('policy.age'), row?.ageYears !== undefined && m('policy.years', { count: row.ageYears })],
    [m('edit.fields.adoptedBy'), adoptedBy && label('edit.values', adoptedBy)],
    [m('edit.fields.runsUntil'), asString(body['runsUntil'])],
    [m('policy.review'), row && <ReviewTag row={row} />],
    [
      m('edit.fields.replacedBy'),
      row?.replacedBy && (
        <Link to={documentPath('policy_document', row.replacedBy.id)}>
          <LocalText of={row.replacedBy.title} />
        </Link>
      ),
    ],
    [m('edit.fields.owner'), asString(body['owner']) ?? <span className="soft">{m('policy.noOwner')}</span>],
    [m('edit.fields.status'), label('shared.status', String(body['status'] ?? 'source'))],
  ]
  return <FactList facts={facts} />
}
