// SPDX-License-Identifier: EUPL-1.2
// What the escalator is, and the questions of the city to choose from.
import { useLanguage, LocalText } from '../shared/language'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark } from '../shared/Provenance'
import { Empty } from '../shared/States'
import { useCard } from './CardContext'
import { ModelCard } from './ModelCard'
import { addressOfPlans } from './plans'
import { addressOf, usual } from './question'
import type { Scenario } from './stepRules'
import { StairsEmblem } from './StairsEmblem'

export function StartView() {
  const { m } = useLanguage()
  const { scenarios } = useCard()
  const questions = scenarios.filter(({ id }) => id !== usual.against)
  return (
    <>
      <div className="escalator-opening">
        <PageHeader title={m('escalator.title')} intro={m('escalator.intro')} />
        <StairsEmblem />
      </div>
      <p className="escalator-limits">
        {m('escalator.whatNot')} <a href="#modelkaart">{m('escalator.toModelCard')}</a>
      </p>
      <section aria-labelledby="vragen">
        <h2 id="vragen">{m('escalator.questions')}</h2>
        {questions.length === 0 && (
          <Empty title={m('escalator.noQuestions')}>
            <p>{m('escalator.noQuestionsText')}</p>
          </Empty>
        )}
        <ul className="question-cards">
          <li>
            <OwnCard />
          </li>
          {questions.length > 1 && (
            <li>
              <PlansCard />
            </li>
          )}
          {questions.map((scenario) => (
            <li key={scenario.id}>
              <QuestionCard scenario={scenario} />
            </li>
          ))}
        </ul>
      </section>
      <ModelCard />
    </>
  )
}

function QuestionCard({ scenario }: { scenario: Scenario }) {
  const { m, text } = useLanguage()
  const address = addressOf({ of: { scenario: scenario.id }, ...usual })!
  return (
    <article className="card question-card">
      <h3>
        <Link to={address} aria-label={m('escalator.simulateThis', { title: text(scenario.title) })}>
          <LocalText of={scenario.title} />
        </Link>
      </h3>
      <p>
        <LocalText of={scenario.summary} />
      </p>
      <p className="question-card-foot">
        <span className="soft">{m('escalator.stepCount', { count: scenario.steps?.length ?? 0 })}</span>{' '}
        {scenario.status === 'illustrative' && <IllustrativeMark />}
        <span className="question-card-go" aria-hidden="true">
          {m('escalator.simulate')} →
        </span>
      </p>
    </article>
  )
}

function PlansCard() {
  const { m } = useLanguage()
  return (
    <article className="card question-card question-card-plans">
      <h3>
        <Link to={addressOfPlans({ plans: 'all', ...usual })}>{m('escalator.allPlans')}</Link>
      </h3>
      <p>{m('escalator.allPlansText')}</p>
      <p className="question-card-foot">
        <span className="question-card-go" aria-hidden="true">
          {m('escalator.compare')} →
        </span>
      </p>
    </article>
  )
}

function OwnCard() {
  const { m } = useLanguage()
  return (
    <article className="card question-card question-card-own">
      <h3>
        <Link to="/roltrap?opstellen=1">{m('escalator.askOwn')}</Link>
      </h3>
      <p>{m('escalator.askOwnText')}</p>
      <p className="question-card-foot">
        <span className="question-card-go" aria-hidden="true">
          {m('escalator.begin')} →
        </span>
      </p>
    </article>
  )
}
