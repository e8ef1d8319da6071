// SPDX-License-Identifier: EUPL-1.2
// The agenda: what helps most within money, people and order, what a wish does to it, and what it rests on.
import { useMemo } from 'react'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { usePlace } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import { readQuestion, readShownItem, readView, type Question } from './address'
import { AgendaContext } from './AgendaContext'
import { AgendaTop } from './AgendaTop'
import { AgendaViews } from './AgendaViews'
import { ItemView } from './ItemView'
import { Notices } from './Notices'
import { useTitledFrame } from './sourceTitles'
import type { Frame } from './types'
import { useAgendaState } from './useAgendaState'
import './top.css'
import './boards.css'
import './timeline.css'
import './parts.css'

export default function AgendaPage() {
  const { query } = usePlace()
  const address = query.toString()
  const asked = useMemo(() => readQuestion(new URLSearchParams(address)), [address])
  return asked.kind === 'broken' ? <BrokenAddress /> : <Loaded question={asked.question} />
}

function Head() {
  const { m } = useLanguage()
  return <PageHeader title={m('agenda.title')} intro={m('agenda.intro')} />
}

function BrokenAddress() {
  const { m } = useLanguage()
  return (
    <>
      <Head />
      <Empty title={m('agenda.brokenLink')}>
        <p>{m('agenda.brokenLinkText')}</p>
        <p>
          <Link to="/agenda">{m('agenda.startAnew')}</Link>
        </p>
      </Empty>
    </>
  )
}

function Loaded({ question }: { question: Question }) {
  const { weighing } = question
  const { data, error, reload } = useApi<Frame>(`/agenda-frame${weighing ? `?weighing=${weighing}` : ''}`)
  if (data) return data.items.length ? <Page frame={data} question={question} /> : <NothingToWeigh />
  if (error?.status === 404) return <NothingToWeigh />
  return (
    <>
      <Head />
      {error ? <Failure problem={error} retry={reload} /> : <Loading skeleton="page" />}
    </>
  )
}

/** No weighing, or nothing appraised: says what to do first. */
function NothingToWeigh() {
  const { m } = useLanguage()
  return (
    <>
      <Head />
      <Empty title={m('agenda.empty')}>
        <p>{m('agenda.emptyText')}</p>
        <ul className="agenda-empty-steps">
          <li>
            <Link to="/documenten/appraisals/nieuw/bewerken">{m('agenda.emptyAppraisal')}</Link>
          </li>
          <li>
            <Link to="/documenten/weighings/nieuw/bewerken">{m('agenda.emptyWeighing')}</Link>
          </li>
          <li>
            <Link to="/programmas">{m('agenda.emptyEfforts')}</Link>
          </li>
        </ul>
      </Empty>
    </>
  )
}

function Page({ frame: untitled, question }: { frame: Frame; question: Question }) {
  const { query } = usePlace()
  const frame = useTitledFrame(untitled)
  const agenda = useAgendaState(frame, question)
  const item = readShownItem(query)
  return (
    <AgendaContext value={agenda}>
      {item ? (
        <ItemView key={item} id={item} />
      ) : (
        <>
          <Head />
          <AgendaTop />
          <AgendaViews view={readView(query)} />
        </>
      )}
      <Notices />
    </AgendaContext>
  )
}
