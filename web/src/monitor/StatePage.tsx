// SPDX-License-Identifier: EUPL-1.2
// The state of the city: mechanisms, core indicators, action lines, differences, and the order of the districts.
import { useEffect } from 'react'
import type { CityState, SetState } from '../api/types'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { usePlace } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import { Differences } from './Differences'
import { DistrictOrder } from './DistrictOrder'
import { FrozenEditions } from '../reports/FrozenEditions'
import { ForecastRecords } from './ForecastRecords'
import { IndexPicture } from './IndexPicture'
import { SetPanel } from './SetPanel'
import { SignalPanel } from '../signals/SignalPanel'
import './monitor.css'

export default function StatePage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<CityState>('/city-state')
  return (
    <>
      <PageHeader
        title={m('monitor.title')}
        intro={m('monitor.intro')}
        actions={
          <>
            <Link to="/staat/indicatoren">{m('monitor.allIndicators')}</Link>
            <Link to="/staat/ontbrekend">{m('monitor.gapsTitle')}</Link>
          </>
        }
      />
      <FrozenEditions />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && (
        <>
          <Loading skeleton="picture" />
          <Loading skeleton="cards" />
        </>
      )}
      {data && <State state={data} />}
    </>
  )
}

const anchorOf = (set: SetState) => `set-${set.id}`

function State({ state }: { state: CityState }) {
  const { m, text } = useLanguage()
  const { hash } = usePlace()
  useEffect(() => {
    if (hash.length > 1) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [hash])
  const { mechanisms, core, actionLines } = state
  const city = text(state.city.title)
  if (mechanisms.length + core.length + actionLines.length + state.differences.length === 0)
    return (
      <Empty title={m('monitor.empty')}>
        <p>{m('monitor.emptyAdvice')}</p>
      </Empty>
    )
  const groups = [
    { id: 'mechanismen', title: m('monitor.mechanisms'), sets: mechanisms, compact: false },
    { id: 'kernindicatoren', title: m('monitor.core'), sets: core, compact: true },
    { id: 'actielijnen', title: m('monitor.actionLines'), sets: actionLines, compact: true },
  ].filter(({ sets }) => sets.length > 0)
  const jumps = [
    ...groups.map(({ id, title }) => ({ id, title })),
    { id: 'verschillen', title: m('monitor.differences') },
    { id: 'volgorde', title: m('monitor.order') },
    ...(state.forecastRecords.length > 0 ? [{ id: 'voorspellingen', title: m('monitor.records') }] : []),
  ]
  return (
    <>
      <nav className="jumps" aria-label={m('monitor.onThisPage')}>
        <ul>
          {jumps.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {mechanisms.length > 0 && (
        <div className="card">
          <IndexPicture state={state} />
        </div>
      )}
      {groups.map(({ id, title, sets, compact }) => (
        <section key={id} id={id} className="monitor-part" aria-labelledby={`${id}-titel`}>
          <h2 id={`${id}-titel`}>{title}</h2>
          {!compact && (
            <ol className="jumps set-jumps">
              {sets.map((set, index) => (
                <li key={set.id}>
                  <a href={`#${anchorOf(set)}`}>
                    {index + 1}. <LocalText of={set.title} />
                  </a>
                </li>
              ))}
            </ol>
          )}
          <div className={compact ? 'set-grid' : 'set-stack'}>
            {sets.map((set, index) => (
              <SetPanel
                key={set.id}
                set={set}
                number={set.purpose === 'action_line' ? undefined : index + 1}
                city={city}
                anchor={anchorOf(set)}
                compact={compact}
              />
            ))}
          </div>
        </section>
      ))}
      <div className="monitor-part">
        <SignalPanel />
      </div>
      <section id="verschillen" className="monitor-part" aria-labelledby="verschillen-titel">
        <h2 id="verschillen-titel">{m('monitor.differences')}</h2>
        <p className="figure-lead">{m('monitor.differencesLead')}</p>
        <Differences state={state} />
      </section>
      <section id="volgorde" className="monitor-part" aria-labelledby="volgorde-titel">
        <h2 id="volgorde-titel">{m('monitor.order')}</h2>
        <DistrictOrder />
      </section>
      {state.forecastRecords.length > 0 && (
        <section id="voorspellingen" className="monitor-part" aria-labelledby="voorspellingen-titel">
          <h2 id="voorspellingen-titel">{m('monitor.records')}</h2>
          <ForecastRecords state={state} />
        </section>
      )}
    </>
  )
}
