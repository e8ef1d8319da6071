// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'

export default function NotFoundPage() {
  const { m } = useLanguage()
  return (
    <>
      <PageHeader title={m('shell.notFound')} intro={m('shell.notFoundText')} />
      <p>
        <Link to="/">{m('shell.toHome')}</Link> · <Link to="/zoeken">{m('shell.toSearch')}</Link>
      </p>
    </>
  )
}
