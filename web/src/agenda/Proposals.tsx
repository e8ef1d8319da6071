// SPDX-License-Identifier: EUPL-1.2
// What new programmes could be made of, per pillar: challenges with their evidence, districts where most is amiss, what is proposed.
import { formatNumber } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { useAgenda, useItems } from './AgendaContext'
import { useItemAddress } from './ItemLink'
import type { Frame } from './types'

type Proposal = Frame['proposals'][number]
type Evidence = Proposal['challenges'][number]

export function Proposals() {
  const { m } = useLanguage()
  const { proposals } = useAgenda().frame
  return (
    <section className="card" aria-labelledby="voorstellen">
      <h2 id="voorstellen">{m('agenda.proposalsTitle')}</h2>
      <p className="figure-lead">{m('agenda.proposalsLead')}</p>
      {proposals.length === 0 && <p>{m('agenda.proposalsNone')}</p>}
      <div className="agenda-proposals">
        {proposals.map((proposal) => (
          <PillarProposal key={proposal.pillar} proposal={proposal} />
        ))}
      </div>
    </section>
  )
}

function PillarProposal({ proposal }: { proposal: Proposal }) {
  const { m } = useLanguage()
  return (
    <section className="agenda-proposal">
      <h3>
        <LocalText of={proposal.title} />
      </h3>
      <p>
        {m('agenda.programmesNow', { count: proposal.programmes.length })} <Efforts ids={proposal.programmes} />
      </p>
      {proposal.districts.length > 0 && <Districts proposal={proposal} />}
      {proposal.challenges.map((challenge) => (
        <Challenge key={challenge.challenge} of={challenge} />
      ))}
      <p>
        <Link
          to="/documenten/efforts/nieuw/bewerken"
          className="utrecht-button utrecht-button--secondary-action agenda-button-link"
        >
          {m('agenda.startProgramme')}
        </Link>
      </p>
    </section>
  )
}

function Districts({ proposal: { districts } }: { proposal: Proposal }) {
  const { m, text, language } = useLanguage()
  return (
    <details className="agenda-findings">
      <summary>
        {m('agenda.districtsTitle')} <span className="agenda-count">{districts.length}</span>
      </summary>
      <p className="soft">{m('agenda.districtsLead')}</p>
      <ul>
        {[...districts]
          .sort((a, b) => text(a.title).localeCompare(text(b.title), language))
          .map(({ id, title, themes }) => (
            <li key={id}>
              <Link to={documentPath('district', id)}>
                <LocalText of={title} />
              </Link>
              :{' '}
              {themes
                .filter(({ score }) => score !== null && score < 0)
                .map((theme) => `${text(theme.title).toLowerCase()} (${formatNumber(theme.score!, 1, language)})`)
                .join(', ') || m('agenda.noTheme')}
            </li>
          ))}
      </ul>
    </details>
  )
}

function Challenge({ of: { challenge, title, influences, proposed, underWay } }: { of: Evidence }) {
  const { m, label } = useLanguage()
  return (
    <details className="agenda-findings">
      <summary>
        <LocalText of={title} />{' '}
        <span className="soft agenda-summary-note">
          {m('agenda.challengeCounts', { proposed: proposed.length, running: underWay.length })}
        </span>
      </summary>
      <p>
        {m('agenda.proposedFor')} {proposed.length ? <Efforts ids={proposed} /> : m('agenda.nothing')}
        <br />
        {m('agenda.runningFor')} {underWay.length ? <Efforts ids={underWay} /> : m('agenda.nothing')}
      </p>
      <h4>{m('agenda.evidence')}</h4>
      <ul>
        {influences.map(({ mechanism, sign, strength, evidence }, index) => (
          <li key={index}>
            <LocalText of={evidence} />{' '}
            <span className="soft">
              ({label('edit.values', sign)}, {label('edit.values', strength)}:{' '}
              <Link to={documentPath('mechanism', mechanism)}>{mechanism.replaceAll('-', ' ')}</Link>)
            </span>
          </li>
        ))}
        {influences.length === 0 && <li>{m('agenda.noEvidence')}</li>}
      </ul>
      <p>
        <Link to={documentPath('challenge', challenge)}>{m('agenda.toChallenge')}</Link>
      </p>
    </details>
  )
}

function Efforts({ ids }: { ids: string[] }) {
  const items = useItems()
  const address = useItemAddress()
  return ids.map((id, index) => {
    const item = items.get(`effort/${id}`)
    return (
      <span key={id}>
        {index > 0 && ', '}
        <Link to={item ? address(item.item) : documentPath('effort', id)}>
          {item ? <LocalText of={item.title} /> : id.replaceAll('-', ' ')}
        </Link>
      </span>
    )
  })
}
