// SPDX-License-Identifier: EUPL-1.2
// What each plan changes in one figure of the whole city, below each other on one axis with 0 in it.
import { useState } from 'react'
import { linear } from '../monitor/scales'
import { Figure } from '../shared/Figure'
import { LocalText, useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'
import { useWidth } from '../shared/useWidth'
import { useIndicatorName } from './CardContext'
import { useIndicatorForm } from './ChangeSection'
import { mapIndicators } from './changes'
import { hasInterval, wayOf, type Estimate } from './estimates'
import { IndicatorChoice } from './IndicatorChoice'
import { changeOf, reachOf, spanOf, type PlanRow } from './planEffects'
import { useChangesTable } from './usePlanTables'
import { useRunProvenance, useShownEstimate } from './useShownEstimate'

/** What a plan is asked first, then the rest in the order of the map. */
const offered = [...new Set(['persons', 'dwellings', 'social_rent', ...mapIndicators])]

export function CityChanges({ rows }: { rows: PlanRow[] }) {
  const { m } = useLanguage()
  const name = useIndicatorName()
  const formOf = useIndicatorForm()
  const [indicator, setIndicator] = useState('persons')
  const { decimals, differenceUnit } = formOf(indicator)
  const reach = reachOf(
    rows.map(({ effects }) => changeOf(effects, indicator)),
    10 ** -decimals,
  )
  const title = m('escalator.cityChanges')
  return (
    <section className="card plans-section" id="stad">
      <Figure
        title={title}
        fileTitle={`${title}: ${name(indicator)}`}
        lead={m('escalator.cityChangesLead')}
        controls={
          <IndicatorChoice label={m('escalator.chooseFigure')} offered={offered} value={indicator} onChange={setIndicator} />
        }
        table={useChangesTable(rows, [{ id: indicator, title: name(indicator) }], decimals)}
        downloadName={`plannen-${indicator.replaceAll('_', '-')}`}
        hasSvg={false}
        picture={
          <ul className="city-changes">
            {rows.map((row) => (
              <ChangeRow key={row.plan.id} {...{ row, indicator, reach }} form={{ decimals, unit: differenceUnit }} />
            ))}
          </ul>
        }
      />
    </section>
  )
}

interface RowProps {
  row: PlanRow
  indicator: string
  reach: number
  form: { decimals: number; unit: string }
}

function ChangeRow({ row, indicator, reach, form }: RowProps) {
  const { m } = useLanguage()
  const estimate = changeOf(row.effects, indicator)
  return (
    <li className="city-change">
      <h3>
        <LocalText of={row.plan.title} />
      </h3>
      {row.effects && estimate ? (
        <>
          <ChangeAxis estimate={estimate} reach={reach} />
          <ChangeWords row={row} indicator={indicator} estimate={estimate} form={form} />
        </>
      ) : (
        <p className="soft">{m('escalator.plansNotYet')}</p>
      )}
    </li>
  )
}

function ChangeWords({ row: { plan, effects }, indicator, estimate, form }: Omit<RowProps, 'reach'> & { estimate: Estimate }) {
  const { m, text } = useLanguage()
  const name = useIndicatorName()
  const shown = useShownEstimate()
  const provenance = useRunProvenance({ plan: effects!.facts, replicates: effects!.replicates, scenario: plan })
  const way = wayOf(estimate)
  return (
    <p>
      <Num
        value={estimate.mean}
        shown={shown.difference(estimate, form)}
        provenance={provenance(`${text(plan.title)}: ${name(indicator)}`, m('escalator.cityChangesLead'), estimate, form)}
      />{' '}
      <span className="soft">
        ({shown.interval(estimate, { decimals: form.decimals })}
        {way === 'chance' && hasInterval(estimate) && `, ${m('escalator.mayBeChance')}`})
      </span>
    </p>
  )
}

const height = 30

function ChangeAxis({ estimate, reach }: { estimate: Estimate; reach: number }) {
  const [holder, width] = useWidth<HTMLDivElement>()
  const span = spanOf(estimate, reach, 'up')
  const x = linear(-1, 1, 8, width - 8)
  const way = wayOf(estimate)
  return (
    <div ref={holder} className="change-axis">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <line className="effect-line" x1="4" x2={width - 4} y1={height / 2} y2={height / 2} />
        {span && (
          <rect
            className="change-bar"
            data-way={way}
            x={Math.min(x(0), x(span.mean))}
            width={Math.max(2, Math.abs(x(span.mean) - x(0)))}
            y="7"
            height="16"
          />
        )}
        {span && span.low !== span.high && (
          <path className="bar-interval" d={`M${x(span.low)} 15H${x(span.high)}${caps(span, x)}`} />
        )}
        <line className="effect-zero" x1={x(0)} x2={x(0)} y1="2" y2={height - 2} />
      </svg>
    </div>
  )
}

/** A bar across each end of the interval that is drawn whole. */
function caps({ low, high, isCutLow, isCutHigh }: NonNullable<ReturnType<typeof spanOf>>, x: (of: number) => number): string {
  return `${isCutLow ? '' : `M${x(low)} 11v8`}${isCutHigh ? '' : `M${x(high)} 11v8`}`
}
