// SPDX-License-Identifier: EUPL-1.2
import type { MechanismCard, Outcome } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'

/** What the city wants to have reached, and which mechanisms must turn for it. */
export function Outcomes({ outcomes, mechanisms }: { outcomes: Outcome[]; mechanisms: MechanismCard[] }) {
  const { m } = useLanguage()
  const wish = (id: string) => mechanisms.find((each) => each.id === id)?.desired
  return (
    <ol className="outcomes">
      {outcomes.map((outcome) => (
        <li key={outcome.id} className="outcome">
          <p className="outcome-number" aria-hidden="true">
            {outcome.number}
          </p>
          <h3>
            <Link to={documentPath('outcome', outcome.id)}>
              <LocalText of={outcome.title} />
            </Link>
          </h3>
          <p>
            <LocalText of={outcome.summary} />
          </p>
          <ul className="outcome-mechanisms" aria-label={m('overview.needs')}>
            {outcome.mechanisms.map((each) => (
              <li key={each.id}>
                {wish(each.id) === 'down' ? '↓' : '↑'} <LocalText of={each.title} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
