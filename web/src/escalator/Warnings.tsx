// SPDX-License-Identifier: EUPL-1.2
// What must be known before anything is read: how the model stands, what is made up, what cannot be built.
import type { ReactNode } from 'react'
import { formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'
import { useAnswer } from './AnswerContext'
import { useAreaName } from './CardContext'

const fewReplicates = 10

export function Warnings() {
  const { m, language } = useLanguage()
  const areaName = useAreaName()
  const { crowded, scenario, replicates } = useAnswer()
  const illustrative = (scenario.steps ?? []).filter(({ status }) => status === 'illustrative').length
  return (
    <WarningList replicates={replicates} illustrative={illustrative}>
      {crowded.map(({ area, dwellings, landKm2, densestDistrictPerKm2 }) => (
        <Warning key={area} strong>
          {m('escalator.crowded', {
            area: areaName(area),
            density: formatNumber(landKm2 > 0 ? dwellings / landKm2 : 0, 0, language),
            densest: formatNumber(densestDistrictPerKm2, 0, language),
          })}
        </Warning>
      ))}
    </WarningList>
  )
}

interface WarningListProps {
  /** Behind what is shown; where that differs, the fewest. */
  replicates: number
  /** Steps of the plan. */
  illustrative?: number
  /** What weighs more than the rest. */
  children?: ReactNode
}

export function WarningList({ replicates, illustrative = 0, children }: WarningListProps) {
  const { m } = useLanguage()
  return (
    <ul className="answer-warnings" aria-label={m('escalator.warnings')}>
      {children}
      <Warning>
        {m('escalator.standing')} <a href="#modelkaart">{m('escalator.toModelCard')}</a>
      </Warning>
      {illustrative > 0 && <Warning>{m('escalator.illustrativeSteps', { count: illustrative })}</Warning>}
      {replicates < fewReplicates && <Warning>{m('escalator.fewReplicates', { count: replicates })}</Warning>}
    </ul>
  )
}

function Warning({ strong, children }: { strong?: boolean; children: ReactNode }) {
  return (
    <li data-strong={strong}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1.5L15 14H1zM8 6v4M8 12v.6" />
      </svg>
      <span>{children}</span>
    </li>
  )
}
