// SPDX-License-Identifier: EUPL-1.2
// One indicator in a set: value, place, course and targets at a glance; the rest when asked for.
import { useId, useState } from 'react'
import type { IndicatorState } from '../api/types'
import { formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark, Num } from '../shared/Provenance'
import { Tag, toneOf } from '../shared/Tag'
import { IndicatorDetail } from './IndicatorDetail'
import { bandBorders, linear } from './scales'
import { usePointProvenance } from './useWords'
import { contradicted, lastOf, measured, toneOfBand, toneOfCourse, toneOfTarget, whyNoTrend } from './words'

export function IndicatorItem({ state, city }: { state: IndicatorState; city: string }) {
  const { m, label, language } = useLanguage()
  const provenance = usePointProvenance()
  const [open, setOpen] = useState(false)
  const id = useId()
  const last = lastOf(state)
  return (
    <li className="indicator-item">
      <div className="indicator-head">
        <h4 id={`${id}-title`}>
          <Link to={documentPath('indicator', state.indicator)}>
            <LocalText of={state.title} />
          </Link>
        </h4>
        <p className="indicator-value">
          <span className="measurement-value">
            {last ? (
              <Num value={last.value} unit={state.unit} decimals={state.decimals} provenance={provenance(state, last)} />
            ) : (
              <span className="no-figure">{m('shared.noFigure')}</span>
            )}
          </span>{' '}
          {last && <span className="soft">{formatPeriod(last.period, language)}</span>}
          {last && last.status !== 'final' && (
            <>
              {' '}
              <Tag tone={toneOf(last.status)}>{label('areas.status', last.status)}</Tag>
            </>
          )}
        </p>
      </div>
      {state.score && <ScoreBar value={state.score.value} />}
      <ul className="indicator-tags">
        {state.score && (
          <li>
            <Tag tone={toneOfBand(state.score.band)}>{m(`monitor.band.${state.score.band}`)}</Tag>
          </li>
        )}
        {state.trend ? (
          <li>
            <Tag tone={toneOfCourse(state.trend.course)}>{m(`monitor.course.${state.trend.course}`)}</Tag>
          </li>
        ) : (
          <li className="soft">
            {m(`monitor.noTrendShort.${whyNoTrend(state.series)}`, { count: measured(state.series).length })}
          </li>
        )}
        {state.targets.map(({ id: target, year, course, status }) => (
          <li key={target}>
            <Tag tone={toneOfTarget(course)}>{m('monitor.targetTag', { year, course: m(`monitor.targetCourse.${course}`) })}</Tag>
            {status === 'illustrative' && (
              <>
                {' '}
                <IllustrativeMark />
              </>
            )}
          </li>
        ))}
        {contradicted(state.series).length > 0 && (
          <li>
            <Tag tone="attention">{m('monitor.gap.contradicted')}</Tag>
          </li>
        )}
      </ul>
      <button
        type="button"
        className="quiet-button"
        aria-expanded={open}
        aria-describedby={`${id}-title`}
        onClick={() => setOpen(!open)}
      >
        {open ? m('monitor.less') : m('monitor.more')}
      </button>
      {open && (
        <>
          <p className="soft">
            <LocalText of={state.definition} />
          </p>
          <IndicatorDetail state={state} city={city} />
        </>
      )}
    </li>
  )
}

const reach = 2.5

/** The score on the same scale as the picture above; the words beside it say the same. */
function ScoreBar({ value }: { value: number }) {
  const at = linear(-reach, reach, 8, 192)
  const shown = Math.max(-reach, Math.min(reach, value))
  return (
    <svg className="score-bar" viewBox="0 0 200 18" aria-hidden="true">
      <line className="score-base" x1={at(-reach)} x2={at(reach)} y1="9" y2="9" />
      {bandBorders.map((border) => (
        <line key={border} className="score-border" x1={at(border)} x2={at(border)} y1="5" y2="13" />
      ))}
      <line className="index-zero" x1={at(0)} x2={at(0)} y1="1" y2="17" />
      <path className="index-own" d={`M${at(shown)} 2l7 7-7 7-7-7z`} />
    </svg>
  )
}
