// SPDX-License-Identifier: EUPL-1.2
import type { IndicatorRegister } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { SourceList } from '../shared/Provenance'

/** Sets that should hold more than there are public figures for. */
export function SetGaps({ setGaps }: { setGaps: IndicatorRegister['setGaps'] }) {
  const { m, label } = useLanguage()
  if (setGaps.length === 0) return null
  return (
    <section className="monitor-part" aria-labelledby="leemten-verzamelingen">
      <h2 id="leemten-verzamelingen">{m('monitor.setGaps')}</h2>
      <p className="figure-lead">{m('monitor.setGapsLead')}</p>
      <ul className="set-grid">
        {setGaps.map(({ set, purpose, gap, sources }) => (
          <li key={set.id} className="card">
            <p className="soft set-purpose">{label('edit.values', purpose)}</p>
            <h3>
              <Link to={documentPath(set.kind, set.id)}>
                <LocalText of={set.title} />
              </Link>
            </h3>
            <p>
              <LocalText of={gap} />
            </p>
            {sources.length > 0 && <SourceList sources={sources} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
