// SPDX-License-Identifier: EUPL-1.2
// What bars, columns and lines mean.
import { useLanguage } from '../shared/language'
import { FormSign } from './FormSign'
import { proposedForms, runningForms } from './types'

export function TimelineLegend({ prefix }: { prefix: string }) {
  const { m, label } = useLanguage()
  return (
    <ul className="mark-legend timeline-legend">
      {[...runningForms, ...proposedForms].map((form) => (
        <li key={form}>
          <FormSign of={form} /> {label('agenda.form', form)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true" className="wide">
          <rect className="means-used" x="2" y="4" width="18" height="12" />
        </svg>
        {m('agenda.legendUsed')}
      </li>
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true" className="wide">
          <rect className="means-hired" x="2" y="3" width="18" height="11" />
          <rect x="2" y="3" width="18" height="11" fill={`url(#${prefix}-hired)`} />
        </svg>
        {m('agenda.legendHired')}
      </li>
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true" className="wide">
          <rect className="means-beyond" x="2" y="3" width="18" height="11" />
          <rect x="2" y="3" width="18" height="11" fill={`url(#${prefix}-beyond)`} />
        </svg>
        {m('agenda.legendBeyond')}
      </li>
      <li>
        <svg viewBox="0 0 22 16" aria-hidden="true" className="wide">
          <path className="means-line" d="M1 8H21" />
        </svg>
        {m('agenda.legendLine')}
      </li>
    </ul>
  )
}
