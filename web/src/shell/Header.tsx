// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import type { City } from '../api/types'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { AccountMenu } from './AccountMenu'
import { Compass } from './Compass'
import { LanguageSwitch } from './LanguageSwitch'
import { SearchBox } from './SearchBox'
import { ThemeSwitch } from './ThemeSwitch'

const items = [
  { to: '/', key: 'shell.nav.overview' },
  { to: '/visie', key: 'shell.nav.vision' },
  { to: '/staat', key: 'shell.nav.monitor' },
  { to: '/beleid', key: 'shell.nav.policy' },
  { to: '/programmas', key: 'shell.nav.efforts' },
  { to: '/buurten', key: 'shell.nav.areas' },
  { to: '/roltrap', key: 'shell.nav.escalator' },
  { to: '/agenda', key: 'agenda.nav' },
  { to: '/besluiten', key: 'shell.nav.decisions' },
  { to: '/rapporten', key: 'shell.nav.reports' },
] as const

function isCurrent(to: string, path: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}

export function Header({ path }: { path: string }) {
  const { m } = useLanguage()
  const city = useApi<City>('/city')
  const [openedAt, setOpenedAt] = useState<string | null>(null)
  const open = openedAt === path
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Link className="brand" to="/">
          <Compass />
          <span className="brand-name">Koers</span>
          {city.data && <span className="brand-city">{city.data.name}</span>}
        </Link>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="hoofdmenu"
          onClick={() => setOpenedAt(open ? null : path)}
        >
          {m('shell.menu')}
        </button>
        <div className="site-tools" id="hoofdmenu" data-open={open}>
          <SearchBox />
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu />
          <nav className="site-nav" aria-label={m('shell.navLabel')}>
            <ul>
              {items.map(({ to, key }) => (
                <li key={to}>
                  <Link to={to} aria-current={isCurrent(to, path) ? 'page' : undefined}>
                    {m(key)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  )
}
