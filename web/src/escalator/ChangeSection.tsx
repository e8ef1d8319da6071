// SPDX-License-Identifier: EUPL-1.2
// What is different where, at the end of the last year: a map, and of the area that is pressed its whole course.
import { useState } from 'react'
import type { FeatureCollection } from '../api/types'
import { useApi } from '../shared/api'
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { Failure, Loading } from '../shared/States'
import { useNarrow } from '../shared/useNarrow'
import { lastYear, useAnswer } from './AnswerContext'
import { AreaCourse } from './AreaCourse'
import { AreaMap, type AreaLook } from './AreaMap'
import { useAreaName, useCard, useIndicatorName } from './CardContext'
import { differenceIn, formOf, mapIndicators, shadeOf, strongFrom, type IndicatorForm } from './changes'
import { wayOf } from './estimates'
import { IndicatorChoice } from './IndicatorChoice'
import { useComparisonColumns } from './StairsSection'
import { useShownEstimate } from './useShownEstimate'

type Level = 'district' | 'neighbourhood'

export function useIndicatorForm(): (indicator: string) => IndicatorForm {
  const { indicators } = useCard()
  return (indicator) => formOf(indicators.find(({ name }) => name === indicator)?.unit ?? '')
}

export function ChangeSection() {
  const { m } = useLanguage()
  const narrow = useNarrow()
  const answer = useAnswer()
  const [indicator, setIndicator] = useState('persons')
  const [chosenLevel, setLevel] = useState<Level | null>(null)
  const level = chosenLevel ?? (narrow ? 'district' : 'neighbourhood')
  const [selected, setSelected] = useState<string | null>(null)
  const boundaries = useApi<FeatureCollection>(`/boundaries?level=${level}`)
  const name = useIndicatorName()
  const title = m('escalator.change', { year: lastYear(answer) })
  return (
    <section className="card change-section" id="kaart">
      <Figure
        title={title}
        fileTitle={`${title}: ${name(indicator)}`}
        lead={m('escalator.changeLead')}
        controls={<Choices {...{ indicator, setIndicator, level, setLevel }} />}
        table={useChangeTable(indicator, level)}
        downloadName={`verschil-${indicator}`}
        picture={
          <div className="change-pair">
            {boundaries.error && <Failure problem={boundaries.error} retry={boundaries.reload} />}
            {!boundaries.data && !boundaries.error && <Loading skeleton="picture" />}
            {boundaries.data && (
              <ChangeMap features={boundaries.data.features} {...{ indicator, level, selected }} onSelect={setSelected} />
            )}
            <AreaCourse area={selected ?? answer.plan.municipality} indicator={indicator} />
          </div>
        }
      />
    </section>
  )
}

interface ChoicesProps {
  indicator: string
  setIndicator: (indicator: string) => void
  level: Level
  setLevel: (level: Level) => void
}

function Choices({ indicator, setIndicator, level, setLevel }: ChoicesProps) {
  const { m } = useLanguage()
  return (
    <>
      <IndicatorChoice label={m('escalator.chooseIndicator')} offered={mapIndicators} value={indicator} onChange={setIndicator} />
      <div className="switch" role="group" aria-label={m('escalator.level')}>
        {(['district', 'neighbourhood'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={level === each} onClick={() => setLevel(each)}>
            {m(`escalator.levels.${each}`)}
          </button>
        ))}
      </div>
    </>
  )
}

interface ChangeMapProps {
  features: FeatureCollection['features']
  indicator: string
  level: Level
  selected: string | null
  onSelect: (id: string) => void
}

function ChangeMap({ features, indicator, level, selected, onSelect }: ChangeMapProps) {
  const { m } = useLanguage()
  const shown = useShownEstimate()
  const name = useIndicatorName()
  const { decimals, differenceUnit } = useIndicatorForm()(indicator)
  const { areas } = useAnswer()
  const of = (id: string) =>
    differenceIn(
      areas.find(({ area }) => area === id),
      indicator,
    )
  const strong = strongFrom(areas.filter((each) => each.level === level).map(({ area }) => of(area)))
  const form = { decimals, unit: differenceUnit }
  const look = (id: string): AreaLook => {
    const difference = of(id)
    if (!difference) return { shade: 'none', words: m('escalator.tooFew') }
    const chance = wayOf(difference) === 'chance' ? `, ${m('escalator.mayBeChance')}` : ''
    return {
      shade: shadeOf(difference, strong),
      words: `${shown.difference(difference, form)} (${shown.interval(difference, { decimals })})${chance}`,
      figure: shown.difference(difference, { decimals }),
    }
  }
  const border = shown.value(strong, form)
  const legend = [
    { shade: 'up-strong', name: m('escalator.legendUpStrong', { border }) },
    { shade: 'up', name: m('escalator.legendUp') },
    { shade: 'chance', name: m('escalator.legendChance') },
    { shade: 'down', name: m('escalator.legendDown') },
    { shade: 'down-strong', name: m('escalator.legendDownStrong', { border }) },
    { shade: 'none', name: m('escalator.tooFew') },
  ]
  const used = new Set(features.map(({ id }) => look(id).shade))
  return (
    <AreaMap
      features={features}
      title={m('escalator.changeMap', { indicator: name(indicator) })}
      look={look}
      selected={selected ?? undefined}
      onSelect={onSelect}
      hint={m('escalator.changeHint')}
      legend={legend.filter(({ shade }) => used.has(shade))}
    />
  )
}

function useChangeTable(indicator: string, level: Level): FigureTable {
  const { m } = useLanguage()
  const areaName = useAreaName()
  const name = useIndicatorName()
  const { decimals } = useIndicatorForm()(indicator)
  const { areas } = useAnswer()
  const numbers = useComparisonColumns(decimals)
  const rows = areas
    .filter((each) => each.level === level || each.level === 'city')
    .map((each) => ({
      area: each.area,
      title: areaName(each.area),
      found: each.values[indicator],
      difference: differenceIn(each, indicator),
    }))
    .sort((a, b) => a.title.localeCompare(b.title))
    .map(({ area, title, found, difference }) => [
      title,
      area,
      found?.start ?? null,
      found?.baseline.mean ?? null,
      found?.plan.mean ?? null,
      difference?.mean ?? null,
      difference?.low ?? null,
      difference?.high ?? null,
    ])
  const start = { title: m('escalator.start'), numeric: true, decimals }
  return {
    columns: [{ title: `${m('escalator.area')}, ${name(indicator)}` }, { title: m('escalator.code') }, start, ...numbers],
    rows,
  }
}
