// SPDX-License-Identifier: EUPL-1.2
// The city beside its own districts, the new towns and its neighbours, for one indicator in one period.
import { Figure } from '../shared/Figure'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { useTitleWithUnit } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { areasOf, type Area, type Indicator, type Register } from './areaRegister'
import { Strip, StripLegend } from './Strip'
import { spreadOf } from './strip'

interface ComparisonProps {
  register: Register
  indicator: Indicator
}

export function Comparison({ register, indicator }: ComparisonProps) {
  const { m, text, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  const municipalities = areasOf(register, 'municipality')
  const city = municipalities.find(({ role }) => role === 'own')
  const period = city?.figures[indicator.id]?.period
  if (!city || !period) return null
  const groups = [
    { key: 'districts', title: m('areas.districts'), areas: areasOf(register, 'district') },
    { key: 'new_town', title: m('areas.newTowns'), areas: municipalities.filter(({ role }) => role === 'new_town') },
    { key: 'neighbour', title: m('areas.neighbours'), areas: municipalities.filter(({ role }) => role === 'neighbour') },
  ]
  const inPeriod = (area: Area) => (area.figures[indicator.id]?.period === period ? area.figures[indicator.id]?.value : undefined)
  const rows = groups.map(({ key, title, areas }) => {
    const dots = areas.map(inPeriod).filter((value): value is number => typeof value === 'number')
    return { key, title, dots, spread: spreadOf(dots) }
  })
  const listed = [{ title: city.name, areas: [city] }, ...groups].flatMap(({ title, areas }) =>
    areas.map((area) => ({ title, area })),
  )
  const table = {
    columns: [
      { title: m('areas.area') },
      { title: m('areas.group') },
      { title: titleWithUnit(text(indicator.title), indicator.unit), numeric: true, decimals: indicator.decimals },
    ],
    rows: listed.map(({ title, area }) => [area.name, title, inPeriod(area) ?? null]),
    origins: listed.map(({ area }) => originOf(area.figures[indicator.id])),
  }
  const name = text(indicator.title)
  return (
    <section className="card area-comparison">
      <Figure
        title={m('areas.comparison', { city: city.name })}
        downloadName={`vergelijking-${indicator.id}`}
        fileTitle={`${name}, ${city.name}`}
        table={table}
        lead={`${name}, ${formatPeriod(period, language)}. ${m('areas.comparisonLead')}`}
        picture={
          <>
            <Strip
              label={name}
              rows={rows}
              marker={{ title: city.name, value: city.figures[indicator.id]?.value }}
              unit={indicator.unit}
              decimals={indicator.decimals}
            />
            <StripLegend marker={city.name} dots />
          </>
        }
      />
    </section>
  )
}
