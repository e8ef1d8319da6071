// SPDX-License-Identifier: EUPL-1.2
// Every revision of a document with what changed in it, and the way back.
import type { Schemas } from '../api/types'
import { useActorName } from '../shared/actor'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Failure, Loading } from '../shared/States'
import { changeOf, wordsOf } from './differences'
import { describePath } from './fieldNames'
import { useMoment } from './moment'

type Revision = Schemas['Revisions']['items'][number]

interface HistoryProps {
  path: string
  current: number
  onRestore?: (revision: number) => void
}

export function History({ path, current, onRestore }: HistoryProps) {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['Revisions']>(`${path}/revisions`)
  return (
    <section className="history" aria-labelledby="geschiedenis">
      <h2 id="geschiedenis">{m('edit.history')}</h2>
      <p className="soft">{m('edit.historyIntro')}</p>
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && <Loading skeleton="table" />}
      <ol className="revisions">
        {data?.items.map((each) => (
          <RevisionItem key={each.revision} revision={each} current={current} onRestore={onRestore} />
        ))}
      </ol>
    </section>
  )
}

function RevisionItem({
  revision,
  current,
  onRestore,
}: {
  revision: Revision
  current: number
  onRestore: HistoryProps['onRestore']
}) {
  const { m } = useLanguage()
  const moment = useMoment()
  const actorName = useActorName()
  const { differences } = revision
  return (
    <li className="revision">
      <div className="revision-head">
        <h3>
          {m('edit.revision', { revision: revision.revision })}
          {revision.revision === current && <span className="soft"> · {m('edit.current')}</span>}
        </h3>
        <p className="soft">
          <time dateTime={revision.at}>{moment(revision.at)}</time>
          {revision.actor && <> · {actorName(revision.actor)}</>}
          {revision.decision && (
            <>
              {' '}
              · <Link to={documentPath('decision', revision.decision)}>{m('edit.restsOn')}</Link>
            </>
          )}
        </p>
      </div>
      {revision.withdrawn && <p>{m('edit.withdrawn')}</p>}
      {differences.length === 0 && !revision.withdrawn && (
        <p className="soft">{revision.revision === 1 ? m('edit.first') : m('edit.noDifferences')}</p>
      )}
      {differences.length > 0 && <Differences differences={differences} />}
      {onRestore && revision.revision !== current && !revision.withdrawn && (
        <button type="button" className="quiet-button" onClick={() => onRestore(revision.revision)}>
          {m('edit.restore', { revision: revision.revision })}
        </button>
      )}
      <details className="revision-hash">
        <summary>{m('edit.proof')}</summary>
        <p className="soft">{m('edit.proofText', { sequence: revision.sequence })}</p>
        <code>{revision.hash}</code>
      </details>
    </li>
  )
}

export function Differences({ differences }: { differences: Schemas['Difference'][] }) {
  const { m, label } = useLanguage()
  const words = (value: unknown) => wordsOf(value, (each) => label('edit.values', each))
  return (
    <dl className="differences">
      {differences.map(({ path, before, after }) => (
        <div key={path} className="difference" data-change={changeOf(before, after)}>
          <dt>{describePath(path, label)}</dt>
          <dd>
            {before !== null && before !== undefined && (
              <del>
                <span className="visually-hidden">{m('edit.before')} </span>
                {words(before)}
              </del>
            )}
            {after !== null && after !== undefined && (
              <ins>
                <span className="visually-hidden">{m('edit.after')} </span>
                {words(after)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
