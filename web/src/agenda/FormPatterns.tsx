// SPDX-License-Identifier: EUPL-1.2
// A pattern for each thing that can happen, so that bars can be told apart without colour.
import type { Form } from './types'

const drawn: Record<Form, { size: number; path: string }> = {
  keep: { size: 8, path: '' },
  bend: { size: 9, path: 'M-2 2L2 -2M0 9L9 0M7 11L11 7' },
  speed_up: { size: 10, path: 'M1 0L6 5L1 10' },
  supplement: { size: 10, path: 'M5 2V8M2 5H8' },
  stop: { size: 8, path: 'M0 0L8 8M8 0L0 8' },
  light: { size: 12, path: 'M6 6h.1' },
  base: { size: 8, path: 'M4 4h.1' },
  plus: { size: 6, path: 'M0 3H6' },
}

export function FormPatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {Object.entries(drawn).map(([form, { size, path }]) => (
        <pattern key={form} id={`${prefix}-${form}`} width={size} height={size} patternUnits="userSpaceOnUse">
          <path className="form-pattern" data-form={form} d={path || 'M0 0'} />
        </pattern>
      ))}
      <pattern id={`${prefix}-beyond`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="means-beyond-stripes" d="M0 0V5" />
      </pattern>
      <pattern id={`${prefix}-hired`} width={6} height={6} patternUnits="userSpaceOnUse">
        <path className="means-hired-dots" d="M3 3h.1" />
      </pattern>
    </defs>
  )
}
