// SPDX-License-Identifier: EUPL-1.2
// The districts of the city, coloured by an indicator that the reader chooses.
import { useState } from 'react'
import type { AreaRegister, FeatureCollection } from '../api/types'
import { useApi } from '../shared/api'
import { ChoroplethMap } from '../shared/ChoroplethMap'
import { Figure } from '../shared/Figure'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Failure, Loading } from '../shared/States'
import { originOf } from '../shared/tableFile'

type Indicator = AreaRegister['indicators'][number]
type Area = AreaRegister['areas'][number]
const inDistricts = 3

function mapped(indicators: Indicator[], districts: Area[]): Indicator[] {
  const known = (id: string) => districts.filter((area) => typeof area.figures[id]?.value === 'number').length
  return indicators.filter((indicator) => known(indicator.id) >= inDistricts)
}

export function CityMap({ preferred }: { preferred: string[] }) {
  const { m } = useLanguage()
  const boundaries = useApi<FeatureCollection>('/boundaries?level=district')
  const register = useApi<AreaRegister>('/area-register')
  const problem = boundaries.error ?? register.error
  if (problem && !(boundaries.data && register.data))
    return (
      <>
        <h2>{m('overview.map')}</h2>
        <Failure
          problem={problem}
          retry={() => {
            boundaries.reload()
            register.reload()
          }}
        />
      </>
    )
  if (!boundaries.data || !register.data)
    return (
      <>
        <h2>{m('overview.map')}</h2>
        <Loading skeleton="picture" />
      </>
    )
  return <Districts features={boundaries.data.features} register={register.data} preferred={preferred} />
}

interface DistrictsProps {
  features: FeatureCollection['features']
  register: AreaRegister
  preferred: string[]
}

function Districts({ features, register, preferred }: DistrictsProps) {
  const { m, text, language, label } = useLanguage()
  const districts = register.areas.filter((area) => area.level === 'district')
  const choices = mapped(register.indicators, districts)
  const [chosen, setChosen] = useState<string | null>(null)
  const [selected, setSelected] = useState<string | undefined>()
  const indicator = choices.find(({ id }) => id === chosen) ?? choices.find(({ id }) => preferred.includes(id)) ?? choices[0]
  if (!indicator)
    return (
      <>
        <h2>{m('overview.map')}</h2>
        <p className="no-figure">{m('overview.noMap')}</p>
      </>
    )
  const values = Object.fromEntries(districts.map((area) => [area.id, area.figures[indicator.id]?.value ?? null]))
  const rows = districts.map((area) => [
    area.name,
    values[area.id] ?? null,
    formatPeriod(area.figures[indicator.id]?.period ?? '', language),
  ])
  const origins = districts.map(({ figures }) => originOf(figures[indicator.id]))
  const columns = [
    { title: m('overview.district') },
    { title: text(indicator.title), numeric: true, decimals: indicator.decimals },
    { title: m('shared.period') },
  ]
  const picker = (
    <label className="map-choice">
      <span className="visually-hidden">{m('overview.chooseIndicator')}</span>
      <select
        className="utrecht-select utrecht-select--html-select"
        value={indicator.id}
        onChange={(event) => setChosen(event.target.value)}
      >
        {choices.map(({ id, title, unit }) => (
          <option key={id} value={id}>
            {text(title)} ({unit === '%' ? unit : label('shared.unit', unit)})
          </option>
        ))}
      </select>
    </label>
  )
  const title = `${m('overview.map')}: ${text(indicator.title)}`
  return (
    <Figure
      title={m('overview.map')}
      lead={text(indicator.definition)}
      controls={picker}
      table={{ columns, rows, origins }}
      downloadName={`wijken-${indicator.id}`}
      fileTitle={title}
      picture={
        <>
          <ChoroplethMap
            features={features}
            values={values}
            unit={indicator.unit}
            decimals={indicator.decimals}
            title={title}
            selected={selected}
            onSelect={setSelected}
          />
          <p className="map-goto" aria-live="polite">
            {selected && (
              <Link to={documentPath('district', selected)}>
                {m('overview.toDistrict', { name: districts.find(({ id }) => id === selected)?.name ?? selected })}
              </Link>
            )}
          </p>
        </>
      }
    />
  )
}
