// SPDX-License-Identifier: EUPL-1.2
// The answer in a few sentences, for who has a minute.
import { useLanguage } from '../shared/language'
import { lastYear, useAnswer } from './AnswerContext'
import { useCard } from './CardContext'
import { judge, known, wayOf } from './estimates'
import { useShownEstimate } from './useShownEstimate'

export function InShort() {
  const { m, text } = useLanguage()
  const sentences = [usePersons(), useChains(), useMechanisms()].filter((each) => each !== null)
  const { against } = useAnswer()
  return (
    <section className="in-short" aria-labelledby="kort">
      <h2 id="kort">{m('escalator.inShort')}</h2>
      <p className="soft">{m('escalator.besideWhat', { title: text(against.title) })}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function usePersons(): string | null {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const answer = useAnswer()
  const city = answer.areas.find(({ level }) => level === 'city')?.values['persons']
  if (!city || !known(city.difference)) return null
  const params = {
    year: lastYear(answer),
    number: shown.value(Math.abs(city.difference.mean!)),
    interval: shown.interval(city.difference),
  }
  const way = wayOf(city.difference)
  if (way === 'up') return m('escalator.shortMore', params)
  if (way === 'down') return m('escalator.shortFewer', params)
  return m('escalator.shortSame', params)
}

function useChains(): string | null {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const { dwellings, othersFreedPerDwelling: freed } = useAnswer().chains.ofPlan
  if (!dwellings.mean || !known(freed)) return null
  return m('escalator.shortChains', {
    number: shown.value(dwellings.mean),
    freed: shown.value(freed.mean, { decimals: 1 }),
    total: shown.value(dwellings.mean * freed.mean!),
  })
}

function useMechanisms(): string | null {
  const { m, text } = useLanguage()
  const card = useCard()
  const { mechanisms } = useAnswer()
  const judged = mechanisms.flatMap(({ mechanism, effect }) => {
    const known = card.mechanisms.find(({ id }) => id === mechanism)
    return known && effect ? [{ title: text(known.title), judgement: judge(effect, known.desired) }] : []
  })
  const named = (wanted: string) => judged.filter(({ judgement }) => judgement === wanted).map(({ title }) => title.toLowerCase())
  const [better, worse, chance] = [named('better'), named('worse'), named('chance')]
  const parts = [
    ...(better.length ? [m('escalator.shortBetter', { titles: better.join(', ') })] : []),
    ...(worse.length ? [m('escalator.shortWorse', { titles: worse.join(', ') })] : []),
    ...(chance.length ? [m('escalator.shortChance', { titles: chance.join(', ') })] : []),
  ]
  return parts.length ? m('escalator.shortMechanisms', { parts: parts.join('; ') }) : null
}
