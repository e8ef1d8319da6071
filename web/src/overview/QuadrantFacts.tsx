// SPDX-License-Identifier: EUPL-1.2
import type { Overview } from '../api/types'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { Num } from '../shared/Provenance'
import { quadrants, type Quadrant } from './quadrants'

/** What a quadrant is, how much is in it, and the way to its page. */
export function QuadrantFacts({ overview, quadrant }: { overview: Overview; quadrant: Quadrant }) {
  const { m, label } = useLanguage()
  const facts = overview.quadrants.find((each) => each.quadrant === quadrant)
  const place = quadrants.find((each) => each.id === quadrant)!
  const counts = Object.entries(facts?.counts ?? {})
  return (
    <>
      <p className="soft">{m(`overview.about.${quadrant}`)}</p>
      <ul className="quadrant-counts">
        {counts.map(([what, count]) => (
          <li key={what}>
            <Num
              value={count}
              provenance={{
                title: label('overview.count', what),
                definition: m('overview.countDefinition'),
                period: overview.date,
                status: 'derived',
              }}
            />{' '}
            {label('overview.count', what)}
          </li>
        ))}
      </ul>
      <p>
        <Link to={place.to}>{m(`overview.goTo.${quadrant}`)}</Link>
      </p>
    </>
  )
}
