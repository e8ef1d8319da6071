// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { navigate, usePlace } from '../shared/router'
import { useSession } from '../shared/session'

export function AccountMenu() {
  const { m } = useLanguage()
  const { session, logOut } = useSession()
  const { path } = usePlace()
  const { account } = session
  if (!account) {
    const back = path === '/' || path === '/inloggen' ? '' : `?terug=${encodeURIComponent(path)}`
    return (
      <Link className="log-in" to={`/inloggen${back}`}>
        {m('shell.logIn')}
      </Link>
    )
  }
  const leave = () => void logOut().then(() => navigate('/'))
  return (
    <details className="account-menu" key={path}>
      <summary>{account.displayName}</summary>
      <ul>
        <li>
          <Link to="/beheer">{m('shell.admin')}</Link>
        </li>
        <li>
          <button type="button" onClick={leave}>
            {m('shell.logOut')}
          </button>
        </li>
      </ul>
    </details>
  )
}
