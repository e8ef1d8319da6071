// SPDX-License-Identifier: EUPL-1.2
// What was taken in, the newest first; the last of each source can be taken back.
import type { Problem, Schemas } from '../api/types'
import { useMoment } from '../edit/moment'
import { useActorName } from '../shared/actor'
import { formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'
import { Failure, Loading } from '../shared/States'

type Batch = Schemas['StatisticsBatch']

interface BatchesProps {
  data: { items: Batch[] } | undefined
  error: Problem | undefined
  retry: () => void
  onUndo: (batch: Batch) => void
}

export function FiguresBatches({ data, error, retry, onUndo }: BatchesProps) {
  const { m } = useLanguage()
  if (error) return <Failure problem={error} retry={retry} />
  if (!data) return <Loading skeleton="table" />
  return (
    <div className="import-result">
      <h3 id="cijfers-ladingen">{m('admin.figuresBatches')}</h3>
      <div className="table-region" role="region" aria-labelledby="cijfers-ladingen" tabIndex={0}>
        <table className="data-table data-table-cards">
          <caption className="visually-hidden">{m('admin.figuresBatches')}</caption>
          <thead>
            <tr>
              <th scope="col">{m('admin.figuresSource')}</th>
              <th scope="col">{m('admin.when')}</th>
              <th scope="col">{m('admin.who')}</th>
              <th scope="col">{m('admin.figuresCount')}</th>
              <th scope="col">{m('admin.what')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((batch) => (
              <Row key={batch.id} batch={batch} onUndo={onUndo} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Row({ batch, onUndo }: { batch: Batch; onUndo: (batch: Batch) => void }) {
  const { m, language } = useLanguage()
  const moment = useMoment()
  const actorName = useActorName()
  return (
    <tr>
      <th scope="row">{batch.source}</th>
      <td data-label={m('admin.when')}>
        <time dateTime={batch.at}>{moment(batch.at)}</time>
      </td>
      <td data-label={m('admin.who')}>{actorName(batch.actor)}</td>
      <td data-label={m('admin.figuresCount')}>{formatNumber(batch.count, 0, language)}</td>
      <td data-label={m('admin.what')}>
        {batch.undoneAt && m('admin.figuresUndone', { date: moment(batch.undoneAt) })}
        {batch.canBeUndone && (
          <button
            type="button"
            className="utrecht-button utrecht-button--secondary-action"
            aria-label={m('admin.figuresUndoLabel', { batch: batch.id, source: batch.source })}
            onClick={() => onUndo(batch)}
          >
            {m('admin.figuresUndo')}
          </button>
        )}
      </td>
    </tr>
  )
}
