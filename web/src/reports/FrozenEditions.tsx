// SPDX-License-Identifier: EUPL-1.2
// The frozen yearly editions of the state of the city, as a line on its page.
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { fileAddress } from './addresses'

export function FrozenEditions() {
  const { m, language } = useLanguage()
  const { data } = useApi<Schemas['ReportEditions']>('/report-editions?kind=state-of-the-city')
  if (!data) return null
  return (
    <p className="frozen-editions">
      {data.items.length === 0 ? m('monitor.frozenNone') : m('monitor.frozen')}{' '}
      {data.items.map(({ id, label }) => (
        <span key={id}>
          <a href={fileAddress(id, 'html', language)}>{label}</a>{' '}
        </span>
      ))}
      <Link to="/rapporten">{m('monitor.toReports')}</Link>
    </p>
  )
}
