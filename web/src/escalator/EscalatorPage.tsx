// SPDX-License-Identifier: EUPL-1.2
// The escalator: questions of the city, a question of one's own, and the answer that a model of the whole city gives.
import { useMemo } from 'react'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { usePlace } from '../shared/router'
import { Failure, Loading } from '../shared/States'
import { BrokenAddress, UnknownQuestion } from './BrokenAddress'
import { CardContext, useCard, type Card } from './CardContext'
import { readPlans } from './plans'
import { PlansView } from './PlansView'
import { QuestionForm } from './QuestionForm'
import { readAddress } from './question'
import { QuestionView } from './QuestionView'
import { StartView } from './StartView'
import { useSimulation } from './useSimulation'
import './opening.css'
import './stairs.css'
import './answer.css'
import './form.css'

export default function EscalatorPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Card>('/escalator')
  if (data)
    return (
      <CardContext value={data}>
        <Views />
      </CardContext>
    )
  return (
    <>
      <PageHeader title={m('escalator.title')} intro={m('escalator.intro')} />
      {error ? <Failure problem={error} retry={reload} /> : <Loading skeleton="cards" />}
    </>
  )
}

/** Which of the four the address asks for. */
function Views() {
  const { query } = usePlace()
  const { scenarios } = useCard()
  const simulation = useSimulation()
  const address = query.toString()
  const asked = useMemo(() => readAddress(new URLSearchParams(address)), [address])
  const plans = useMemo(() => readPlans(new URLSearchParams(address)), [address])
  if (asked.kind === 'broken' || plans.kind === 'broken') return <BrokenAddress />
  if (plans.kind === 'plans') return <PlansView question={plans.question} simulation={simulation} />
  const question = asked.kind === 'question' ? asked.question : undefined
  const id = question && 'scenario' in question.of ? question.of.scenario : undefined
  if (id !== undefined && !scenarios.some((each) => each.id === id)) return <UnknownQuestion />
  if (query.has('opstellen')) return <QuestionForm key={address} from={question} simulation={simulation} />
  return question ? <QuestionView question={question} simulation={simulation} /> : <StartView />
}
