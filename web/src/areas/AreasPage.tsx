// SPDX-License-Identifier: EUPL-1.2
// Districts and neighbourhoods: a figure on the map and in a table, and the city beside others.
import { useMemo } from 'react'
import type { FeatureCollection, Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { ChoroplethMap } from '../shared/ChoroplethMap'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { setQuery, usePlace } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import { SignalPanel } from '../signals/SignalPanel'
import { Link } from '../shared/Link'
import { AreaCard } from './AreaCard'
import { areasOf, indicatorsOf, levels, type Area, type Indicator, type Level, type Register } from './areaRegister'
import { AreaTable } from './AreaTable'
import { Comparison } from './Comparison'
import { inPeriod, periodsOf, useObservations } from './usePeriods'
import './areas.css'

export default function AreasPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['AreaRegister']>('/area-register')
  return (
    <>
      <PageHeader
        title={m('areas.title')}
        intro={m('areas.intro')}
        actions={
          <>
            <Link to="/buurten/vergelijken">{m('areas.compare')}</Link>
            <Link to="/buurten/signalen">{m('signals.title')}</Link>
          </>
        }
      />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && <Loading skeleton="picture" />}
      {data && <Explorer register={data} />}
    </>
  )
}

function Explorer({ register }: { register: Register }) {
  const { m } = useLanguage()
  const { query } = usePlace()
  const level: Level = query.get('niveau') === 'neighbourhood' ? 'neighbourhood' : 'district'
  const offered = useMemo(() => indicatorsOf(register, level), [register, level])
  const indicator =
    offered.find(({ id }) => id === query.get('indicator')) ??
    offered.find(({ polarity }) => polarity !== 'neutral') ??
    offered[0]
  const observations = useObservations(indicator?.id ?? '')
  if (!indicator)
    return (
      <Empty title={m('areas.empty')}>
        <p>{m('areas.emptyAdvice')}</p>
      </Empty>
    )
  const periods = periodsOf(observations, level)
  const period = periods.find((each) => each === query.get('periode'))
  const latest = areasOf(register, level)
  const areas = period ? inPeriod(latest, indicator.id, observations, period) : latest
  const selected = areas.find(({ id }) => id === query.get('gebied'))
  return (
    <>
      <Choices level={level} offered={offered} indicator={indicator} periods={periods} period={period} />
      <div className="area-pair">
        <section className="card" aria-label={m('areas.map')}>
          <MapPanel level={level} areas={areas} indicator={indicator} selected={selected} />
          {selected && <AreaCard area={selected} indicator={indicator} />}
        </section>
        <section aria-label={m('areas.table')}>
          <AreaTable areas={areas} indicator={indicator} level={level} />
        </section>
      </div>
      <SignalPanel />
      <Comparison register={register} indicator={indicator} />
    </>
  )
}

interface ChoicesProps {
  level: Level
  offered: Indicator[]
  indicator: Indicator
  periods: string[]
  period: string | undefined
}

function Choices({ level, offered, indicator, periods, period }: ChoicesProps) {
  const { m, text, language } = useLanguage()
  return (
    <div className="area-choices">
      <div>
        <label htmlFor="indicator">{m('areas.indicator')}</label>
        <select
          id="indicator"
          className="utrecht-select utrecht-select--html-select"
          value={indicator.id}
          onChange={(event) => setQuery({ indicator: event.target.value, periode: null })}
        >
          {offered.map((each) => (
            <option key={each.id} value={each.id}>
              {text(each.title)}
            </option>
          ))}
        </select>
      </div>
      {periods.length > 1 && (
        <div>
          <label htmlFor="periode">{m('areas.period')}</label>
          <select
            id="periode"
            className="utrecht-select utrecht-select--html-select"
            value={period ?? periods[0]}
            onChange={(event) => setQuery({ periode: event.target.value === periods[0] ? null : event.target.value })}
          >
            {periods.map((each) => (
              <option key={each} value={each}>
                {formatPeriod(each, language)}
              </option>
            ))}
          </select>
        </div>
      )}
      <fieldset className="area-levels">
        <legend>{m('areas.level')}</legend>
        <div className="switch">
          {levels.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === level}
              onClick={() => setQuery({ niveau: each === 'district' ? null : each, gebied: null, periode: null })}
            >
              {m(each === 'district' ? 'areas.districts' : 'areas.neighbourhoods')}
            </button>
          ))}
        </div>
      </fieldset>
      <p className="soft area-definition">{text(indicator.definition)}</p>
    </div>
  )
}

function MapPanel({
  level,
  areas,
  indicator,
  selected,
}: {
  level: Level
  areas: Area[]
  indicator: Indicator
  selected: Area | undefined
}) {
  const { m, text, language } = useLanguage()
  const { data, error, reload } = useApi<FeatureCollection>(`/boundaries?level=${level}`)
  const values = useMemo(
    () => Object.fromEntries(areas.map((area) => [area.id, area.figures[indicator.id]?.value ?? null])),
    [areas, indicator],
  )
  if (error) return <Failure problem={error} retry={reload} />
  if (!data) return <Loading skeleton="picture" />
  const period = areas.map((area) => area.figures[indicator.id]?.period).find(Boolean)
  const versions = [...new Set(data.features.map(({ properties }) => properties.version))].join(', ')
  const title = `${text(indicator.title)}${period ? ` (${formatPeriod(period, language)})` : ''}`
  return (
    <>
      <h2 className="area-map-title">{title}</h2>
      <ChoroplethMap
        features={data.features}
        values={values}
        unit={indicator.unit}
        decimals={indicator.decimals}
        selected={selected?.id}
        onSelect={(id) => setQuery({ gebied: id === selected?.id ? null : id })}
        title={title}
      />
      <p className="soft area-note">{m('areas.boundaries', { versions })}</p>
    </>
  )
}
