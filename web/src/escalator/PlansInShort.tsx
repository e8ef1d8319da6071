// SPDX-License-Identifier: EUPL-1.2
// A sentence for each plan, for who would rather read than look.
import { LocalText, useLanguage } from '../shared/language'
import { useCard } from './CardContext'
import { known } from './estimates'
import { byJudgement, type PlanRow, type ScenarioEffects } from './planEffects'
import { useShownEstimate } from './useShownEstimate'

export function PlansInShort({ rows, against }: { rows: PlanRow[]; against: string }) {
  const { m } = useLanguage()
  const sentence = useSentence()
  return (
    <section className="in-short" aria-labelledby="kort">
      <h2 id="kort">{m('escalator.inShort')}</h2>
      <p className="soft">{m('escalator.besideWhat', { title: against })}</p>
      <ul className="plans-sentences">
        {rows.map(
          ({ plan, effects }) =>
            effects && (
              <li key={plan.id}>
                <strong>
                  <LocalText of={plan.title} />:
                </strong>{' '}
                {sentence(effects)}
              </li>
            ),
        )}
      </ul>
    </section>
  )
}

function useSentence(): (effects: ScenarioEffects) => string {
  const { m, text } = useLanguage()
  const { mechanisms } = useCard()
  const shown = useShownEstimate()
  return (effects) => {
    const judged = byJudgement(effects, mechanisms)
    const titles = (of: typeof mechanisms) => of.map(({ title }) => text(title).toLowerCase()).join(', ')
    const { dwellings, othersFreedPerDwelling: freed } = effects
    const builds = { number: shown.value(dwellings.mean), freed: shown.value(freed.mean, { decimals: 1 }) }
    const unsure = effects.replicates < 2 ? 'escalator.plansTooEarly' : 'escalator.plansNothingSure'
    const parts = [
      dwellings.mean && known(freed) ? m('escalator.plansBuilds', builds) : '',
      judged.better.length ? m('escalator.shortBetter', { titles: titles(judged.better) }) : '',
      judged.worse.length ? m('escalator.shortWorse', { titles: titles(judged.worse) }) : '',
      judged.better.length + judged.worse.length > 0 ? '' : m(unsure),
    ]
    return `${parts.filter(Boolean).join('; ')}.`
  }
}
