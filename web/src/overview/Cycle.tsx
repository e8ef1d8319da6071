// SPDX-License-Identifier: EUPL-1.2
// The cycle today: the ring, its table, and beside it what is late or due.
import { useState } from 'react'
import type { DueItem, Overview, Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { CycleRing } from './CycleRing'
import { DuePanel } from './DuePanel'
import type { Quadrant } from './quadrants'

export function Cycle({ overview }: { overview: Overview }) {
  const { m } = useLanguage()
  const calendar = useApi<Schemas['Calendar']>('/calendar')
  const items = calendar.data?.items ?? overview.due
  const [chosen, setChosen] = useState<Quadrant | null>(null)
  return (
    <div className="cycle card">
      <Figure
        title={m('overview.cycle')}
        lead={m('overview.cycleLead')}
        table={useTable(items)}
        downloadName="beleidscyclus"
        picture={
          <>
            <CycleRing overview={overview} items={items} chosen={chosen} onChoose={setChosen} />
            <BeadLegend />
          </>
        }
      />
      <DuePanel key={chosen} overview={overview} items={items} chosen={chosen} onChoose={setChosen} />
    </div>
  )
}

/** A row for every bead of the ring. */
function useTable(items: DueItem[]): FigureTable {
  const { m, text } = useLanguage()
  const titles = [m('overview.what'), m('overview.quadrantTitle'), m('overview.stateTitle'), m('overview.from'), m('overview.by')]
  const shown = items.filter(({ state }) => state !== 'not_yet')
  const rows = shown.map(({ title, quadrant, state, dueFrom, dueBy }) => [
    text(title),
    m(`overview.quadrant.${quadrant}`),
    m(`overview.state.${state}`),
    dueFrom,
    dueBy,
  ])
  const origins = shown.map(({ status, sources }) => ({ status, sources }))
  return { columns: titles.map((title) => ({ title })), rows, origins }
}

function BeadLegend() {
  const { m } = useLanguage()
  return (
    <ul className="bead-legend">
      {(['late', 'due', 'upcoming'] as const).map((state) => (
        <li key={state}>
          <svg viewBox="0 0 20 20" aria-hidden="true" className={`bead bead-${state}`}>
            {state === 'late' ? <path d="M10 1l9 9-9 9-9-9z" /> : <circle cx="10" cy="10" r="6.5" />}
          </svg>
          {m(`overview.state.${state}`)}
        </li>
      ))}
    </ul>
  )
}
