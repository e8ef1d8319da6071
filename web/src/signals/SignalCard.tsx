// SPDX-License-Identifier: EUPL-1.2
// A signal as the question that it is: to whom, before when, why it is asked, what came of it and what the neighbourhood says.
import { Strip, StripLegend, type StripRow } from '../areas/Strip'
import { useWords } from '../monitor/useWords'
import { formatDate, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, historyPath, Link } from '../shared/Link'
import { IllustrativeMark, Num, useShownValue } from '../shared/Provenance'
import { Tag } from '../shared/Tag'
import { SignalForms } from './SignalForms'
import { SignalPicture } from './SignalPicture'
import { digitsOf, directionOf, toneOfLevel, toneOfState, type Signal } from './words'

interface CardProps {
  signal: Signal
  /** The day of the board. */
  today: string
  level?: 2 | 3
}

interface InnerProps {
  signal: Signal
  level: 3 | 4
}

export function useQuestion(): (signal: Signal) => string {
  const { m, text } = useLanguage()
  return (signal) =>
    m(`signals.question.${directionOf(signal)}`, { indicator: text(signal.indicator.title), area: text(signal.area.title) })
}

export function SignalCard({ signal, today, level = 3 }: CardProps) {
  const { m } = useLanguage()
  const question = useQuestion()
  const Heading = `h${level}` as const
  const inner = level === 2 ? 3 : 4
  const heading = `signaal-${signal.id}`
  return (
    <article className="card signal-card" data-state={signal.state} aria-labelledby={heading}>
      <p className="signal-tags">
        <Tag tone={toneOfState(signal.state)}>{m(`signals.state.${signal.state}`)}</Tag>{' '}
        <Tag tone={toneOfLevel(signal.level)}>{m(`signals.level.${signal.level}`)}</Tag>{' '}
        {signal.status === 'illustrative' && <IllustrativeMark>{m('signals.illustrative')}</IllustrativeMark>}
      </p>
      <Heading id={heading}>{question(signal)}</Heading>
      <Measured signal={signal} />
      <Owner signal={signal} />
      <Outcome signal={signal} level={inner} />
      <details className="signal-why">
        <summary>{m('signals.why')}</summary>
        <div className="signal-evidence">
          {signal.history.length > 1 && <SignalPicture signal={signal} level={inner} />}
          <Beside signal={signal} level={inner} />
          <Running signal={signal} level={inner} />
        </div>
        {signal.state !== 'fresh' && <Link to={historyPath('signal', signal.id)}>{m('edit.history')}</Link>}
      </details>
      <SignalForms signal={signal} today={today} />
    </article>
  )
}

function Measured({ signal }: { signal: Signal }) {
  const { m, text, language } = useLanguage()
  const words = useWords()
  const show = useShownValue()
  const { value, unit, decimals, period, expected } = signal
  const digits = digitsOf(signal)
  const title = `${text(signal.indicator.title)}, ${text(signal.area.title)}`
  const sources = signal.source ? [signal.source] : []
  return (
    <p>
      {m('signals.measuredIn', { period: formatPeriod(period, language) })}{' '}
      <strong>
        <Num
          value={value}
          unit={unit}
          decimals={decimals}
          provenance={{
            title,
            definition: text(signal.definition),
            period,
            ...(signal.figureStatus && { status: signal.figureStatus }),
            sources,
            subject: { kind: 'indicator', id: signal.indicator.id },
          }}
        />
      </strong>
      ; {m('signals.wasExpected')}{' '}
      <Num
        value={expected.value}
        unit={unit}
        decimals={digits}
        provenance={{
          title: `${title}: ${m('signals.expected')}`,
          definition: m('signals.method'),
          period,
          status: 'derived',
          note: `${m('signals.interval')} ${words.interval(expected, digits)}. ${m('signals.probability', { share: words.percent(signal.probability) })}`,
          sources,
        }}
      />{' '}
      <span className="soft">
        {m('signals.between', { low: show(expected.lower, '', digits), high: show(expected.upper, '', digits) })}
      </span>
      .{!signal.isFound && <> {m('signals.notFoundNow')}</>}
    </p>
  )
}

function Owner({ signal }: { signal: Signal }) {
  const { m, language } = useLanguage()
  if (signal.state === 'fresh')
    return <p className="soft">{signal.reviewer ? m('signals.wouldGoTo', { who: signal.reviewer }) : m('signals.nobodyYet')}</p>
  return (
    <dl className="facts signal-owner">
      <dt>{m('signals.reviewer')}</dt>
      <dd>{signal.reviewer}</dd>
      <dt>{m('signals.asked')}</dt>
      <dd>{formatDate(signal.raisedOn ?? '', language)}</dd>
      <dt>{m('signals.deadline')}</dt>
      <dd>{formatDate(signal.deadline ?? '', language)}</dd>
    </dl>
  )
}

/** What the reviewer found, and what the neighbourhood says. */
function Outcome({ signal, level }: InnerProps) {
  const Heading = `h${level}` as const
  const { m, language } = useLanguage()
  return (
    <>
      {signal.answer && (
        <div className="signal-answer">
          <Heading>{m(`signals.answers.${signal.answer}`)}</Heading>
          <p>{signal.reason}</p>
          <p className="soft">{formatDate(signal.answeredOn ?? '', language)}</p>
        </div>
      )}
      {signal.replies.length > 0 && (
        <div className="signal-replies">
          <Heading>{m('signals.replies')}</Heading>
          <ul>
            {signal.replies.map(({ date, from, text }, index) => (
              <li key={index}>
                <blockquote>{text}</blockquote>
                <p className="soft">
                  {from}, {formatDate(date, language)}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Beside({ signal, level }: InnerProps) {
  const Heading = `h${level}` as const
  const { m, text } = useLanguage()
  const kind = signal.area.kind === 'district' ? 'district' : 'neighbourhood'
  const rows: StripRow[] = [
    { key: 'district', title: m('signals.sameDistrict'), spread: signal.sameDistrict },
    { key: 'city', title: m(`signals.sameKind.${kind}`), spread: signal.sameKind },
  ].filter(({ spread }) => spread && spread.count > 1)
  if (rows.length === 0) return null
  const name = text(signal.area.title)
  return (
    <section>
      <Heading>{m('signals.beside')}</Heading>
      <Strip
        label={text(signal.indicator.title)}
        rows={rows}
        marker={{ title: name, value: signal.value }}
        second={{ title: m('signals.expected'), value: signal.expected.value }}
        unit={signal.unit}
        decimals={signal.decimals}
      />
      <StripLegend marker={name} second={m('signals.expected')} />
    </section>
  )
}

function Running({ signal, level }: InnerProps) {
  const Heading = `h${level}` as const
  const { m } = useLanguage()
  return (
    <section>
      <Heading>{m('signals.running')}</Heading>
      {signal.running.length === 0 && <p className="soft">{m('areas.noEfforts')}</p>}
      <ul className="signal-running">
        {signal.running.map(({ kind, id, title }) => (
          <li key={id}>
            <Link to={documentPath(kind, id)}>
              <LocalText of={title} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
