// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState, type ReactNode } from 'react'
import type { ChallengeCard, Reference, VisionTree } from '../api/types'
import { formatEuro } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, historyPath, Link } from '../shared/Link'
import { Num, SourceList } from '../shared/Provenance'
import { Tag } from '../shared/Tag'
import { Figures } from './Figures'

interface ChallengeProps {
  challenge: ChallengeCard
  tree: VisionTree
  /** The address points at this challenge: it stands open. */
  linked: boolean
}

export function Challenge({ challenge, tree, linked }: ChallengeProps) {
  const { m } = useLanguage()
  const [open, setOpen] = useState(linked)
  useEffect(() => {
    if (linked) setOpen(true)
  }, [linked])
  const { id, number, title, efforts, policyDocuments } = challenge
  return (
    <li>
      <details id={`opgave-${id}`} className="challenge" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="challenge-number" aria-hidden="true">
            {number}
          </span>
          <span className="challenge-title">
            <LocalText of={title} />
          </span>
          <span className="challenge-counts">
            {efforts.length === 0 ? (
              <Tag tone="bad">{m('vision.nobody')}</Tag>
            ) : (
              m('vision.effortCount', { count: efforts.length })
            )}
            {policyDocuments.length > 0 && <> · {m('vision.policyCount', { count: policyDocuments.length })}</>}
          </span>
        </summary>
        <ChallengeBody challenge={challenge} tree={tree} />
      </details>
    </li>
  )
}

function ChallengeBody({ challenge, tree }: { challenge: ChallengeCard; tree: VisionTree }) {
  const { m } = useLanguage()
  const { id, summary, figures, sources, efforts, policyDocuments, networks, focusAreas, pillars } = challenge
  const named = tree.pillars
    .filter((pillar) => pillars.includes(pillar.id))
    .map((pillar) => ({ kind: 'pillar', id: pillar.id, title: pillar.title }))
  return (
    <div className="challenge-body">
      <p className="challenge-summary">
        <LocalText of={summary} />
      </p>
      <Figures figures={figures} subject={{ kind: 'challenge', id }} />
      <div className="attached">
        <Attached title={m('vision.efforts')} items={efforts} empty={m('vision.nobody')} />
        <Attached title={m('vision.policy')} items={policyDocuments} empty={m('vision.noPolicy')} />
        <Group title={m('vision.mechanisms')}>
          <Influences challenge={challenge} tree={tree} />
        </Group>
        <Group title={m('vision.money')}>
          <Money challenge={challenge} />
        </Group>
        <Attached title={m('vision.focusAreas')} items={focusAreas} />
        <Attached title={m('vision.networks')} items={networks} />
        <Attached title={m('vision.pillars')} items={named} />
      </div>
      <p className="challenge-foot">
        <a href={`#opgave-${id}`}>{m('vision.linkHere')}</a> ·{' '}
        <Link to={historyPath('challenge', id)}>{m('vision.history')}</Link>
      </p>
      <SourceList sources={sources} />
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h4>{title}</h4>
      {children}
    </section>
  )
}

function Attached({ title, items, empty }: { title: string; items: Reference[]; empty?: string }) {
  if (items.length === 0)
    return empty ? (
      <Group title={title}>
        <p className="no-figure">{empty}</p>
      </Group>
    ) : null
  return (
    <Group title={`${title} (${items.length})`}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <Link to={documentPath(item.kind, item.id)}>
              <LocalText of={item.title} />
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  )
}

function Influences({ challenge, tree }: { challenge: ChallengeCard; tree: VisionTree }) {
  const { m } = useLanguage()
  if (challenge.influences.length === 0) return <p className="no-figure">{m('vision.noInfluence')}</p>
  return (
    <ul>
      {challenge.influences.map(({ mechanism, sign }) => {
        const found = tree.mechanisms.find((each) => each.id === mechanism)
        return (
          <li key={mechanism}>
            <strong className={`sign sign-${sign}`} aria-label={m(`vision.sign.${sign}`)} role="img">
              {sign === 'positive' ? '+' : '−'}
            </strong>{' '}
            <Link to="/visie/oorzaken">{found ? <LocalText of={found.title} /> : mechanism}</Link>
          </li>
        )
      })}
    </ul>
  )
}

function Money({ challenge }: { challenge: ChallengeCard }) {
  const { m, text, language } = useLanguage()
  const { costs } = challenge
  if (costs === null || costs === undefined) return <p className="no-figure">{m('vision.noMoney')}</p>
  return (
    <p>
      <Num
        value={costs}
        shown={formatEuro(costs, language, 'short')}
        provenance={{
          title: m('vision.moneyOf', { challenge: text(challenge.title) }),
          definition: m('vision.moneyDefinition'),
          status: challenge.costsStatus,
        }}
      />
    </p>
  )
}
