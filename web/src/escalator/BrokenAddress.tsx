// SPDX-License-Identifier: EUPL-1.2
// For a link that was cut off or changed on its way.
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { Empty } from '../shared/States'

export function BrokenAddress() {
  const { m } = useLanguage()
  return (
    <>
      <PageHeader title={m('escalator.title')} back={{ to: '/roltrap', title: m('escalator.allQuestions') }} />
      <Empty title={m('escalator.brokenLink')}>
        <p>{m('escalator.brokenLinkText')}</p>
        <p>
          <Link to="/roltrap">{m('escalator.allQuestions')}</Link>
        </p>
      </Empty>
    </>
  )
}
