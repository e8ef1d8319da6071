// SPDX-License-Identifier: EUPL-1.2
// What the vision rests on: principles with their test, outcomes, pillars and focus areas.
import type { ReactNode } from 'react'
import type { VisionTree } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Figures } from './Figures'

export function FoundationsView({ tree }: { tree: VisionTree }) {
  const { m } = useLanguage()
  return (
    <div className="foundations">
      <Part title={m('vision.principles')} lead={m('vision.principlesLead')}>
        {tree.principles.map(({ id, number, title, summary, test }) => (
          <Item
            key={id}
            kind="principle"
            id={id}
            number={number}
            title={<LocalText of={title} />}
            summary={<LocalText of={summary} />}
          >
            <blockquote className="test">
              <span className="test-label">{m('vision.test')}</span> <LocalText of={test} />
            </blockquote>
          </Item>
        ))}
      </Part>
      <Part title={m('vision.outcomes', { year: tree.vision.to })}>
        {tree.outcomes.map(({ id, number, title, summary, mechanisms }) => (
          <Item
            key={id}
            kind="outcome"
            id={id}
            number={number}
            title={<LocalText of={title} />}
            summary={<LocalText of={summary} />}
          >
            <p className="soft">
              {m('vision.mechanisms')}:{' '}
              {mechanisms.map((each, index) => (
                <span key={each.id}>
                  {index > 0 && ', '}
                  <LocalText of={each.title} />
                </span>
              ))}
            </p>
          </Item>
        ))}
      </Part>
      <Part title={m('vision.pillars')} lead={m('vision.pillarsLead')}>
        {tree.pillars.map(({ id, number, title, summary, challenges }) => (
          <Item
            key={id}
            kind="pillar"
            id={id}
            number={number}
            title={<LocalText of={title} />}
            summary={<LocalText of={summary} />}
          >
            <ChallengeLinks ids={challenges} tree={tree} />
          </Item>
        ))}
      </Part>
      <Part title={m('vision.focusAreas')} lead={m('vision.focusAreasLead')}>
        {tree.focusAreas.map(({ id, title, summary, areas, challenges, figures }) => (
          <Item key={id} kind="focus_area" id={id} title={<LocalText of={title} />} summary={<LocalText of={summary} />}>
            {areas.length > 0 && (
              <p>
                {m('vision.where')}:{' '}
                {areas.map((area, index) => (
                  <span key={area.id}>
                    {index > 0 && ', '}
                    <Link to={documentPath(area.kind, area.id)}>
                      <LocalText of={area.title} />
                    </Link>
                  </span>
                ))}
              </p>
            )}
            <Figures figures={figures} subject={{ kind: 'focus_area', id }} />
            <ChallengeLinks ids={challenges} tree={tree} />
          </Item>
        ))}
      </Part>
    </div>
  )
}

function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="foundation">
      <h2>{title}</h2>
      {lead && <p className="soft">{lead}</p>}
      <ul className="foundation-items">{children}</ul>
    </section>
  )
}

interface ItemProps {
  kind: string
  id: string
  number?: number
  title: ReactNode
  summary: ReactNode
  children?: ReactNode
}

function Item({ kind, id, number, title, summary, children }: ItemProps) {
  return (
    <li className="card" id={`${kind}-${id}`}>
      <h3>
        {number !== undefined && <span className="item-number">{number} </span>}
        <Link to={documentPath(kind, id)}>{title}</Link>
      </h3>
      <p>{summary}</p>
      {children}
    </li>
  )
}

function ChallengeLinks({ ids, tree }: { ids: string[]; tree: VisionTree }) {
  const { m } = useLanguage()
  const challenges = tree.guidelines.flatMap((guideline) => guideline.challenges).filter(({ id }) => ids.includes(id))
  if (challenges.length === 0) return null
  return (
    <details className="challenge-links">
      <summary>{m('vision.challengeCount', { count: challenges.length })}</summary>
      <ul>
        {challenges.map(({ id, number, title }) => (
          <li key={id}>
            {number}{' '}
            <Link to={documentPath('challenge', id)}>
              <LocalText of={title} />
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
