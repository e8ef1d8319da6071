// SPDX-License-Identifier: EUPL-1.2
// The fact sheet of a programme, project, scheme or action.
import type { ReactNode } from 'react'
import {
  asString,
  asText,
  citationsOf,
  recordsOf,
  splitReference,
  stringsOf,
  titleIn,
  titleOf,
  type Document,
} from '../edit/documentTypes'
import { DocumentTools, RevisionNote } from '../edit/DocumentTools'
import { MissingSheet } from '../edit/MissingSheet'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark, SourceList } from '../shared/Provenance'
import { Loading } from '../shared/States'
import { Tag, toneOf } from '../shared/Tag'
import { Coherence } from './Coherence'
import { usePeriodWords } from './EffortTable'
import { EffortFigures, Staffing } from './EffortNumbers'
import { Milestones } from './Milestones'
import { MoneyPanel } from './MoneyPanel'
import '../edit/document.css'
import './efforts.css'

export default function EffortPage({ params }: { params: Record<string, string> }) {
  const id = params['id'] ?? ''
  const { data, error, reload } = useApi<Document>(`/documents/efforts/${encodeURIComponent(id)}`)
  if (error) return <MissingSheet kind="effort" id={id} problem={error} retry={reload} />
  return data ? <Sheet document={data} /> : <Loading skeleton="page" />
}

export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="effort-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Sheet({ document }: { document: Document }) {
  const { m, text, label } = useLanguage()
  const { body } = document
  const state = asString(body['state']) ?? 'proposed'
  const why = asText(body['why'])
  const involvement = asText(body['residentInvolvement'])
  return (
    <>
      <PageHeader
        title={text(titleOf(body))}
        above={label('efforts.oneForm', asString(body['form']) ?? '')}
        back={{ to: '/programmas', title: m('efforts.title') }}
        intro={<LocalText of={asText(body['summary'])} />}
        actions={<DocumentTools document={document} />}
      />
      <p className="button-row effort-tags">
        <Tag tone={toneOf(state)}>{label('edit.values', state)}</Tag>
        {body['status'] === 'illustrative' && <IllustrativeMark />}
      </p>
      <Milestones document={document} />
      <div className="effort-columns">
        <div>
          {why && (
            <Part id="waarom" title={m('edit.fields.why')}>
              <p className="effort-why">
                <LocalText of={why} />
              </p>
            </Part>
          )}
          <Coherence document={document} />
          <MoneyPanel document={document} />
          <EffortFigures document={document} />
          <Staffing document={document} />
          {involvement && (
            <Part id="inwoners" title={m('edit.fields.residentInvolvement')}>
              <p>
                <LocalText of={involvement} />
              </p>
            </Part>
          )}
        </div>
        <aside className="card effort-aside" aria-label={m('efforts.facts')}>
          <Facts document={document} />
        </aside>
      </div>
      <Part id="bronnen" title={m('edit.fields.sources')}>
        <SourceList sources={citationsOf(body['sources'], document.sources)} />
      </Part>
      <RevisionNote document={document} />
    </>
  )
}

function Facts({ document }: { document: Document }) {
  const { m, label } = useLanguage()
  const period = usePeriodWords()
  const { body, relations } = document
  const impact = asString(body['impactAssessment'])
  const decisions = relations.filter(({ kind, direction }) => kind === 'decision' && direction === 'from')
  const groups: [string, ReactNode][] = [
    [
      m('efforts.period'),
      period(asString(body['starts']), asString(body['ends'])) || <span className="soft">{m('efforts.unknown')}</span>,
    ],
    [m('edit.fields.owner'), asString(body['owner']) ?? <span className="soft">{m('efforts.noOwner')}</span>],
    [m('edit.fields.challenges'), <Named key="c" document={document} kind="challenge" ids={stringsOf(body['challenges'])} />],
    [m('edit.fields.areas'), <Areas key="a" document={document} />],
    [m('edit.fields.focusAreas'), <Named key="f" document={document} kind="focus_area" ids={stringsOf(body['focusAreas'])} />],
    [m('edit.fields.partners'), <Partners key="p" document={document} />],
    [m('edit.fields.indicators'), <Named key="i" document={document} kind="indicator" ids={stringsOf(body['indicators'])} />],
    [
      m('edit.kinds.decision'),
      decisions.length > 0 ? (
        <Named key="d" document={document} kind="decision" ids={[...new Set(decisions.map(({ id }) => id))]} />
      ) : (
        <span className="soft">{m('efforts.noDecision')}</span>
      ),
    ],
    [m('edit.fields.impactAssessment'), impact && label('edit.values', impact)],
  ]
  return (
    <dl className="effort-facts">
      {groups.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Named({ document, kind, ids }: { document: Document; kind: string; ids: string[] }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <Link to={documentPath(kind, id)}>
            <LocalText of={titleIn(document.relations, kind, id) ?? { nl: id }} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Areas({ document }: { document: Document }) {
  const areas = stringsOf(document.body['areas']).map(splitReference)
  return (
    <ul>
      {areas.map(({ kind, id }) => (
        <li key={id}>
          <Link to={documentPath(kind, id)}>
            <LocalText of={titleIn(document.relations, kind, id) ?? { nl: id }} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Partners({ document }: { document: Document }) {
  const { label } = useLanguage()
  return (
    <ul>
      {recordsOf(document.body['partners']).map((each) => {
        const id = String(each['partner'])
        const title = titleIn(document.relations, 'partner', id) ?? { nl: id }
        return (
          <li key={id}>
            <Link to={documentPath('partner', id)}>
              <LocalText of={title} />
            </Link>{' '}
            <span className="soft">({label('edit.values', String(each['role']))})</span>
          </li>
        )
      })}
    </ul>
  )
}
