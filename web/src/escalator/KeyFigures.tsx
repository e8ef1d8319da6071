// SPDX-License-Identifier: EUPL-1.2
// Four figures that sum the escalator up: how broad, how long, how many stay, how many families it loses.
import { useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'
import { Tag, type TagTone } from '../shared/Tag'
import { useAnswer } from './AnswerContext'
import { judge, times, type Estimate, type Judgement } from './estimates'
import { useRunProvenance, useShownEstimate, type NumberForm } from './useShownEstimate'

const figures = [
  { key: 'breadth', factor: 100, form: { decimals: 1 }, difference: { decimals: 1 }, wanted: 'up' },
  {
    key: 'lengthYears',
    factor: 1,
    form: { decimals: 1, unit: 'years' },
    difference: { decimals: 2, unit: 'years' },
    wanted: 'up',
  },
  {
    key: 'staysInCity',
    factor: 100,
    form: { decimals: 1, unit: '%' },
    difference: { decimals: 1, unit: 'points' },
    wanted: 'up',
  },
  {
    key: 'leak',
    factor: 1,
    form: { decimals: 0, unit: 'perYear' },
    difference: { decimals: 1, unit: 'perYear' },
    wanted: 'down',
  },
] as const satisfies { key: string; factor: number; form: NumberForm; difference: NumberForm; wanted: 'up' | 'down' }[]
type KeyFigure = (typeof figures)[number]

export const toneOf: Record<Judgement, TagTone> = {
  better: 'good',
  worse: 'attention',
  chance: 'neutral',
  same: 'quiet',
  unknown: 'quiet',
}

export function KeyFigures() {
  return (
    <ul className="key-figures">
      {figures.map((figure) => (
        <KeyFigureItem key={figure.key} figure={figure} />
      ))}
    </ul>
  )
}

function KeyFigureItem({ figure: { key, factor, form, difference, wanted } }: { figure: KeyFigure }) {
  const { m } = useLanguage()
  const answer = useAnswer()
  const shown = useShownEstimate()
  const provenance = useRunProvenance(answer)
  const of = (part: 'plan' | 'baseline' | 'difference'): Estimate => times(answer.escalator[part][key], factor)
  const judgement = judge(of('difference'), wanted)
  const title = m(`escalator.key.${key}`)
  const sentence = m(`escalator.keySentence.${key}`)
  return (
    <li>
      <h3>{title}</h3>
      <p className="key-figure-value">
        <Num
          value={of('plan').mean}
          shown={shown.value(of('plan').mean, form)}
          provenance={provenance(title, sentence, of('plan'), form)}
        />{' '}
        <Tag tone={toneOf[judgement]}>{m(`escalator.keyWay.${key}.${judgement}`)}</Tag>
      </p>
      <p className="key-figure-difference">
        {shown.difference(of('difference'), difference)}{' '}
        <span className="soft">({shown.interval(of('difference'), { decimals: difference.decimals })})</span>
      </p>
      <p className="soft">{sentence}</p>
    </li>
  )
}
