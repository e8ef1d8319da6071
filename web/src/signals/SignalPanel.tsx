// SPDX-License-Identifier: EUPL-1.2
// How many questions wait, and the first of them: for pages about the whole city.
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Tag } from '../shared/Tag'
import { useQuestion } from './SignalCard'
import { toneOfState, type Board } from './words'
import './signals.css'

const shownAtMost = 3

export function SignalPanel({ level = 2 }: { level?: 2 | 3 }) {
  const { m } = useLanguage()
  const question = useQuestion()
  const { data } = useApi<Board>('/signals')
  const Heading = `h${level}` as const
  if (!data) return null
  const waiting = data.signals.filter(({ state }) => state !== 'answered')
  const more = waiting.length - shownAtMost
  return (
    <section className="card signal-panel" aria-labelledby="signalen">
      <Heading id="signalen">{m('signals.panelTitle')}</Heading>
      <p className="soft">
        {waiting.length > 0 ? m('signals.panelText', { count: waiting.length }) : m('signals.panelNone')}
        {data.quality.overdue > 0 && `; ${m('signals.overdueCount', { count: data.quality.overdue })}`}
      </p>
      <ul>
        {waiting.slice(0, shownAtMost).map((signal) => (
          <li key={signal.id}>
            <Tag tone={toneOfState(signal.state)}>{m(`signals.state.${signal.state}`)}</Tag>{' '}
            <Link to={`${documentPath(signal.area.kind, signal.area.id)}#signalen`}>{question(signal)}</Link>
          </li>
        ))}
      </ul>
      <p>
        {more > 0 && `${m('signals.more', { count: more })}. `}
        <Link to="/buurten/signalen">{m('signals.all')}</Link>
      </p>
    </section>
  )
}
