// SPDX-License-Identifier: EUPL-1.2
// One set of indicators: a mechanism, a core indicator or an action line, with its table twin and what it lacks.
import type { IndicatorState, SetState } from '../api/types'
import { Figure, type FigureTable } from '../shared/Figure'
import { capital, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark, Num, SourceList } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { Tag } from '../shared/Tag'
import { useNarrow } from '../shared/useNarrow'
import { IndicatorItem } from './IndicatorItem'
import { useIndexProvenance, usePointProvenance, useWords } from './useWords'
import { lastOf, measured, toneOfBand, whyNoTrend, withFigures } from './words'

interface SetPanelProps {
  set: SetState
  /** Its place among those it is shown with, where that says something. */
  number?: number
  city: string
  /** What its place in the page is called. */
  anchor: string
  compact?: boolean
}

export function SetPanel({ set, number, city, anchor, compact }: SetPanelProps) {
  const { text } = useLanguage()
  const known = withFigures(set)
  return (
    <section className="card set-panel" id={anchor} aria-label={text(set.title)} data-compact={compact || undefined}>
      <Figure
        level={3}
        title={number ? `${number}. ${text(set.title)}` : text(set.title)}
        lead={<LocalText of={set.summary} />}
        downloadName={`indicatoren-${set.id}`}
        hasSvg={false}
        table={useTable(set, city)}
        picture={
          <>
            <SetFacts set={set} />
            {known.length > 0 && <Known states={known} city={city} />}
            <Missing set={set} />
          </>
        }
      />
    </section>
  )
}

/** Its indicators; on a phone at a glance first, so that the page is not twenty screens long. */
function Known({ states, city }: { states: IndicatorState[]; city: string }) {
  const { m } = useLanguage()
  const narrow = useNarrow()
  const late = states.filter(({ overdue }) => overdue).length
  const list = (
    <ul className="indicator-list">
      {states.map((state) => (
        <IndicatorItem key={state.indicator} state={state} city={city} />
      ))}
    </ul>
  )
  return (
    <>
      {narrow && <Glance states={states} />}
      {late > 0 && <p className="soft">{m('monitor.lateOf', { late, count: states.length })}</p>}
      {narrow ? (
        <details className="set-sources">
          <summary>{m('monitor.unfold', { count: states.length })}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </>
  )
}

function Glance({ states }: { states: IndicatorState[] }) {
  const { m, language } = useLanguage()
  const provenance = usePointProvenance()
  return (
    <ul className="glance">
      {states.map((state) => {
        const last = lastOf(state)
        return (
          <li key={state.indicator}>
            <LocalText of={state.title} />:{' '}
            {last ? (
              <>
                <Num value={last.value} unit={state.unit} decimals={state.decimals} provenance={provenance(state, last)} />{' '}
                <span className="soft">{formatPeriod(last.period, language)}</span>
              </>
            ) : (
              m('shared.noFigure')
            )}
          </li>
        )
      })}
    </ul>
  )
}

function SetFacts({ set }: { set: SetState }) {
  const { m } = useLanguage()
  const words = useWords()
  const provenance = useIndexProvenance()
  const { index, noIndex, desired, subject, status } = set
  return (
    <div className="set-facts">
      {!index && status === 'illustrative' && <IllustrativeMark />}
      {desired && <p>{capital(m(`overview.desired.${desired}`))}.</p>}
      {index ? (
        <p>
          {m('monitor.index')}{' '}
          <span className="measurement-value">
            <Num value={index.index.value} shown={words.signed(index.index.value)} provenance={provenance(set, index)} />
          </span>{' '}
          <span className="soft">{words.interval(index.index, 2)}</span>{' '}
          <Tag tone={toneOfBand(index.band)}>{m(`monitor.band.${index.band}`)}</Tag> {words.rank(index.rank)}.{' '}
          <span className="soft">{m('monitor.weightPresent', { share: words.percent(index.weightPresent) })}</span>
        </p>
      ) : (
        noIndex && set.purpose === 'mechanism' && <p className="soft">{m(`monitor.noIndex.${noIndex}`)}.</p>
      )}
      {subject && (
        <p>
          {m('monitor.measures')}{' '}
          <Link to={documentPath(subject.kind, subject.id)}>
            <LocalText of={subject.title} />
          </Link>
        </p>
      )}
    </div>
  )
}

/** What should be here and is not: said, never filled in. */
function Missing({ set }: { set: SetState }) {
  const { m } = useLanguage()
  return (
    <>
      {(set.withoutFigures.length > 0 || set.gap) && (
        <div className="set-missing">
          {set.withoutFigures.length > 0 && (
            <>
              <p className="finding-title">{m('monitor.withoutFigures', { count: set.withoutFigures.length })}</p>
              <ul className="finding-list">
                {set.withoutFigures.map(({ id, title }) => (
                  <li key={id}>
                    <Link to={documentPath('indicator', id)}>
                      <LocalText of={title} />
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
          {set.gap && (
            <>
              <p className="finding-title">{m('monitor.setGap')}</p>
              <p>
                <LocalText of={set.gap} />
              </p>
            </>
          )}
        </div>
      )}
      {set.indicators.length === 0 && set.withoutFigures.length === 0 && <p className="no-figure">{m('monitor.noMembers')}</p>}
      {set.sources.length > 0 && (
        <details className="set-sources">
          <summary>{m('monitor.setSources')}</summary>
          <SourceList sources={set.sources} />
        </details>
      )}
    </>
  )
}

function useTable(set: SetState, city: string): FigureTable {
  const { m, text, label, language } = useLanguage()
  const words = useWords()
  const trend = (state: IndicatorState) =>
    state.trend
      ? `${m(`monitor.course.${state.trend.course}`)} (${words.p(state.trend.pValue)})`
      : m(`monitor.noTrendShort.${whyNoTrend(state.series)}`, { count: measured(state.series).length })
  const rows = withFigures(set).map((state) => {
    const last = lastOf(state)
    return {
      cells: [
        text(state.title),
        last?.value ?? null,
        state.unit === '%' ? '%' : label('shared.unit', state.unit).trim(),
        last ? formatPeriod(last.period, language) : null,
        state.weight ?? null,
        state.score?.value ?? null,
        state.score ? m(`monitor.band.${state.score.band}`) : m('monitor.noScoreShort'),
        trend(state),
        state.targets
          .map(({ year, course }) => m('monitor.targetTag', { year, course: m(`monitor.targetCourse.${course}`) }))
          .join('; ') || m('monitor.noTargetShort'),
      ],
      origin: originOf(last),
    }
  })
  return {
    columns: [
      { title: m('monitor.indicator') },
      { title: city, numeric: true, decimals: Math.max(0, ...set.indicators.map(({ decimals }) => decimals)) },
      { title: m('overview.unit') },
      { title: m('shared.period') },
      { title: m('monitor.memberWeight'), numeric: true, decimals: 2 },
      { title: m('monitor.score'), numeric: true, decimals: 2 },
      { title: m('monitor.place') },
      { title: m('monitor.trend') },
      { title: m('monitor.targets') },
    ],
    rows: [
      ...rows.map(({ cells }) => cells),
      ...set.withoutFigures.map(({ id, title }) => [
        text(title),
        null,
        '',
        null,
        set.indicators.find(({ indicator }) => indicator === id)?.weight ?? null,
        null,
        m('monitor.noScoreShort'),
        m('monitor.noTrendShort.none'),
        '',
      ]),
    ],
    origins: rows.map(({ origin }) => origin),
  }
}
