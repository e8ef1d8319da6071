// SPDX-License-Identifier: EUPL-1.2
// Reports: look at one, freeze one, read the frozen ones; and the open data.
import { useApi } from '../shared/api'
import type { Schemas } from '../api/types'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { Failure, Loading } from '../shared/States'
import { Editions } from './Editions'
import { OpenData } from './OpenData'
import { ReportChoice } from './ReportChoice'
import './reports.css'

export default function ReportsPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['ReportEditions']>('/report-editions')
  return (
    <>
      <PageHeader title={m('reports.title')} intro={m('reports.intro')} />
      <ReportChoice onFrozen={reload} />
      <section className="report-part" aria-labelledby="uitgaven">
        <h2 id="uitgaven">{m('reports.editions')}</h2>
        {error && <Failure problem={error} retry={reload} />}
        {!data && !error && <Loading skeleton="table" />}
        {data && <Editions editions={data.items} />}
      </section>
      <OpenData />
    </>
  )
}
