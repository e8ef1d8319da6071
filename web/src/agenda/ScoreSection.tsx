// SPDX-License-Identifier: EUPL-1.2
// What each option brings per criterion: the likely score in its interval, who said so, and how far they agree.
import { linear } from '../monitor/scales'
import { Figure, type FigureTable } from '../shared/Figure'
import { LocalText, useLanguage } from '../shared/language'
import { IllustrativeMark, Num } from '../shared/Provenance'
import { useAgenda } from './AgendaContext'
import { FormSign } from './FormSign'
import { scoreRows, type ScoreRow } from './scores'
import type { Item, Option } from './types'
import { useWords } from './useWords'

export function ScoreSection({ item }: { item: Item }) {
  const { m, text } = useLanguage()
  const { frame } = useAgenda()
  const rows = scoreRows(item, frame.weighing.criteria)
  if (rows.length === 0) return null
  return (
    <section className="card">
      <Figure
        title={m('agenda.scores')}
        fileTitle={`${m('agenda.scores')}: ${text(item.title)}`}
        lead={m('agenda.scoresLead')}
        table={useScoreTable(rows)}
        downloadName={`agenda-${item.appraisal}-scores`}
        hasSvg={false}
        controls={item.status === 'illustrative' && <IllustrativeMark />}
        picture={
          <ul className="agenda-scores">
            {rows.map((row) => (
              <Criterion key={row.criterion.to} row={row} item={item} />
            ))}
          </ul>
        }
      />
    </section>
  )
}

function Criterion({ row: { criterion, scores }, item }: { row: ScoreRow; item: Item }) {
  const { m } = useLanguage()
  const words = useWords()
  return (
    <li className="agenda-score-block">
      <h3>
        <LocalText of={criterion.title} />
      </h3>
      <p className="soft">{m('agenda.weightOf', { percent: words.percent(criterion.weight) })}</p>
      <ul>
        {scores.map(({ option, score }) => (
          <li key={option.form} className="agenda-score">
            <ScoreLine option={option} score={score} item={item} title={criterion.title} />
          </li>
        ))}
      </ul>
    </li>
  )
}

const [width, height] = [150, 22]
const x = linear(-3, 3, 6, width - 6)

interface LineProps {
  option: Option
  score: ScoreRow['scores'][number]['score']
  item: Item
  title: ScoreRow['criterion']['title']
}

/** The status of all that was given, when it is the same. */
function statusOf({ given }: ScoreRow['scores'][number]['score']): string | undefined {
  const [first] = given
  return first && given.every(({ status }) => status === first.status) ? first.status : undefined
}

function ScoreLine({ option: { form }, score, item, title }: LineProps) {
  const { m, text, label } = useLanguage()
  const words = useWords()
  const givenWords = useGivenWords()
  const interval = m('agenda.interval', { low: words.points(score.low), high: words.points(score.high) })
  const isMade = item.status === 'illustrative' && statusOf(score) === 'illustrative'
  return (
    <>
      <FormSign of={form} />
      <span className="agenda-score-form">{label('agenda.form', form)}</span>
      <svg viewBox={`0 0 ${width} ${height}`} className="score-line" aria-hidden="true">
        <line className="score-axis" x1={6} x2={width - 6} y1={11} y2={11} />
        <line className="score-zero" x1={x(0)} x2={x(0)} y1={3} y2={19} />
        <line className="score-interval" x1={x(score.low)} x2={x(score.high)} y1={11} y2={11} />
        <circle className="score-likely" data-way={score.likely < 0 ? 'down' : 'up'} cx={x(score.likely)} cy={11} r={5} />
      </svg>
      <span className="agenda-score-number">
        <Num
          value={score.likely}
          shown={words.points(score.likely)}
          provenance={{
            title: `${text(item.title)}, ${label('agenda.form', form)}: ${text(title)}`,
            definition: m('agenda.scoreMeans'),
            note: [interval, ...score.given.map(givenWords)].join('. '),
            sources: score.given.flatMap(({ sources }) => sources).concat(item.sources),
            subject: { kind: 'appraisal', id: item.appraisal },
            ...(isMade ? {} : { status: statusOf(score) }),
          }}
        />{' '}
        <span className="soft">{interval}</span>
        {score.agreement !== null && score.given.length > 1 && (
          <span className="soft agenda-agreement">
            {m('agenda.agreement', { percent: words.percent(score.agreement), count: score.given.length })}
          </span>
        )}
      </span>
    </>
  )
}

/** "Panel, onderzoeker: 1,5 (0,5 tot 2)" */
function useGivenWords(): (given: ScoreRow['scores'][number]['score']['given'][number]) => string {
  const { m, label } = useLanguage()
  const words = useWords()
  return ({ basis, assessor, scenario, low, likely, high }) => {
    const who = [label('agenda.basis', basis), assessor ?? scenario].filter(Boolean).join(', ')
    return `${who}: ${words.points(likely)} (${m('agenda.interval', { low: words.points(low), high: words.points(high) })})`
  }
}

function useScoreTable(rows: ScoreRow[]): FigureTable {
  const { m, text, label } = useLanguage()
  const numeric = (title: string) => ({ title, numeric: true, decimals: 2 })
  const lines = rows.flatMap(({ criterion, scores }) =>
    scores.flatMap(({ option, score }) =>
      score.given.map((given) => ({
        cells: [
          text(criterion.title),
          label('agenda.form', option.form),
          [label('agenda.basis', given.basis), given.assessor ?? given.scenario].filter(Boolean).join(', '),
          given.low,
          given.likely,
          given.high,
          score.likely,
          score.agreement,
        ],
        origin: { status: given.status, sources: given.sources },
      })),
    ),
  )
  return {
    columns: [
      { title: m('agenda.criterion') },
      { title: m('agenda.option') },
      { title: m('agenda.whoSaid') },
      numeric(m('agenda.low')),
      numeric(m('agenda.likely')),
      numeric(m('agenda.high')),
      numeric(m('agenda.together')),
      numeric(m('agenda.agreementTitle')),
    ],
    rows: lines.map(({ cells }) => cells),
    origins: lines.map(({ origin }) => origin),
  }
}
