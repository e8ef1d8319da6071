// SPDX-License-Identifier: EUPL-1.2
import { shadeOf } from './bands'
import { useLanguage } from './language'

interface MapLegendProps {
  borders: number[]
  prefix: string
  show: (value: number) => string
  missing: boolean
}

export function MapLegend({ borders, prefix, show, missing }: MapLegendProps) {
  const { m } = useLanguage()
  const bands = borders.slice(0, -1).map((low, index) => {
    const params = { low: show(low), high: show(borders[index + 1]!) }
    const name = index === borders.length - 2 ? m('shared.map.last', params) : m('shared.map.from', params)
    return { shade: String(shadeOf(index + 1, borders)), name }
  })
  const entries = missing ? [...bands, { shade: 'none', name: m('shared.map.none') }] : bands
  return (
    <ul className="map-legend" aria-label={m('shared.map.legend')}>
      {entries.map(({ shade, name }) => (
        <li key={shade}>
          <svg viewBox="0 0 28 18" aria-hidden="true" className="map-area" data-shade={shade}>
            <rect className="map-fill" width="28" height="18" />
            <rect className="map-pattern" width="28" height="18" fill={`url(#${prefix}-${shade})`} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
