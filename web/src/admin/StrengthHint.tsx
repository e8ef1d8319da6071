// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { strengthOf, type Strength } from './strength'

const steps: Record<Strength, number> = { short: 0, weak: 1, fair: 2, strong: 3 }

export function StrengthHint({ password, known }: { password: string; known: string[] }) {
  const { label } = useLanguage()
  if (!password) return null
  const strength = strengthOf(password, known)
  return (
    <p className="strength" data-strength={strength} role="status">
      <svg viewBox="0 0 96 8" aria-hidden="true">
        {[0, 1, 2].map((step) => (
          <rect key={step} x={step * 33} width="30" height="8" rx="2" data-on={step < steps[strength]} />
        ))}
      </svg>
      {label('admin.strength', strength)}
    </p>
  )
}
