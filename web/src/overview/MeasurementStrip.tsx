// SPDX-License-Identifier: EUPL-1.2
// One indicator: the city as a diamond beside the range of new towns and of neighbours, with their middle.
import type { Measurement } from '../api/types'
import { formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { Num, useShownValue } from '../shared/Provenance'
import { stripScale } from './stripScale'

type Spread = NonNullable<Measurement['newTowns']>

export function MeasurementStrip({ measurement }: { measurement: Measurement }) {
  const { m, text, language } = useLanguage()
  const show = useShownValue()
  const { unit, decimals, newTowns, neighbours } = measurement
  const value = measurement.value ?? measurement.city ?? null
  const bare = unit === 'EUR' ? unit : ''
  const say = (spread: Spread) =>
    m('overview.rangeText', {
      low: show(spread.lowest, bare, decimals),
      middle: show(spread.median, bare, decimals),
      high: show(spread.highest, unit, decimals),
    })
  const groups = [
    { name: m('overview.newTowns'), spread: newTowns },
    { name: m('overview.neighbours'), spread: neighbours },
  ].flatMap(({ name, spread }) => (spread ? [{ name, spread }] : []))
  const provenance = {
    title: text(measurement.title),
    definition: text(measurement.definition),
    period: measurement.period,
    status: measurement.status,
    note: measurement.note,
    sources: [measurement.source],
    subject: { kind: 'indicator', id: measurement.indicator },
  }
  return (
    <div className="strip">
      <p className="strip-title">
        <LocalText of={measurement.title} /> <Num value={value} unit={unit} decimals={decimals} provenance={provenance} />{' '}
        <span className="soft">{formatPeriod(measurement.period, language)}</span>
      </p>
      {value !== null && groups.length > 0 && <Strip value={value} groups={groups} />}
      {groups.length > 0 ? (
        <ul className="strip-ranges">
          {groups.map(({ name, spread }) => (
            <li key={name}>
              {name}: {say(spread)}
            </li>
          ))}
        </ul>
      ) : (
        <p className="strip-ranges">{m('overview.noComparison')}</p>
      )}
    </div>
  )
}

function Strip({ value, groups }: { value: number; groups: { name: string; spread: Spread }[] }) {
  const at = stripScale([value, ...groups.flatMap(({ spread }) => [spread.lowest, spread.highest])])
  const percent = (of: number) => `${(at(of) * 94 + 3).toFixed(2)}%`
  const height = groups.length * 14 + 6
  return (
    <svg className="strip-picture" height={height} aria-hidden="true">
      {groups.map(({ name, spread }, index) => {
        const y = 10 + index * 14
        return (
          <g key={name} className={`strip-group strip-group-${index}`}>
            <line x1={percent(spread.lowest)} x2={percent(spread.highest)} y1={y} y2={y} />
            <line className="strip-middle" x1={percent(spread.median)} x2={percent(spread.median)} y1={y - 5} y2={y + 5} />
          </g>
        )
      })}
      <line className="strip-city-line" x1={percent(value)} x2={percent(value)} y1={0} y2={height} />
      <svg x={percent(value)} y={height / 2} overflow="visible">
        <path className="strip-city" d="M0-7l7 7-7 7-7-7z" />
      </svg>
    </svg>
  )
}
