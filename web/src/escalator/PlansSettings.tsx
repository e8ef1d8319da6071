// SPDX-License-Identifier: EUPL-1.2
// Which plans, what they stand beside, how long and how often they are played; a change asks anew.
import { useState } from 'react'
import { LocalText, useLanguage } from '../shared/language'
import { navigate } from '../shared/router'
import { useCard } from './CardContext'
import { addressOfPlans, mostPlans, mostReplicates, plansBeside, type PlansQuestion } from './plans'
import { within, type Settings } from './question'
import { AgainstChoice, MoreSettings } from './SettingsBar'
import type { Scenario } from './stepRules'

interface SettingsProps {
  question: PlansQuestion
  plans: Scenario[]
}

export function PlansSettings({ question, plans }: SettingsProps) {
  const { m } = useLanguage()
  const { scenarios } = useCard()
  const [chosen, setChosen] = useState(() => plans.map(({ id }) => id))
  const most = mostReplicates(chosen.length)
  const [settings, setSettings] = useState<Settings>(() => ({ ...question, replicates: Math.min(question.replicates, most) }))
  const go = (changed: Settings) => {
    const offered = plansBeside(changed.against, scenarios).map(({ id }) => id)
    const asked = offered.filter((id) => chosen.includes(id))
    const all = asked.length === Math.min(offered.length, mostPlans)
    const replicates = Math.min(changed.replicates, mostReplicates(asked.length))
    if (asked.length > 0) navigate(addressOfPlans({ ...within({ ...changed, replicates }), plans: all ? 'all' : asked }))
  }
  return (
    <form
      className="settings-bar"
      onSubmit={(event) => {
        event.preventDefault()
        go(settings)
      }}
    >
      <AgainstChoice value={settings.against} onChange={(against) => go({ ...settings, against })} />
      <PlansChoice against={settings.against} chosen={chosen} onChange={setChosen} />
      <MoreSettings settings={settings} mostReplicates={most} onChange={setSettings}>
        <button type="submit" disabled={chosen.length === 0} className="utrecht-button utrecht-button--secondary-action">
          {m('escalator.simulateAgain')}
        </button>
      </MoreSettings>
    </form>
  )
}

interface ChoiceProps {
  against: string
  chosen: string[]
  onChange: (chosen: string[]) => void
}

function PlansChoice({ against, chosen, onChange }: ChoiceProps) {
  const { m } = useLanguage()
  const { scenarios } = useCard()
  const offered = plansBeside(against, scenarios)
  return (
    <details className="more-settings">
      <summary>{m('escalator.whichPlans', { count: chosen.length, of: offered.length })}</summary>
      <fieldset className="plans-choice">
        <legend className="visually-hidden">{m('escalator.plansChoice')}</legend>
        {offered.map(({ id, title }) => {
          const checked = chosen.includes(id)
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={checked}
                disabled={!checked && chosen.length >= mostPlans}
                onChange={() => onChange(checked ? chosen.filter((each) => each !== id) : [...chosen, id])}
              />{' '}
              <LocalText of={title} />
            </label>
          )
        })}
        <button type="submit" disabled={chosen.length === 0} className="utrecht-button utrecht-button--secondary-action">
          {m('escalator.simulateAgain')}
        </button>
      </fieldset>
    </details>
  )
}
