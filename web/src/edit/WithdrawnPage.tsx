// SPDX-License-Identifier: EUPL-1.2
// A document that was withdrawn: since when, by whom, what it was, and the way back for who may withdraw.
import { useState } from 'react'
import type { Problem, Schemas } from '../api/types'
import { useActorName } from '../shared/actor'
import { problemOf, send, useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { setQuery, toTop } from '../shared/router'
import { useSession } from '../shared/session'
import { Failure, Loading } from '../shared/States'
import NotFoundPage from '../shell/NotFoundPage'
import { titleOf } from './documentTypes'
import { History } from './History'
import { useMoment } from './moment'

type Revision = Schemas['Revisions']['items'][number]

interface NoLongerProps {
  /** Of the document, below /api/v1. */
  path: string
  problem: Problem
  retry: () => void
}

/** A document that is not there: withdrawn for who may see its history, else simply not found. */
export function NoLonger({ path, problem, retry }: NoLongerProps) {
  const history = useApi<Schemas['Revisions']>(problem.status === 404 ? `${path}/revisions` : null)
  const last = history.data?.items[0]
  if (last?.withdrawn) return <WithdrawnPage path={path} last={last} />
  if (history.loading) return <Loading skeleton="page" />
  return problem.status === 404 ? <NotFoundPage /> : <Failure problem={problem} retry={retry} />
}

function WithdrawnPage({ path, last }: { path: string; last: Revision }) {
  const { m, text, label } = useLanguage()
  const moment = useMoment()
  const actorName = useActorName()
  const { may } = useSession()
  const before = useApi<Schemas['RevisionBody']>(`${path}/revisions/${last.revision - 1}`)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!before.data) {
    return before.error ? <Failure problem={before.error} retry={before.reload} /> : <Loading skeleton="page" />
  }
  const { kind, id, body = { id } } = before.data
  const restore = () => {
    setProblem(null)
    send('POST', `${path}/restorations`, undefined, { ifMatch: `"${last.revision}"` }).then(
      () => {
        setQuery({ bewaard: '0' })
        toTop()
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  const when = { date: moment(last.at), name: actorName(last.actor ?? '') }
  return (
    <>
      <PageHeader title={text(titleOf(body))} above={label('edit.kind', kind)} />
      <div className="notice" role="status">
        <p>{last.actor ? m('edit.withdrawnBy', when) : m('edit.withdrawnOn', when)}</p>
        {may(`withdraw ${kind}`) && (
          <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={restore}>
            {m('edit.bringBack')}
          </button>
        )}
      </div>
      {problem && <Failure problem={problem} />}
      <History path={path} current={last.revision} />
    </>
  )
}
