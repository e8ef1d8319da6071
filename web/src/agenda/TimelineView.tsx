// SPDX-License-Identifier: EUPL-1.2
// The signature picture: what happens when, and under it the money and the people that it takes.
import { useMemo, useState } from 'react'
import { Figure } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { Empty } from '../shared/States'
import { useNarrow } from '../shared/useNarrow'
import { useAgenda } from './AgendaContext'
import { meansOf, tightest } from './means'
import { SearchSkeleton } from './SearchSkeleton'
import { TimelinePicture } from './TimelinePicture'
import { groupings, timelineGroups, type Grouping } from './timelineRows'
import { useTimelineTable } from './useTimelineTable'

const mostMeans = 4

export function TimelineView() {
  const { m, text } = useLanguage()
  const { frame, choice } = useAgenda()
  const [grouping, setGrouping] = useState<Grouping>('pijler')
  const [all, setAll] = useState(false)
  const most = useNarrow() ? 5 : 10
  const { years } = frame.weighing
  const groups = useMemo(
    () => timelineGroups(frame.items, choice, years, grouping, all ? Infinity : most),
    [frame, choice, years, grouping, all, most],
  )
  const means = meansOf(choice)
  const table = useTimelineTable()
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const isCut = groups.some(({ rows, total: whole }) => rows.length < whole) || means.length > 2 * mostMeans
  return (
    <section className="card" aria-label={m('agenda.timeline')}>
      <SearchSkeleton>
        {total === 0 ? (
          <Empty title={m('agenda.timelineEmpty')} />
        ) : (
          <Figure
            title={m('agenda.timeline')}
            fileTitle={`${m('agenda.timeline')}: ${text(frame.weighing.title)}`}
            lead={m('agenda.timelineLead')}
            table={table}
            downloadName="agenda-tijdlijn"
            controls={<GroupingChoice value={grouping} onChange={setGrouping} />}
            picture={
              <>
                <TimelinePicture groups={groups} means={all ? means : tightest(means, mostMeans)} />
                {(isCut || all) && (
                  <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setAll(!all)}>
                    {all ? m('agenda.showMost', { count: most }) : m('agenda.showAll', { count: total })}
                  </button>
                )}
              </>
            }
          />
        )}
      </SearchSkeleton>
    </section>
  )
}

function GroupingChoice({ value, onChange }: { value: Grouping; onChange: (value: Grouping) => void }) {
  const { m } = useLanguage()
  return (
    <>
      <label htmlFor="groepering">{m('agenda.groupBy')}</label>
      <select
        id="groepering"
        className="utrecht-select utrecht-select--html-select"
        value={value}
        onChange={(event) => onChange(event.target.value as Grouping)}
      >
        {groupings.map((each) => (
          <option key={each} value={each}>
            {m(`agenda.grouping.${each}`)}
          </option>
        ))}
      </select>
    </>
  )
}
