// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'

/** The figures that a document of the vision names, each with where it comes from. */
export function Figures({ figures, subject }: { figures: Figure[]; subject: { kind: string; id: string } }) {
  const { text } = useLanguage()
  if (figures.length === 0) return null
  return (
    <ul className="figures">
      {figures.map(({ label, value, unit, period, status, sources }) => (
        <li key={`${text(label)} ${period}`}>
          <Num
            value={value}
            unit={unit}
            decimals={Number.isInteger(value) ? 0 : 1}
            provenance={{ title: text(label), period, status, sources, subject }}
          />
          <span className="figures-label">
            <LocalText of={label} />
          </span>
        </li>
      ))}
    </ul>
  )
}
