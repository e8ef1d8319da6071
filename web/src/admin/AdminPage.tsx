// SPDX-License-Identifier: EUPL-1.2
// Administration: people, rights, the package of the city, the trail, one's own password.
import type { ComponentType } from 'react'
import type { MessageKey } from '../shared/messages'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { useSession } from '../shared/session'
import { Empty, Loading } from '../shared/States'
import { Accounts } from './Accounts'
import { AuditTrail } from './AuditTrail'
import { ChangePassword } from './ChangePassword'
import { ExportPanel } from './ExportPanel'
import { FiguresPanel } from './FiguresPanel'
import { ImportPanel } from './ImportPanel'
import { NewDocument } from './NewDocument'
import { Rights } from './Rights'
import './admin.css'

interface View {
  name: string
  title: MessageKey
  permission: string
  panel: ComponentType
}

const views: View[] = [
  { name: 'mensen', title: 'admin.people', permission: 'administer_accounts', panel: Accounts },
  { name: 'toevoegen', title: 'admin.newDocument', permission: 'create', panel: NewDocument },
  { name: 'inlezen', title: 'admin.import', permission: 'import_package', panel: ImportPanel },
  { name: 'cijfers', title: 'admin.figures', permission: 'import_statistics', panel: FiguresPanel },
  { name: 'meenemen', title: 'admin.export', permission: 'export_package', panel: ExportPanel },
  { name: 'logboek', title: 'admin.audit', permission: 'read_audit', panel: AuditTrail },
  { name: 'rechten', title: 'admin.rights', permission: 'read_public', panel: Rights },
  { name: 'wachtwoord', title: 'admin.password', permission: 'read_own_account', panel: ChangePassword },
]

export default function AdminPage({ params }: { params: Record<string, string> }) {
  const { m } = useLanguage()
  const { session, loading } = useSession()
  if (loading) return <Loading skeleton="page" />
  if (!session.account) {
    return (
      <>
        <PageHeader title={m('admin.title')} intro={m('admin.intro')} />
        <Empty title={m('admin.logInFirst')}>
          <p>
            <Link to="/inloggen?terug=%2Fbeheer" className="utrecht-button utrecht-button--primary-action">
              {m('admin.logIn')}
            </Link>
          </p>
        </Empty>
      </>
    )
  }
  const allowed = views.filter(({ permission }) =>
    session.permissions.some((name) => name === permission || name.startsWith(`${permission} `)),
  )
  const view = allowed.find(({ name }) => name === params['view']) ?? allowed[0]
  if (!view) return <Empty title={m('admin.nothingAllowed')} />
  const Panel = view.panel
  return (
    <>
      <PageHeader title={m('admin.title')} intro={m('admin.intro')} />
      <nav className="admin-nav" aria-label={m('admin.parts')}>
        <ul>
          {allowed.map(({ name, title }) => (
            <li key={name}>
              <Link to={`/beheer/${name}`} aria-current={name === view.name ? 'page' : undefined}>
                {m(title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="onderdeel">
        <h2 id="onderdeel" className="admin-title">
          {m(view.title)}
        </h2>
        <Panel />
      </section>
    </>
  )
}
