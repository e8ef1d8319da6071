// SPDX-License-Identifier: EUPL-1.2
// The population by age, beside that of the city.
import type { KeyboardEvent } from 'react'
import type { Schemas } from '../api/types'
import { useDrawer } from '../shared/Drawer'
import { Figure } from '../shared/Figure'
import { formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { ProvenanceDetails, useShownValue } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { useWidth } from '../shared/useWidth'
import { ageIndicators } from './ages'

type Profile = Schemas['AreaProfile']
type Measurement = Profile['measurements'][number]

export function AgeBars({ profile }: { profile: Profile }) {
  const { m, text, language } = useLanguage()
  const groups = ageIndicators
    .map((id) => profile.measurements.find(({ indicator }) => indicator === id))
    .filter((each): each is Measurement => typeof each?.value === 'number')
  if (groups.length === 0) return null
  const table = {
    columns: [
      { title: m('areas.ageGroup') },
      { title: `${profile.name} (%)`, numeric: true },
      { title: `${m('areas.city')} (%)`, numeric: true },
    ],
    rows: groups.map(({ title, value, city }) => [text(title), value, city]),
    origins: groups.map(originOf),
  }
  return (
    <section className="card">
      <Figure
        title={m('areas.ages')}
        lead={m('areas.agesLead', { period: formatPeriod(groups[0]!.period, language), name: profile.name })}
        downloadName={`leeftijd-${profile.id}`}
        fileTitle={`${m('areas.ages')}, ${profile.name}`}
        table={table}
        picture={<Bars groups={groups} name={profile.name} />}
      />
    </section>
  )
}

const valueRoom = 64

function Bars({ groups, name }: { groups: Measurement[]; name: string }) {
  const { m, text } = useLanguage()
  const [holder, width] = useWidth<HTMLDivElement>()
  const narrow = width < 520
  const left = narrow ? 0 : 220
  const rowHeight = narrow ? 54 : 36
  const most = Math.max(...groups.flatMap(({ value, city }) => [value ?? 0, city ?? 0]))
  const lengthOf = (value: number) => (value / most) * (width - left - valueRoom)
  return (
    <div ref={holder}>
      <svg
        className="picture"
        viewBox={`0 0 ${width} ${rowHeight * groups.length}`}
        width={width}
        height={rowHeight * groups.length}
        role="group"
        aria-label={m('areas.ages')}
      >
        {groups.map((group, index) => {
          const top = rowHeight * index + (narrow ? 24 : 6)
          const cityAt = typeof group.city === 'number' ? left + lengthOf(group.city) : null
          return (
            <g key={group.indicator}>
              <text className="age-name" x="0" y={narrow ? top - 7 : top + 17}>
                {text(group.title)}
              </text>
              <rect className="age-bar" x={left} y={top} height="24" width={lengthOf(group.value ?? 0)} />
              {cityAt !== null && <line className="age-city" x1={cityAt} x2={cityAt} y1={top - 4} y2={top + 28} />}
              <BarValue group={group} name={name} x={width - valueRoom + 12} y={top + 18} />
            </g>
          )
        })}
      </svg>
      <p className="age-key soft">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <line className="age-city" x1="8" x2="8" y1="0" y2="16" />
        </svg>
        {m('areas.cityLine')}
      </p>
    </div>
  )
}

/** The figure behind a bar; it can be asked where it comes from. */
function BarValue({ group, name, x, y }: { group: Measurement; name: string; x: number; y: number }) {
  const { m, text } = useLanguage()
  const show = useShownValue()
  const openDrawer = useDrawer()
  const shown = show(group.value ?? 0, group.unit, group.decimals)
  const title = `${text(group.title)}, ${name}`
  const open = () =>
    openDrawer(
      title,
      <ProvenanceDetails
        value={shown}
        provenance={{
          title,
          definition: text(group.definition),
          period: group.period,
          status: group.status,
          note: group.note,
          sources: [group.source],
          subject: { kind: 'indicator', id: group.indicator },
        }}
      />,
    )
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open()
  }
  const city = typeof group.city === 'number' ? `, ${m('areas.city')} ${show(group.city, group.unit, group.decimals)}` : ''
  return (
    <g
      className="age-value"
      role="button"
      tabIndex={0}
      aria-label={`${text(group.title)}: ${shown}${city}. ${m('shared.whereFrom')}`}
      onClick={open}
      onKeyDown={press}
    >
      <rect x={x - 6} y={y - 20} width={valueRoom - 8} height="28" fill="transparent" />
      <text x={x} y={y}>
        {shown}
      </text>
    </g>
  )
}
