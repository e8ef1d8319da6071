// SPDX-License-Identifier: EUPL-1.2
// All plans of the city beside one: what each does to the mechanisms, to the city, and with what certainty.
import { memo, useCallback, useEffect } from 'react'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { Empty, Loading } from '../shared/States'
import { UnknownQuestion } from './BrokenAddress'
import { useCard } from './CardContext'
import { CityChanges } from './CityChanges'
import { CopyButton } from './CopyButton'
import { ModelCard } from './ModelCard'
import { planRows } from './planEffects'
import { addressOfPlans, askedPlans, mostReplicates, type PlansQuestion } from './plans'
import { PlansFacts } from './PlansFacts'
import { PlansInShort } from './PlansInShort'
import { PlansMatrix } from './PlansMatrix'
import { PlansSettings } from './PlansSettings'
import { RefusedPlans } from './RefusedPlans'
import { RunBar } from './RunBar'
import type { Scenario } from './stepRules'
import type { EffectTable, Run, useSimulation } from './useSimulation'
import { WarningList } from './Warnings'
import './plans.css'

interface ViewProps {
  question: PlansQuestion
  simulation: ReturnType<typeof useSimulation>
}

export function PlansView({ question, simulation }: ViewProps) {
  const { scenarios } = useCard()
  const plans = askedPlans(question, scenarios)
  if (!plans) return <UnknownQuestion />
  if (plans.length === 0) return <NoPlans />
  return <Plans question={question} plans={plans} simulation={simulation} />
}

function NoPlans() {
  const { m } = useLanguage()
  return (
    <>
      <Head />
      <Empty title={m('escalator.noPlans')}>
        <p>{m('escalator.noQuestionsText')}</p>
      </Empty>
    </>
  )
}

function Head({ link }: { link?: string }) {
  const { m } = useLanguage()
  return (
    <PageHeader
      title={m('escalator.allPlans')}
      back={{ to: '/roltrap', title: m('escalator.allQuestions') }}
      intro={m('escalator.allPlansIntro')}
      actions={
        link && (
          <CopyButton text={() => location.origin + link} title={m('escalator.copyLink')} done={m('escalator.linkCopied')} />
        )
      }
    />
  )
}

function Plans({ question, plans, simulation: { run, start, cancel } }: ViewProps & { plans: Scenario[] }) {
  const key = addressOfPlans(question)
  const ids = plans.map(({ id }) => id).join()
  const begin = useCallback(
    (anew: boolean) => {
      const { against, years, seed } = question
      const scenarioIds = ids.split(',')
      const replicates = Math.min(question.replicates, mostReplicates(scenarioIds.length))
      void start(key, { scenarioIds, againstId: against, years, replicates, seed }, anew)
    },
    // The key holds the whole question.
    [key, ids, start],
  )
  useEffect(() => begin(false), [begin])
  const again = () => begin(true)
  const mine = run?.key === key ? run : null
  return (
    <>
      <Head link={key} />
      <PlansSettings key={key} question={question} plans={plans} />
      <RunBar
        run={mine}
        cancel={cancel}
        again={again}
        refused={(problem) => <RefusedPlans problem={problem} again={again} plans={plans} />}
      />
      {mine?.effects?.scenarios.length ? (
        <PlansAnswer question={question} plans={plans} table={mine.effects} />
      ) : (
        <Coming run={mine} />
      )}
    </>
  )
}

/** Nothing to see yet; or nothing to come, and why stands above. */
function Coming({ run }: { run: Run | null }) {
  const { m } = useLanguage()
  const isOver = run?.problem || run?.lost || run?.simulation?.state === 'cancelled' || run?.simulation?.state === 'failed'
  if (isOver) return null
  return (
    <div className="card">
      <p className="soft">{m('escalator.firstPlanComes')}</p>
      <Loading skeleton="picture" />
    </div>
  )
}

interface AnswerProps {
  question: PlansQuestion
  plans: Scenario[]
  table: EffectTable
}

/** Progress comes hundreds of times for one table: only a new table is drawn anew. */
const PlansAnswer = memo(
  function PlansAnswer({ question, plans, table }: AnswerProps) {
    const { text } = useLanguage()
    const { scenarios } = useCard()
    const rows = planRows(plans, table)
    const against = scenarios.find(({ id }) => id === question.against)
    return (
      <>
        <WarningList replicates={Math.min(...table.scenarios.map(({ replicates }) => replicates))} />
        <PlansMatrix question={question} rows={rows} />
        <PlansInShort rows={rows} against={against ? text(against.title) : question.against} />
        <CityChanges rows={rows} />
        <PlansFacts table={table} />
        <ModelCard />
      </>
    )
  },
  (before, after) => before.table === after.table,
)
