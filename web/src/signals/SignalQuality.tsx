// SPDX-License-Identifier: EUPL-1.2
// How good the signals were: published, also when they were not.
import { useWords } from '../monitor/useWords'
import { useLanguage } from '../shared/language'
import { IllustrativeMark } from '../shared/Provenance'
import type { Board } from './words'

export function SignalQuality({ board }: { board: Board }) {
  const { m } = useLanguage()
  const words = useWords()
  const { hits, falseAlarms, open, overdue, fresh, hitRate, status } = board.quality
  const facts: [string, number][] = [
    [m('signals.count.fresh'), fresh],
    [m('signals.count.open'), open],
    [m('signals.count.overdue'), overdue],
    [m('signals.count.hits'), hits],
    [m('signals.count.falseAlarms'), falseAlarms],
  ]
  return (
    <section className="card signal-quality" aria-labelledby="kwaliteit">
      <h2 id="kwaliteit">{m('signals.quality')}</h2>
      <p>{m('signals.qualityText', { tested: board.tested })}</p>
      <dl className="signal-counts">
        {facts.map(([title, count]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <p>
        {hitRate
          ? m('signals.hitRate', {
              rate: words.percent(hitRate.value),
              low: words.percent(hitRate.lower),
              high: words.percent(hitRate.upper),
              count: hits + falseAlarms,
            })
          : m('signals.noAnswers')}{' '}
        {status === 'illustrative' && <IllustrativeMark>{m('signals.illustrativeAnswers')}</IllustrativeMark>}
      </p>
    </section>
  )
}
