// SPDX-License-Identifier: EUPL-1.2
// Home: is the city on course, what is due, and what has been measured?
import type { Overview } from '../api/types'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { Failure, Loading } from '../shared/States'
import { CityMap } from './CityMap'
import { Cycle } from './Cycle'
import { Mechanisms } from './Mechanisms'
import { Outcomes } from './Outcomes'
import './overview.css'
import { LatestDecisions, Uncovered } from './Recent'

export default function OverviewPage() {
  const { data, error, reload } = useApi<Overview>('/overview')
  if (data) return <Home overview={data} />
  if (!error) return <Loading skeleton="page" />
  return (
    <>
      <PageHeader title="Koers" />
      <Failure problem={error} retry={reload} />
    </>
  )
}

function Home({ overview }: { overview: Overview }) {
  const { m } = useLanguage()
  const { city, mechanisms, indices, outcomes, decisions, uncoveredChallenges } = overview
  const year = Math.max(...outcomes.map((each) => each.targetYear))
  return (
    <div className="overview">
      <PageHeader title={m('overview.title', { city: city.name, year })} intro={m('overview.intro', { city: city.name, year })} />
      <Cycle overview={overview} />
      <Mechanisms mechanisms={mechanisms} indices={indices} />
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{m('overview.outcomes', { year })}</h2>
        <p className="soft">{m('overview.outcomesLead')}</p>
        <Outcomes outcomes={outcomes} mechanisms={mechanisms} />
      </section>
      <div className="overview-last">
        <div className="card">
          <CityMap preferred={mechanisms.flatMap((each) => each.measurements.map(({ indicator }) => indicator))} />
        </div>
        <div className="overview-side">
          <LatestDecisions decisions={decisions} />
          <Uncovered challenges={uncoveredChallenges} />
        </div>
      </div>
    </div>
  )
}
