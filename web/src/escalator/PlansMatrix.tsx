// SPDX-License-Identifier: EUPL-1.2
// The picture of all plans: a horizon for each, from which arrows rise and sink, one for each mechanism of the city.
import { Figure } from '../shared/Figure'
import { formatNumber } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Num } from '../shared/Provenance'
import { useCard, type Card } from './CardContext'
import { EffectArrow } from './EffectArrow'
import { judge, type Judgement } from './estimates'
import { effectOn, largestMean, reachOf, spanOf, type MechanismEffect, type PlanRow } from './planEffects'
import type { PlansQuestion } from './plans'
import { PlanTitle } from './PlanTitle'
import { useEffectsTable } from './usePlanTables'
import { useRunProvenance, useShownEstimate } from './useShownEstimate'

type Mechanism = Card['mechanisms'][number]
/** Smaller than this in standard deviations, and an arrow stays short, however large beside the others. */
const leastReach = 0.02

interface MatrixProps {
  question: PlansQuestion
  rows: PlanRow[]
}

export function PlansMatrix({ question, rows }: MatrixProps) {
  const { m, language } = useLanguage()
  const card = useCard()
  const mechanisms = card.mechanisms.filter(({ id }) => rows.some(({ effects }) => effectOn(effects, id)))
  const estimates = rows.flatMap(({ effects }) => effects?.mechanisms.map(({ effect }) => effect) ?? [])
  const largest = largestMean(estimates)
  const scale = { reach: reachOf(estimates, leastReach), decimals: largest < 0.1 ? 3 : 2 }
  return (
    <section className="card plans-section" id="mechanismen">
      <Figure
        title={m('escalator.plansMatrix')}
        lead={m('escalator.plansMatrixLead', { largest: formatNumber(largest, scale.decimals, language) })}
        table={useEffectsTable(rows, mechanisms)}
        downloadName="plannen-mechanismen"
        hasSvg={false}
        picture={
          <>
            <MatrixKey mechanisms={mechanisms} />
            <div className="plans-matrix" role="table" aria-label={m('escalator.plansMatrix')}>
              <MatrixHead mechanisms={mechanisms} />
              {rows.map((row) => (
                <MatrixRow key={row.plan.id} {...{ row, mechanisms, scale, question }} />
              ))}
            </div>
            <Legend />
          </>
        }
      />
    </section>
  )
}

/** What the numbers above the columns mean, where the columns are too narrow for words. */
function MatrixKey({ mechanisms }: { mechanisms: Mechanism[] }) {
  return (
    <ol className="plans-key">
      {mechanisms.map((mechanism) => (
        <li key={mechanism.id}>
          <span className="plans-number">{mechanism.number}</span> <ColumnWords mechanism={mechanism} />
        </li>
      ))}
    </ol>
  )
}

function MatrixHead({ mechanisms }: { mechanisms: Mechanism[] }) {
  const { m, text } = useLanguage()
  return (
    <div role="row" className="plans-row plans-head">
      <span role="columnheader" className="plans-corner">
        {m('escalator.plan')}
      </span>
      {mechanisms.map((mechanism) => (
        <span role="columnheader" key={mechanism.id} className="plans-column" aria-label={text(mechanism.title)}>
          <span className="plans-number">{mechanism.number}</span>
          <span className="plans-column-words">
            <ColumnWords mechanism={mechanism} />
          </span>
        </span>
      ))}
    </div>
  )
}

function ColumnWords({ mechanism: { id, title, desired } }: { mechanism: Mechanism }) {
  const { m } = useLanguage()
  return (
    <span>
      <Link to={documentPath('mechanism', id)}>
        <LocalText of={title} />
      </Link>{' '}
      {desired === 'down' && <span className="soft plans-less">({m('escalator.lessIsBetter')})</span>}
    </span>
  )
}

/** The same for all cells. */
interface Scale {
  reach: number
  decimals: number
}

interface RowProps {
  row: PlanRow
  mechanisms: Mechanism[]
  scale: Scale
  question: PlansQuestion
}

function MatrixRow({ row, mechanisms, scale, question }: RowProps) {
  return (
    <div role="row" className="plans-row">
      <div role="rowheader" className="plans-title">
        <PlanTitle row={row} question={question} />
      </div>
      {mechanisms.map((mechanism) => (
        <div role="cell" key={mechanism.id} className="plans-cell">
          {row.effects ? (
            <EffectCell row={row} mechanism={mechanism} effect={effectOn(row.effects, mechanism.id)} scale={scale} />
          ) : (
            <NotYet />
          )}
        </div>
      ))}
    </div>
  )
}

function NotYet() {
  const { m } = useLanguage()
  return (
    <>
      <span className="plans-waiting" aria-hidden="true" />
      <span className="visually-hidden">{m('escalator.plansNotYet')}</span>
    </>
  )
}

interface CellProps {
  row: PlanRow
  mechanism: Mechanism
  effect: MechanismEffect | undefined
  scale: Scale
}

function EffectCell({ row: { plan, effects }, mechanism, effect, scale }: CellProps) {
  const { m, text } = useLanguage()
  const shown = useShownEstimate()
  const provenance = useRunProvenance({ plan: effects!.facts, replicates: effects!.replicates, scenario: plan })
  const estimate = effect?.effect
  const judgement = judge(estimate, mechanism.desired)
  const form = { decimals: scale.decimals }
  return (
    <>
      <span className="plans-horizon">
        <EffectArrow span={spanOf(estimate, scale.reach, mechanism.desired)} judgement={judgement} />
      </span>
      {estimate && (
        <Num
          value={estimate.mean}
          shown={shown.signed(estimate.mean, form)}
          provenance={provenance(
            `${text(plan.title)}: ${text(mechanism.title)}`,
            `${m('escalator.mechanismsUnit')} ${m(effect.isSpread ? 'escalator.lessSpread' : `escalator.wanted.${mechanism.desired}`)}`,
            estimate,
            { decimals: 3 },
          )}
        />
      )}
      <span className="plans-word" data-judgement={judgement}>
        {m(`escalator.judgement.${judgement}`)}
      </span>
      {estimate && <span className="visually-hidden">({shown.interval(estimate, form)})</span>}
    </>
  )
}

/** How each judgement looks, on examples. */
const legend: { judgement: Judgement; span: { mean: number; low: number; high: number } | null }[] = [
  { judgement: 'better', span: { mean: 0.75, low: 0.55, high: 0.95 } },
  { judgement: 'worse', span: { mean: -0.75, low: -0.95, high: -0.55 } },
  { judgement: 'chance', span: { mean: 0.5, low: -0.3, high: 0.95 } },
  { judgement: 'same', span: null },
  { judgement: 'unknown', span: null },
]

function Legend() {
  const { m } = useLanguage()
  return (
    <ul className="plans-legend">
      {legend.map(({ judgement, span }) => (
        <li key={judgement}>
          <EffectArrow span={span && { ...span, isCutLow: false, isCutHigh: false }} judgement={judgement} />
          <span>{m(`escalator.plansLegend.${judgement}`)}</span>
        </li>
      ))}
    </ul>
  )
}
