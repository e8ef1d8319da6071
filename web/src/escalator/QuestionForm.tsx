// SPDX-License-Identifier: EUPL-1.2
// A question of one's own: empty at first, or begun from another one; steps are added, changed, taken away and given back.
import { useEffect, useState } from 'react'
import type { FeatureCollection, Problem } from '../api/types'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { navigate } from '../shared/router'
import { Failure, Loading } from '../shared/States'
import { useCard } from './CardContext'
import { beginWith, change, undo } from './draft'
import { DraftSteps } from './DraftSteps'
import type { OwnQuestion } from './packed'
import { addressOf, usual, within, type Question, type Settings } from './question'
import { QuestionWords } from './QuestionWords'
import { requestOf, useCityLanguages } from './QuestionView'
import { AgainstChoice, MoreSettings } from './SettingsBar'
import { faultsBefore, sortFaults, type SortedFaults } from './stepFaults'
import { StepsMap } from './StepsMap'
import { areaCode, type Step } from './stepRules'
import type { useSimulation } from './useSimulation'

interface FormProps {
  from: Question | undefined
  simulation: ReturnType<typeof useSimulation>
}

const nothingWrong: SortedFaults = { steps: new Map(), others: [] }

/** What the form begins with: the question as it is, a copy of one of the city, or nothing. */
function useBeginning(from: Question | undefined): OwnQuestion {
  const { m, text } = useLanguage()
  const { scenarios } = useCard()
  if (!from) return { title: '', summary: '', steps: [] }
  if ('own' in from.of) return from.of.own
  const { scenario: id } = from.of
  const scenario = scenarios.find((each) => each.id === id)
  if (!scenario) return { title: '', summary: '', steps: [] }
  const title = m('escalator.copyOf', { title: text(scenario.title) }).slice(0, 300)
  return { title, summary: text(scenario.summary).slice(0, 1000), steps: scenario.steps ?? [] }
}

/** What the server said of this very question when it was asked before. */
function faultsSaid(from: Question | undefined, { run }: FormProps['simulation']): SortedFaults {
  const same = from && run?.key === addressOf(from)
  return same && run.problem?.faults ? sortFaults(run.problem.faults) : nothingWrong
}

function useQuestionForm({ from, simulation }: FormProps) {
  const { m } = useLanguage()
  const languages = useCityLanguages() ?? ['nl', 'en']
  const beginning = useBeginning(from)
  const [draft, setDraft] = useState(() => beginWith(beginning))
  const [settings, setSettings] = useState<Settings>(from ?? usual)
  const [faults, setFaults] = useState(() => faultsSaid(from, simulation))
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const act = (what: string, next: OwnQuestion) => {
    setDraft((before) => change(before, what, next))
    // A step that is being mended is given the benefit of the doubt; numbers of steps may have changed.
    setFaults(nothingWrong)
  }
  const simulate = async () => {
    const missing = faultsBefore(draft.now.steps)
    setFaults(missing)
    setProblem(null)
    if (missing.steps.size > 0) return
    const own = { ...draft.now, title: draft.now.title.trim() || m('escalator.untitled') }
    const question: Question = { of: { own }, ...within(settings) }
    const address = addressOf(question)
    if (address === null) return setProblem({ type: 'about:blank', title: '', status: 413 })
    setBusy(true)
    const refused = await simulation.start(address, requestOf(question, languages), true)
    setBusy(false)
    if (!refused) return navigate(address)
    const sorted = sortFaults(refused.faults ?? [])
    setFaults(sorted)
    if (sorted.steps.size === 0) setProblem(refused)
  }
  const goBack = () => {
    setDraft(undo)
    setFaults(nothingWrong)
  }
  return { draft, act, goBack, settings, setSettings, faults, problem, busy, simulate }
}

export function QuestionForm(props: FormProps) {
  const { m } = useLanguage()
  const { from } = props
  const form = useQuestionForm(props)
  const { draft, act, settings, setSettings, faults } = form
  const { now } = draft
  const [opened, setOpened] = useState<number | null>(null)
  const faulty = faults.steps.keys().next().value
  useEffect(() => {
    if (faulty !== undefined) setOpened(faulty)
  }, [faulty, faults])
  const setSteps = (what: string, steps: Step[]) => act(what, { ...now, steps })
  return (
    <>
      <PageHeader
        title={m(from ? 'escalator.changeTitle' : 'escalator.askOwn')}
        back={{ to: (from && addressOf(from)) ?? '/roltrap', title: m(from ? 'escalator.toQuestion' : 'escalator.allQuestions') }}
        intro={m('escalator.formIntro')}
      />
      <form
        className="question-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.simulate()
        }}
      >
        <QuestionWords question={now} onChange={act} />
        <div className="steps-pair steps-pair-form">
          <DraftSteps
            steps={now.steps}
            faults={faults}
            opened={opened}
            onOpen={setOpened}
            onChange={setSteps}
            undo={draft.before.length > 0 ? form.goBack : undefined}
          />
          <FormMap steps={now.steps} opened={opened} onChange={setSteps} />
        </div>
        <div className="settings-bar">
          <AgainstChoice value={settings.against} onChange={(against) => setSettings({ ...settings, against })} />
          <MoreSettings settings={settings} onChange={setSettings} />
        </div>
        <FormProblem problem={form.problem} faults={faults} />
        <p className="button-row">
          <button
            type="submit"
            className="utrecht-button utrecht-button--primary-action"
            disabled={form.busy || now.steps.length === 0}
          >
            {m('escalator.simulate')}
          </button>
          {now.steps.length === 0 && <span className="soft">{m('escalator.addFirst')}</span>}
        </p>
      </form>
    </>
  )
}

function FormProblem({ problem, faults }: { problem: Problem | null; faults: SortedFaults }) {
  const { m } = useLanguage()
  return (
    <div role="status">
      {faults.steps.size > 0 && (
        <p className="failure failure-title">
          {m('escalator.faultsIn', { numbers: [...faults.steps.keys()].map((index) => index + 1).join(', ') })}
        </p>
      )}
      {problem?.status === 413 && <p className="failure failure-title">{m('escalator.tooLong')}</p>}
      {problem?.status === 429 && <p className="failure failure-title">{m('escalator.tooBusy')}</p>}
      {problem && ![413, 429].includes(problem.status) && <Failure problem={problem} />}
    </div>
  )
}

interface FormMapProps {
  steps: Step[]
  opened: number | null
  onChange: (what: string, steps: Step[]) => void
}

/** A press on the map puts the step that is open there. */
function FormMap({ steps, opened, onChange }: FormMapProps) {
  const { data } = useApi<FeatureCollection>('/boundaries?level=neighbourhood')
  if (!data) return <Loading skeleton="picture" />
  const step = opened === null ? undefined : steps[opened]
  const put = (id: string) =>
    onChange(
      `${opened} area`,
      steps.map((each) => (each === step ? { ...each, area: `neighbourhood/${id}` } : each)),
    )
  return (
    <div className="form-map">
      <StepsMap features={data.features} steps={steps} {...(step && { selected: areaCode(step), onSelect: put })} />
    </div>
  )
}
