// SPDX-License-Identifier: EUPL-1.2
// All signals of the city, and how good they turned out to be.
import type { Property } from '../search/filters'
import { Narrowed } from '../search/RegisterPage'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { Empty, Failure, Loading } from '../shared/States'
import { SignalCard } from './SignalCard'
import { SignalQuality } from './SignalQuality'
import { states, type Board, type Signal } from './words'
import '../edit/edit.css'
import '../monitor/monitor.css'
import '../areas/areas.css'
import './signals.css'

export default function SignalsPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Board>('/signals')
  return (
    <>
      <PageHeader title={m('signals.title')} intro={m('signals.intro')} back={{ to: '/buurten', title: m('areas.title') }} />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && <Loading skeleton="cards" />}
      {data && <Signals board={data} />}
    </>
  )
}

function useProperties(signals: Signal[]): Property<Signal>[] {
  const { m, text } = useLanguage()
  const titles = new Map(
    signals.flatMap(({ area, parent, themes }) =>
      [area, ...(parent ? [parent] : []), ...themes].map(({ id, title }) => [id, text(title)] as const),
    ),
  )
  return [
    {
      name: 'staat',
      title: m('signals.stateTitle'),
      of: ({ state }) => [state],
      titleOf: (value) => m(`signals.state.${value as Signal['state']}`),
      order: [...states],
    },
    {
      name: 'wijk',
      title: m('areas.district'),
      of: ({ area, parent }) => [area.kind === 'district' ? area.id : (parent?.id ?? area.id)],
      titleOf: (id) => titles.get(id) ?? id,
    },
    {
      name: 'thema',
      title: m('signals.theme'),
      of: ({ themes }) => themes.map(({ id }) => id),
      titleOf: (id) => titles.get(id) ?? id,
    },
  ]
}

function Signals({ board }: { board: Board }) {
  const { m, text } = useLanguage()
  const { signals } = board
  const words = ({ area, indicator, reviewer }: Signal) => [text(area.title), text(indicator.title), reviewer]
  return (
    <>
      <SignalQuality board={board} />
      {signals.length === 0 && <Empty title={m('signals.none')} />}
      {signals.length > 0 && (
        <Narrowed rows={signals} properties={useProperties(signals)} words={words}>
          {(shown) => (
            <div className="signal-list">
              {shown.map((signal) => (
                <SignalCard key={signal.id} signal={signal} today={board.date} level={2} />
              ))}
            </div>
          )}
        </Narrowed>
      )}
    </>
  )
}
