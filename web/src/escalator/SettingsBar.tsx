// SPDX-License-Identifier: EUPL-1.2
// What a question stands beside, and how long and how often it is played; a change asks the question anew.
import { useState } from 'react'
import { useLanguage } from '../shared/language'
import { navigate } from '../shared/router'
import { useCard } from './CardContext'
import { NumberInput } from './NumberInput'
import { addressOf, limits, within, type Question, type Settings } from './question'

export function SettingsBar({ question }: { question: Question }) {
  const { m } = useLanguage()
  const [settings, setSettings] = useState<Settings>(question)
  const go = (changed: Partial<Settings>) => {
    const address = addressOf({ ...question, ...within({ ...question, ...changed }) })
    if (address) navigate(address)
  }
  const own = 'scenario' in question.of ? question.of.scenario : undefined
  return (
    <form
      className="settings-bar"
      onSubmit={(event) => {
        event.preventDefault()
        go(settings)
      }}
    >
      <AgainstChoice value={question.against} without={own} onChange={(against) => go({ ...settings, against })} />
      <MoreSettings settings={settings} onChange={setSettings}>
        <button type="submit" className="utrecht-button utrecht-button--secondary-action">
          {m('escalator.simulateAgain')}
        </button>
      </MoreSettings>
    </form>
  )
}

interface AgainstProps {
  value: string
  /** The scenario that is asked: beside itself it differs by nothing. */
  without?: string | undefined
  onChange: (id: string) => void
}

export function AgainstChoice({ value, without, onChange }: AgainstProps) {
  const { m, text } = useLanguage()
  const { scenarios } = useCard()
  const choices = scenarios.filter(({ id }) => id !== without || id === value)
  return (
    <div className="field against-choice">
      <label htmlFor="naast">{m('escalator.against')}</label>
      <select
        id="naast"
        className="utrecht-select utrecht-select--html-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map(({ id, title }) => (
          <option key={id} value={id}>
            {text(title)}
          </option>
        ))}
        {!choices.some(({ id }) => id === value) && <option value={value}>{value}</option>}
      </select>
    </div>
  )
}

interface MoreProps {
  settings: Settings
  mostReplicates?: number
  onChange: (settings: Settings) => void
  children?: React.ReactNode
}

export function MoreSettings({ settings, mostReplicates = limits.replicates[1], onChange, children }: MoreProps) {
  const { m } = useLanguage()
  const most = { years: limits.years[1], replicates: mostReplicates, seed: limits.seed[1] }
  const field = (name: 'years' | 'replicates' | 'seed') => (
    <NumberInput
      id={`instelling-${name}`}
      title={m(`escalator.setting.${name}`)}
      hint={m(`escalator.settingHint.${name}`, { most: most[name] })}
      value={settings[name]}
      min={limits[name][0]}
      max={most[name]}
      required
      onChange={(value) => onChange({ ...settings, [name]: value ?? settings[name] })}
    />
  )
  return (
    <details className="more-settings">
      <summary>{m('escalator.moreSettings', { years: settings.years, replicates: settings.replicates })}</summary>
      <div className="more-settings-fields">
        {field('years')}
        {field('replicates')}
        {field('seed')}
        {children}
      </div>
    </details>
  )
}
