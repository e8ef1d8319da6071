// SPDX-License-Identifier: EUPL-1.2
// For a link that leads to no question: cut off on its way, or to one that is gone.
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { Empty } from '../shared/States'

export function BrokenAddress() {
  const { m } = useLanguage()
  return <Nothing title={m('escalator.brokenLink')} text={m('escalator.brokenLinkText')} />
}

/** For a question that the city has not, or no longer. */
export function UnknownQuestion() {
  const { m } = useLanguage()
  return <Nothing title={m('escalator.unknownQuestion')} text={m('escalator.unknownQuestionText')} />
}

function Nothing({ title, text }: { title: string; text: string }) {
  const { m } = useLanguage()
  return (
    <>
      <PageHeader title={m('escalator.title')} back={{ to: '/roltrap', title: m('escalator.allQuestions') }} />
      <Empty title={title}>
        <p>{text}</p>
        <p>
          <Link to="/roltrap">{m('escalator.allQuestions')}</Link>
        </p>
      </Empty>
    </>
  )
}
