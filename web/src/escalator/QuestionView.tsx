// SPDX-License-Identifier: EUPL-1.2
// One question: what it is, what it stands beside, how far the simulation is, and its answer.
import { useCallback, useEffect, useMemo } from 'react'
import type { City, Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { LocalText, useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark } from '../shared/Provenance'
import { Loading } from '../shared/States'
import { AnswerView } from './AnswerView'
import { useCard } from './CardContext'
import { CopyButton } from './CopyButton'
import { asScenario } from './packed'
import { addressOf, type Question } from './question'
import { RefusedSteps } from './RefusedSteps'
import { RunBar } from './RunBar'
import { SaveScenario } from './SaveScenario'
import { SettingsBar } from './SettingsBar'
import { StepsOverview } from './StepsOverview'
import type { Scenario } from './stepRules'
import type { useSimulation } from './useSimulation'

type Request = Schemas['SimulationRequest']

export function requestOf({ of, against, years, replicates, seed }: Question, languages: string[]): Request {
  const asked = 'scenario' in of ? { scenarioId: of.scenario } : { scenario: asScenario(of.own, languages) }
  return { ...asked, againstId: against, years, replicates, seed }
}

/** The languages that texts of the city are in; ours as long as that is not known. */
export function useCityLanguages(): string[] | undefined {
  const { data, error } = useApi<City>('/city')
  return data?.languages ?? (error ? ['nl', 'en'] : undefined)
}

interface ViewProps {
  question: Question
  simulation: ReturnType<typeof useSimulation>
}

export function QuestionView({ question, simulation: { run, start, cancel } }: ViewProps) {
  const { m } = useLanguage()
  const languages = useCityLanguages()
  const key = addressOf(question)!
  const scenario = useScenario(question, languages)
  const begin = useCallback(
    (anew: boolean) => {
      if (languages) void start(key, requestOf(question, languages), anew)
    },
    // The key holds the whole question.
    [key, languages, start],
  )
  useEffect(() => begin(false), [begin])
  const again = () => begin(true)
  const mine = run?.key === key ? run : null
  return (
    <>
      <QuestionHead question={question} scenario={scenario} />
      <SettingsBar key={key} question={question} />
      <StepsOverview scenario={scenario} />
      <RunBar
        run={mine}
        cancel={cancel}
        again={again}
        refused={(problem) => <RefusedSteps {...{ problem, again, question, scenario }} />}
      />
      {mine?.answer ? (
        <AnswerView answer={mine.answer} />
      ) : (
        !mine?.problem &&
        !mine?.lost &&
        mine?.simulation?.state !== 'cancelled' && (
          <div className="card">
            <p className="soft">{m('escalator.firstComes')}</p>
            <Loading skeleton="picture" />
          </div>
        )
      )}
    </>
  )
}

function useScenario(question: Question, languages: string[] | undefined): Scenario {
  const { scenarios } = useCard()
  return useMemo(() => {
    if ('own' in question.of) return asScenario(question.of.own, languages ?? ['nl', 'en'])
    const { scenario: id } = question.of
    return scenarios.find((each) => each.id === id) ?? { id, title: {}, summary: {} }
  }, [question, languages, scenarios])
}

function QuestionHead({ question, scenario }: { question: Question; scenario: Scenario }) {
  const { m, text } = useLanguage()
  const title = text(scenario.title) || m('escalator.untitled')
  const change = addressOf(question, { opstellen: '1' })!
  return (
    <PageHeader
      title={title}
      back={{ to: '/roltrap', title: m('escalator.allQuestions') }}
      above={
        <>
          {m('own' in question.of ? 'escalator.ownQuestion' : 'escalator.cityQuestion')}{' '}
          {scenario.status === 'illustrative' && <IllustrativeMark />}
        </>
      }
      intro={text(scenario.summary) !== title && <LocalText of={scenario.summary} />}
      actions={
        <>
          <Link to={change} className="utrecht-button utrecht-button--secondary-action">
            {m('own' in question.of ? 'escalator.changeQuestion' : 'escalator.changeCopy')}
          </Link>
          <CopyButton
            text={() => location.origin + addressOf(question)!}
            title={m('escalator.copyLink')}
            done={m('escalator.linkCopied')}
          />
          <SaveScenario scenario={scenario} own={'own' in question.of} />
        </>
      }
    />
  )
}
