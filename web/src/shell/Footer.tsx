// SPDX-License-Identifier: EUPL-1.2
import type { City } from '../api/types'
import { useApi } from '../shared/api'
import { formatDate, formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'

const source = 'https://github.com/koers-stad/koers'

export function Footer() {
  const { m, language } = useLanguage()
  const { data: city } = useApi<City>('/city')
  return (
    <footer className="site-footer">
      <div className="site-footer-row">
        <p>{m('shell.footer.what')}</p>
        <p>
          <a href={source} rel="external">
            {m('shell.footer.source')}
          </a>{' '}
          (EUPL-1.2)
          {' · '}
          <a href="/api/v1/openapi.json">{m('shell.footer.api')}</a>
          {city && (
            <>
              {' · '}
              {m('shell.footer.data', { licence: city.licence })}
            </>
          )}
        </p>
        {city && (
          <p>
            {m('shell.footer.version', { version: city.version })}
            {' · '}
            {m('shell.footer.sequence', { sequence: formatNumber(city.sequence, 0, language) })}
            {city.changedAt && (
              <>
                {' · '}
                {m('shell.footer.changed', { date: formatDate(city.changedAt, language) })}
              </>
            )}
          </p>
        )}
      </div>
    </footer>
  )
}
