// SPDX-License-Identifier: EUPL-1.2
// The latest decisions, and the challenges that nobody works on.
import type { Overview } from '../api/types'
import { formatDate } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark } from '../shared/Provenance'

export function LatestDecisions({ decisions }: { decisions: Overview['decisions'] }) {
  const { m, language } = useLanguage()
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{m('overview.latest')}</h2>
      <ol className="decisions">
        {decisions.map(({ id, date, title, body, status }) => (
          <li key={id}>
            <span className="decision-date">
              {formatDate(date, language)} · {m(`shared.body.${body}`)}
            </span>
            <Link to={documentPath('decision', id)}>
              <LocalText of={title} />
            </Link>{' '}
            {status === 'illustrative' && <IllustrativeMark />}
          </li>
        ))}
      </ol>
      <p>
        <Link to="/besluiten">{m('overview.allDecisions')}</Link>
      </p>
    </section>
  )
}

export function Uncovered({ challenges }: { challenges: Overview['uncoveredChallenges'] }) {
  const { m } = useLanguage()
  return (
    <section aria-labelledby="uncovered">
      <h2 id="uncovered">{m('overview.uncovered')}</h2>
      {challenges.length === 0 ? (
        <p>{m('overview.allCovered')}</p>
      ) : (
        <ul className="uncovered">
          {challenges.map(({ kind, id, title }) => (
            <li key={id}>
              <Link to={documentPath(kind, id)}>
                <LocalText of={title} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/visie/dekking">{m('overview.toCoverage')}</Link>
      </p>
    </section>
  )
}
