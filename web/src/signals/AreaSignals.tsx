// SPDX-License-Identifier: EUPL-1.2
// The questions about one area and what lies in it.
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { Failure, Loading } from '../shared/States'
import { SignalCard } from './SignalCard'
import type { Board } from './words'
import '../edit/edit.css'
import '../monitor/monitor.css'
import './signals.css'

export function AreaSignals({ area }: { area: string }) {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Board>(`/signals?area=${encodeURIComponent(area)}`)
  return (
    <section className="document-section" aria-labelledby="signalen">
      <h2 id="signalen">{m('signals.here')}</h2>
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && <Loading skeleton="cards" />}
      {data?.signals.length === 0 && <p className="soft">{m('signals.noneHere')}</p>}
      {data && data.signals.length > 0 && (
        <div className="signal-list">
          {data.signals.map((signal) => (
            <SignalCard key={signal.id} signal={signal} today={data.date} />
          ))}
        </div>
      )}
      <p>
        <Link to="/buurten/signalen">{m('signals.all')}</Link>
      </p>
    </section>
  )
}
