// SPDX-License-Identifier: EUPL-1.2
// One area through the years, with and without the plan.
import { Fragment, useEffect } from 'react'
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { Loading } from '../shared/States'
import { useAnswer } from './AnswerContext'
import { useAreaName, useIndicatorName } from './CardContext'
import { useIndicatorForm } from './ChangeSection'
import { differenceIn } from './changes'
import { CourseChart } from './CourseChart'
import { wayOf } from './estimates'
import { useShownEstimate } from './useShownEstimate'

type Area = Schemas['SimulationArea']

export function AreaCourse({ area, indicator }: { area: string; indicator: string }) {
  const { m } = useLanguage()
  const areaName = useAreaName()
  const name = useIndicatorName()
  const answer = useAnswer()
  const shown = useShownEstimate()
  const { decimals, differenceUnit, unit } = useIndicatorForm()(indicator)
  const { data, error, reload } = useApi<Area>(`/simulations/${answer.id}/areas/${area}`)
  // As more replicates come in, it is asked again.
  useEffect(() => {
    if (answer.replicates > 1) reload()
  }, [answer.replicates, reload])
  const values = data?.values[indicator]
  const difference = differenceIn(
    answer.areas.find((each) => each.area === area),
    indicator,
  )
  const table = useCourseTable(data, indicator)
  return (
    <div className="area-course" aria-live="polite">
      {!data && !error && <Loading skeleton="picture" />}
      {error && <p className="no-figure">{m('escalator.noCourse')}</p>}
      {data && !values && <p className="no-figure">{m('shared.noFigure')}</p>}
      {data && values && (
        <Fragment key={`${area} ${indicator}`}>
          <Figure
            level={3}
            title={areaName(area)}
            fileTitle={`${areaName(area)}: ${name(indicator)}`}
            downloadName={`verloop-${area}-${indicator}`}
            lead={
              <>
                {name(indicator)}.{' '}
                {difference
                  ? `${m('escalator.atTheEnd')} ${shown.difference(difference, { decimals, unit: differenceUnit })} (${shown.interval(difference, { decimals })})${wayOf(difference) === 'chance' ? `, ${m('escalator.mayBeChance')}` : ''}.`
                  : m('escalator.tooFew')}
              </>
            }
            table={table}
            picture={<CourseChart years={data.years} plan={values.plan} baseline={values.baseline} form={{ decimals, unit }} />}
          />
        </Fragment>
      )}
    </div>
  )
}

function useCourseTable(area: Area | undefined, indicator: string): FigureTable {
  const { m } = useLanguage()
  const { decimals } = useIndicatorForm()(indicator)
  const values = area?.values[indicator]
  const parts = [
    { title: m('escalator.without'), of: values?.baseline },
    { title: m('escalator.with'), of: values?.plan },
    { title: m('escalator.difference'), of: values?.difference },
  ]
  const columns = parts.flatMap(({ title }) => [
    { title, numeric: true, decimals },
    { title: `${title}, ${m('escalator.lowest')}`, numeric: true, decimals },
    { title: `${title}, ${m('escalator.highest')}`, numeric: true, decimals },
  ])
  const rows = (area?.years ?? []).map((year, at) => [
    String(year),
    ...parts.flatMap(({ of }) => [of?.mean[at] ?? null, of?.low[at] ?? null, of?.high[at] ?? null]),
  ])
  return { columns: [{ title: m('escalator.year') }, ...columns], rows }
}
