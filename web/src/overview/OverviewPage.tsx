// SPDX-License-Identifier: EUPL-1.2
// Home: is the city on course, what is due, and what has been measured?
import { useState } from 'react'
import type { Overview } from '../api/types'
import { useApi } from '../shared/api'
import { Figure } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { Failure, Loading } from '../shared/States'
import { CityMap } from './CityMap'
import { CycleRing } from './CycleRing'
import { DuePanel } from './DuePanel'
import { Mechanisms } from './Mechanisms'
import { Outcomes } from './Outcomes'
import './overview.css'
import type { Quadrant } from './quadrants'
import { LatestDecisions, Uncovered } from './Recent'

export default function OverviewPage() {
  const { data, error, reload } = useApi<Overview>('/overview')
  if (data) return <Home overview={data} />
  return error ? <Failure problem={error} retry={reload} /> : <Loading skeleton="page" />
}

function Home({ overview }: { overview: Overview }) {
  const { m } = useLanguage()
  const { city, mechanisms, outcomes, decisions, uncoveredChallenges } = overview
  const year = Math.max(...outcomes.map((each) => each.targetYear))
  return (
    <div className="overview">
      <PageHeader title={m('overview.title', { city: city.name, year })} intro={m('overview.intro', { city: city.name, year })} />
      <Cycle overview={overview} />
      <Mechanisms mechanisms={mechanisms} />
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{m('overview.outcomes', { year })}</h2>
        <p className="soft">{m('overview.outcomesLead')}</p>
        <Outcomes outcomes={outcomes} mechanisms={mechanisms} />
      </section>
      <div className="overview-last">
        <div className="card"><CityMap preferred={mechanisms.flatMap((each) => each.measurements.map(({ indicator }) => indicator))} /></div>
        <div className="overview-side">
          <LatestDecisions decisions={decisions} />
          <Uncovered challenges={uncoveredChallenges} />
        </div>
      </div>
    </div>
  )
}

function Cycle({ overview }: { overview: Overview }) {
  const { m } = useLanguage()
  const [chosen, setChosen] = useState<Quadrant | null>(null)
  const columns = [{ title: m('overview.quadrantTitle') }, { title: m('overview.late'), numeric: true }, { title: m('overview.due'), numeric: true }]
  const rows = overview.quadrants.map(({ quadrant, late, due }) => [m(`overview.quadrant.${quadrant}`), late, due])
  const legend = (
    <ul className="bead-legend">
      {(['late', 'due', 'upcoming'] as const).map((state) => (
        <li key={state}>
          <svg viewBox="0 0 20 20" aria-hidden="true" className={`bead bead-${state}`}>
            {state === 'late' ? <path d="M10 1l9 9-9 9-9-9z" /> : <circle cx="10" cy="10" r="6.5" />}
          </svg>
          {m(`overview.state.${state}`)}
        </li>
      ))}
    </ul>
  )
  return (
    <div className="cycle card">
      <Figure
        title={m('overview.cycle')} lead={m('overview.cycleLead')} table={{ columns, rows }} downloadName="beleidscyclus"
        picture={<><CycleRing overview={overview} chosen={chosen} onChoose={setChosen} />{legend}</>}
      />
      <DuePanel overview={overview} chosen={chosen} onChoose={setChosen} />
    </div>
  )
}
