// SPDX-License-Identifier: EUPL-1.2
// The sign of what happens to an item, so that its colour is never alone.
import type { Place } from './choice'

const signs: Record<Place, string> = {
  keep: 'M3.5 6h9M3.5 10h9',
  bend: 'M3 12c4 0 3-8 7.5-8M8 2l3 2-3 2.4',
  speed_up: 'M3 4l4.5 4L3 12M8.5 4L13 8l-4.5 4',
  supplement: 'M8 3v10M3 8h10',
  stop: 'M4 4l8 8M12 4l-8 8',
  light: 'M4 12h2.6V9.5H4z',
  base: 'M4 12h2.6V9.5H4zM8.2 12h2.6V6.5H8.2z',
  plus: 'M2.6 12h2.6V9.5H2.6zM6.7 12h2.6V6.5H6.7zM10.8 12h2.6V3.5h-2.6z',
  out: 'M4 8h8',
}

export function SignPath({ of }: { of: Place }) {
  return <path className="form-sign-path" d={signs[of]} />
}

export function FormSign({ of }: { of: Place }) {
  return (
    <svg className="form-sign" data-form={of} viewBox="0 0 16 16" aria-hidden="true">
      <rect width="16" height="16" rx="3" />
      <SignPath of={of} />
    </svg>
  )
}
