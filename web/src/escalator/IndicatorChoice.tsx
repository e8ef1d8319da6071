// SPDX-License-Identifier: EUPL-1.2
// Which figure a picture shows, of those that the card of the model has.
import { useCard, useIndicatorName } from './CardContext'

interface IndicatorChoiceProps {
  /** For who does not see the picture that it belongs to. */
  label: string
  offered: string[]
  value: string
  onChange: (indicator: string) => void
}

export function IndicatorChoice({ label, offered, value, onChange }: IndicatorChoiceProps) {
  const { indicators } = useCard()
  const name = useIndicatorName()
  return (
    <label className="map-choice">
      <span className="visually-hidden">{label}</span>
      <select
        className="utrecht-select utrecht-select--html-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {offered
          .filter((each) => indicators.some((known) => known.name === each))
          .map((each) => (
            <option key={each} value={each}>
              {name(each)}
            </option>
          ))}
      </select>
    </label>
  )
}
