// SPDX-License-Identifier: EUPL-1.2
// What an effort is to bring, from the next step to the value in the long term.
import { asString, asText, citationsOf, recordsOf, type Body, type Document } from '../edit/documentTypes'
import { formatDate, isDay } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { useDrawer } from '../shared/Drawer'
import { SourceList } from '../shared/Provenance'
import { Tag } from '../shared/Tag'

const order = ['step', 'short_term', 'result', 'long_term']

export function Milestones({ document }: { document: Document }) {
  const { m, label } = useLanguage()
  const all = recordsOf(document.body['milestones'])
  const stages = order
    .map((kind) => ({ kind, milestones: all.filter((each) => each['kind'] === kind) }))
    .filter(({ milestones }) => milestones.length > 0)
  if (stages.length === 0) return null
  return (
    <section className="milestones" aria-labelledby="mijlpalen">
      <h2 id="mijlpalen" className="visually-hidden">
        {m('edit.fields.milestones')}
      </h2>
      <ol className="milestone-line">
        {stages.map(({ kind, milestones }) => (
          <li key={kind} className="milestone-stage">
            <h3>{label('efforts.stage', kind)}</h3>
            <ul>
              {milestones.map((each, index) => (
                <Milestone key={index} milestone={each} document={document} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Milestone({ milestone, document }: { milestone: Body; document: Document }) {
  const { m, text, language } = useLanguage()
  const openDrawer = useDrawer()
  const due = asString(milestone['due'])
  const reached = asString(milestone['reached'])
  const title = asText(milestone['title'])
  const sources = citationsOf(milestone['sources'], document.sources)
  return (
    <li>
      <p>
        <LocalText of={title} />
      </p>
      <p className="milestone-meta">
        {reached ? (
          <Tag tone="good">
            {m(isDay(reached) ? 'efforts.reachedOn' : 'efforts.reached', { date: formatDate(reached, language) })}
          </Tag>
        ) : (
          due && <span>{m('efforts.due', { date: formatDate(due, language) })}</span>
        )}
        {sources.length > 0 && (
          <button
            type="button"
            className="quiet-button"
            aria-label={m('efforts.sourceOf', { title: text(title) })}
            onClick={() => openDrawer(text(title), <SourceList sources={sources} />)}
          >
            {m('shared.source')}
          </button>
        )}
      </p>
    </li>
  )
}
