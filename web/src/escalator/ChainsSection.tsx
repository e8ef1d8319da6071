// SPDX-License-Identifier: EUPL-1.2
// Who moves when the dwellings of the plan come: who takes them, where they come from, and what they leave for others.
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'
import { Empty } from '../shared/States'
import { useAnswer } from './AnswerContext'
import { Bars, type BarRow } from './Bars'
import { useAreaName } from './CardContext'
import { times } from './estimates'
import { useRunProvenance, useShownEstimate, type NumberForm } from './useShownEstimate'

export function ChainsSection() {
  const { m } = useLanguage()
  const { dwellings } = useAnswer().chains.ofPlan
  return (
    <section className="card chains-section" id="ketens" aria-labelledby="ketens-titel">
      <h2 id="ketens-titel">{m('escalator.chains')}</h2>
      {dwellings.mean ? (
        <Chains />
      ) : (
        <Empty title={m('escalator.noChains')}>
          <p>{m('escalator.noChainsText')}</p>
        </Empty>
      )}
    </section>
  )
}

function Chains() {
  const { m } = useLanguage()
  return (
    <>
      <ChainsSentence />
      <div className="chains-grid">
        <BarFigure name="wie" title={m('escalator.takenBy')} lead={m('escalator.takenByLead')} rows={useTakenBy()} />
        <BarFigure name="vandaan" title={m('escalator.cameFrom')} lead={m('escalator.cameFromLead')} rows={useCameFrom()} />
        <BarFigure name="schuifruimte" title={m('escalator.freedWhere')} lead={m('escalator.freedWhereLead')} rows={useFreed()} />
        <BarFigure name="soorten" title={m('escalator.freedWhat')} lead={m('escalator.freedWhatLead')} rows={useSegments()} />
        <BarFigure
          name="einde"
          title={m('escalator.chainEnds')}
          lead={m('escalator.chainEndsLead')}
          rows={useEnds()}
          form={{ decimals: 1, unit: '%' }}
        />
      </div>
    </>
  )
}

function ChainsSentence() {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const answer = useAnswer()
  const provenance = useRunProvenance(answer)
  const { dwellings, othersFreedPerDwelling: freed, othersFreedAnywhere: anywhere } = answer.chains.ofPlan
  const form = { decimals: 2 }
  return (
    <p className="chains-sentence">
      <strong>{shown.value(dwellings.mean)}</strong> {m('escalator.chainsDwellings')}{' '}
      <strong>
        <Num
          value={freed.mean}
          shown={shown.value(freed.mean, form)}
          provenance={provenance(m('escalator.freedPerDwelling'), m('escalator.freedDefinition'), freed, form)}
        />
      </strong>{' '}
      {m('escalator.chainsFreed')} <span className="soft">({shown.interval(freed, form)})</span> {m('escalator.chainsAnywhere')}{' '}
      <strong>
        <Num
          value={anywhere.mean}
          shown={shown.value(anywhere.mean, form)}
          provenance={provenance(m('escalator.freedAnywhere'), m('escalator.freedAnywhereDefinition'), anywhere, form)}
        />
      </strong>
      .
    </p>
  )
}

function useTakenBy(): BarRow[] {
  const { label } = useLanguage()
  return useAnswer().chains.ofPlan.takenBy.map(({ stage, households }) => ({
    key: stage,
    title: label('escalator.stageName', stage),
    estimate: households,
  }))
}

/** What is not there is left out: a district from which nobody came says nothing. */
const there = ({ estimate }: BarRow) => (estimate.high ?? estimate.mean ?? 0) > 0

function useCameFrom(): BarRow[] {
  const { m } = useLanguage()
  const areaName = useAreaName()
  const { districts, cameFromOutside, cameFromNoDwelling } = useAnswer().chains.ofPlan
  return [
    { key: 'outside', title: m('escalator.fromOutside'), estimate: cameFromOutside, other: true },
    { key: 'none', title: m('escalator.fromNoDwelling'), estimate: cameFromNoDwelling, other: true },
    ...districts.map(({ area, cameFrom }) => ({ key: area, title: areaName(area), estimate: cameFrom })),
  ].filter(there)
}

function useFreed(): BarRow[] {
  const areaName = useAreaName()
  const { districts } = useAnswer().chains.ofPlan
  return districts.map(({ area, freed }) => ({ key: area, title: areaName(area), estimate: freed })).filter(there)
}

function useSegments(): BarRow[] {
  const { label } = useLanguage()
  const { segments } = useAnswer().chains.ofPlan
  return segments
    .map(({ tenure, type, freed }) => ({
      key: `${tenure} ${type}`,
      title: `${label('escalator.homesTitle', type)}, ${label('escalator.tenure', tenure)}`,
      estimate: freed,
    }))
    .filter(({ estimate }) => (estimate.mean ?? 0) >= 1)
}

function useEnds(): BarRow[] {
  const { m } = useLanguage()
  const { ends } = useAnswer().chains.ofPlan
  return (['newcomer', 'starter', 'open', 'withdrawn'] as const).map((end) => ({
    key: end,
    title: m(`escalator.end.${end}`),
    estimate: times(ends[end], 100),
  }))
}

interface BarFigureProps {
  name: string
  title: string
  lead: string
  rows: BarRow[]
  form?: NumberForm
}

function BarFigure({ name, title, lead, rows, form }: BarFigureProps) {
  const { m } = useLanguage()
  const { scenario } = useAnswer()
  const numeric = { numeric: true, decimals: form?.decimals ?? 1 }
  const table: FigureTable = {
    columns: [
      { title },
      { title: form?.unit === '%' ? '%' : m('escalator.count'), ...numeric },
      { title: m('escalator.lowest'), ...numeric },
      { title: m('escalator.highest'), ...numeric },
    ],
    rows: rows.map(({ title: row, estimate }) => [row, estimate.mean, estimate.low, estimate.high]),
  }
  return (
    <Figure
      level={3}
      title={title}
      lead={lead}
      table={table}
      downloadName={`ketens-${name}-${scenario.id}`}
      picture={<Bars label={title} rows={rows} {...(form && { form })} />}
    />
  )
}
