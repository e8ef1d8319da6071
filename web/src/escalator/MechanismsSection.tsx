// SPDX-License-Identifier: EUPL-1.2
// What the plan does to the five mechanisms of the city, on one axis with 0, and what of them was not simulated.
import type { AreaRegister, Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { Figure, type FigureTable } from '../shared/Figure'
import { formatNumber } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Tag } from '../shared/Tag'
import { useAnswer } from './AnswerContext'
import { useCard, type Card } from './CardContext'
import { EffectAxis } from './EffectAxis'
import { judge } from './estimates'
import { toneOf } from './KeyFigures'
import { useShownEstimate } from './useShownEstimate'

type Effect = Schemas['MechanismEffect']
type Mechanism = Card['mechanisms'][number]
interface Row {
  effect: Effect
  mechanism: Mechanism
}

export function MechanismsSection() {
  const { m } = useLanguage()
  const answer = useAnswer()
  const card = useCard()
  const rows = card.mechanisms.flatMap((mechanism): Row[] => {
    const effect = answer.mechanisms.find((each) => each.mechanism === mechanism.id)
    return effect ? [{ effect, mechanism }] : []
  })
  const reach = Math.max(
    0.05,
    ...rows.flatMap(({ effect }) =>
      [effect.effect?.mean, effect.effect?.low, effect.effect?.high].map((each) => Math.abs(each ?? 0)),
    ),
  )
  return (
    <section className="card mechanisms-section" id="mechanismen">
      <Figure
        title={m('escalator.mechanisms')}
        lead={m('escalator.mechanismsLead')}
        table={useMechanismsTable(rows)}
        downloadName={`mechanismen-${answer.scenario.id}`}
        hasSvg={false}
        picture={
          <ol className="effects">
            {rows.map((row) => (
              <EffectRow key={row.mechanism.id} row={row} reach={reach} />
            ))}
          </ol>
        }
      />
    </section>
  )
}

function EffectRow({ row: { effect, mechanism }, reach }: { row: Row; reach: number }) {
  const { m, language } = useLanguage()
  const shown = useShownEstimate()
  const judgement = effect.effect ? judge(effect.effect, mechanism.desired) : 'unknown'
  const share = formatNumber(effect.weightSimulated * 100, 0, language)
  return (
    <li className="effect">
      <div>
        <h3>
          <Link to={documentPath('mechanism', mechanism.id)}>
            <LocalText of={mechanism.title} />
          </Link>
        </h3>
        <p className="soft">{m(effect.isSpread ? 'escalator.lessSpread' : `escalator.wanted.${mechanism.desired}`)}</p>
      </div>
      {effect.effect ? (
        <div>
          <EffectAxis estimate={effect.effect} reach={reach} wanted={mechanism.desired} judgement={judgement} />
          <p>
            <Tag tone={toneOf[judgement]}>{m(`escalator.judgement.${judgement}`)}</Tag>{' '}
            {shown.signed(effect.effect.mean, { decimals: 3 })}{' '}
            <span className="soft">({shown.interval(effect.effect, { decimals: 3 })})</span>
          </p>
        </div>
      ) : (
        <p>
          <Tag tone="quiet">{m('escalator.judgement.unknown')}</Tag>
        </p>
      )}
      <div className="effect-rest">
        {effect.effect && <p className="soft">{m('escalator.weightSimulated', { share })}</p>}
        <NotSimulated effect={effect} />
        {effect.members.length > 0 && <Members effect={effect} />}
      </div>
    </li>
  )
}

/** What an indicator of the monitor is called. */
function useMonitorName(): (indicator: string) => { title: string; unit: string } {
  const { text } = useLanguage()
  const { data } = useApi<AreaRegister>('/area-register')
  return (indicator) => {
    const found = data?.indicators.find(({ id }) => id === indicator)
    return { title: found ? text(found.title) : indicator.replaceAll('-', ' '), unit: found?.unit ?? '' }
  }
}

function NotSimulated({ effect }: { effect: Effect }) {
  const { m } = useLanguage()
  const name = useMonitorName()
  if (!effect.effect && effect.notSimulated.length === 0) return <p className="soft">{m('escalator.nothingSimulated')}</p>
  if (effect.notSimulated.length === 0) return null
  return (
    <p className="soft">
      {m('escalator.notSimulated', { names: effect.notSimulated.map((each) => name(each).title).join(', ') })}
    </p>
  )
}

function Members({ effect }: { effect: Effect }) {
  const { m } = useLanguage()
  const name = useMonitorName()
  const shown = useShownEstimate()
  return (
    <details className="effect-members">
      <summary>{m('escalator.members', { count: effect.members.length })}</summary>
      <ul>
        {effect.members.map(({ indicator, change }) => {
          const { title, unit } = name(indicator)
          const form = { decimals: 2, unit: unit === '%' ? 'points' : '' }
          return (
            <li key={indicator}>
              {title}: {shown.difference(change, form)} <span className="soft">({shown.interval(change, { decimals: 2 })})</span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function useMechanismsTable(rows: Row[]): FigureTable {
  const { m, text } = useLanguage()
  const name = useMonitorName()
  const numeric = (title: string, decimals = 3) => ({ title, numeric: true, decimals })
  const columns = [
    { title: m('escalator.mechanism') },
    { title: m('escalator.indicatorTitle') },
    numeric(m('escalator.difference')),
    numeric(m('escalator.lowest')),
    numeric(m('escalator.highest')),
    { title: m('escalator.meaning') },
    numeric(m('escalator.weight'), 2),
  ]
  const table = rows.flatMap(({ effect, mechanism }) => {
    const title = text(mechanism.title)
    const judgement = effect.effect ? judge(effect.effect, mechanism.desired) : 'unknown'
    const { mean = null, low = null, high = null } = effect.effect ?? {}
    return [
      [title, m('escalator.whole'), mean, low, high, m(`escalator.judgement.${judgement}`), effect.weightSimulated],
      ...effect.members.map(({ indicator, change, weight }) => [
        title,
        name(indicator).title,
        change.mean,
        change.low,
        change.high,
        '',
        weight,
      ]),
      ...effect.notSimulated.map((indicator) => [
        title,
        name(indicator).title,
        null,
        null,
        null,
        m('escalator.judgement.unknown'),
        null,
      ]),
    ]
  })
  return { columns, rows: table }
}
