// SPDX-License-Identifier: EUPL-1.2
// The steps of a question that is being made, as cards; one of them may be open to be changed.
import { useLanguage } from '../shared/language'
import { useCard } from './CardContext'
import { StepEditor } from './StepEditor'
import { StepFaults } from './StepFaults'
import type { SortedFaults } from './stepFaults'
import { freeName, stepForms, type Step, type StepForm } from './stepRules'
import { StepSign } from './StepSign'
import { useStepWords } from './useStepWords'

interface DraftStepsProps {
  steps: Step[]
  faults: SortedFaults
  opened: number | null
  onOpen: (index: number | null) => void
  onChange: (what: string, steps: Step[]) => void
  undo: (() => void) | undefined
}

/** Where most people live: a place to begin, to be changed at once. */
function useNewStep(): (form: StepForm, steps: Step[]) => Step {
  const { areas, startYear } = useCard()
  const neighbourhoods = areas.filter(({ level }) => level === 'neighbourhood')
  const largest = neighbourhoods.reduce((best, each) => (each.persons > best.persons ? each : best), neighbourhoods[0]!)
  return (form, steps) => {
    const begin: Step = { name: freeName(steps), form, area: `neighbourhood/${largest.area}`, from: startYear + 3 }
    if (form === 'new_dwellings') return { ...begin, until: startYear + 8, type: 'flat', tenure: 'social_rent' }
    if (form === 'demolition') return { ...begin, until: startYear + 8, tenure: 'social_rent' }
    if (form === 'conversion') return { ...begin, tenure: 'social_rent', becomes: 'owner' }
    return begin
  }
}

export function DraftSteps({ steps, faults, opened, onOpen, onChange, undo }: DraftStepsProps) {
  const { m } = useLanguage()
  const newStep = useNewStep()
  const add = (form: StepForm) => {
    onChange('', [...steps, newStep(form, steps)])
    onOpen(steps.length)
  }
  const replace = (index: number) => (what: string, step: Step) =>
    onChange(
      `${index} ${what}`,
      steps.map((each, at) => (at === index ? step : each)),
    )
  const remove = (index: number) => {
    onChange(
      '',
      steps.filter((_, at) => at !== index),
    )
    onOpen(null)
  }
  return (
    <section aria-labelledby="stappen" className="draft-steps">
      <div className="draft-head">
        <h2 id="stappen">{m('escalator.stepsTitle')}</h2>
        <button
          type="button"
          className="quiet-button"
          disabled={!undo}
          onClick={() => {
            undo?.()
            onOpen(null)
          }}
        >
          ↶ {m('escalator.undo')}
        </button>
      </div>
      {steps.length === 0 && <p className="soft">{m('escalator.noStepsYet')}</p>}
      <ol className="step-list">
        {steps.map((step, index) => (
          <li key={step.name} className="card step-card" data-faulty={faults.steps.has(index)}>
            <StepHead
              step={step}
              number={index + 1}
              open={opened === index}
              onToggle={() => onOpen(opened === index ? null : index)}
              onRemove={() => remove(index)}
            />
            <StepFaults faults={(faults.steps.get(index) ?? []).filter(({ field }) => opened !== index || !field)} />
            {opened === index && <StepEditor step={step} faults={faults.steps.get(index) ?? []} onChange={replace(index)} />}
          </li>
        ))}
      </ol>
      <AddStep onAdd={add} />
    </section>
  )
}

interface HeadProps {
  step: Step
  number: number
  open: boolean
  onToggle: () => void
  onRemove: () => void
}

function StepHead({ step, number, open, onToggle, onRemove }: HeadProps) {
  const { m } = useLanguage()
  const words = useStepWords()(step)
  return (
    <div className="step-head">
      <StepSign form={step.form} />
      <p>
        <span className="soft">{number}.</span> {words}
      </p>
      <span className="step-buttons">
        <button
          type="button"
          className="quiet-button"
          aria-expanded={open}
          aria-label={m(open ? 'escalator.readyStep' : 'escalator.changeStep', { step: words })}
          onClick={onToggle}
        >
          {m(open ? 'escalator.ready' : 'escalator.edit')}
        </button>
        <button type="button" className="quiet-button" aria-label={m('escalator.removeStep', { step: words })} onClick={onRemove}>
          {m('escalator.remove')}
        </button>
      </span>
    </div>
  )
}

function AddStep({ onAdd }: { onAdd: (form: StepForm) => void }) {
  const { m } = useLanguage()
  return (
    <div className="add-step">
      <h3 id="stap-erbij">{m('escalator.addStep')}</h3>
      <ul aria-labelledby="stap-erbij">
        {stepForms.map((form) => (
          <li key={form}>
            <button type="button" className="add-button" onClick={() => onAdd(form)}>
              <StepSign form={form} />
              {m(`escalator.form.${form}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
