// SPDX-License-Identifier: EUPL-1.2
// The escalator as stairs, with the four figures that sum it up beside it.
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { useAnswer } from './AnswerContext'
import { KeyFigures } from './KeyFigures'
import { flows, stagesOf, type StageFlows } from './stairs'
import { StairsPicture } from './StairsPicture'

export function StairsSection() {
  const { m, text } = useLanguage()
  const answer = useAnswer()
  const stages = stagesOf(answer.escalator)
  return (
    <section className="card stairs-section" id="trap">
      <Figure
        title={m('escalator.stairs')}
        fileTitle={`${m('escalator.stairs')}: ${text(answer.scenario.title)}`}
        lead={m('escalator.stairsLead')}
        table={useStairsTable(stages)}
        downloadName={`roltrap-${answer.scenario.id}`}
        picture={<StairsPicture stages={stages} />}
      />
      <KeyFigures />
    </section>
  )
}

/** The columns of any table that holds baseline, plan and difference. */
export function useComparisonColumns(decimals: number) {
  const { m } = useLanguage()
  const numeric = (title: string) => ({ title, numeric: true, decimals })
  return [
    numeric(m('escalator.without')),
    numeric(m('escalator.with')),
    numeric(m('escalator.difference')),
    numeric(m('escalator.lowest')),
    numeric(m('escalator.highest')),
  ]
}

function useStairsTable(stages: StageFlows[]): FigureTable {
  const { m, label } = useLanguage()
  const columns = [{ title: m('escalator.stage') }, { title: m('escalator.flow') }, ...useComparisonColumns(1)]
  const rows = stages.flatMap(({ stage, flows: all }) =>
    [...flows, 'searched' as const].map((flow) => {
      const { baseline, plan, difference } = all[flow]
      return [
        label('escalator.stageName', stage),
        label('escalator.flowName', flow),
        baseline.mean,
        plan.mean,
        difference.mean,
        difference.low,
        difference.high,
      ]
    }),
  )
  return { columns, rows }
}
