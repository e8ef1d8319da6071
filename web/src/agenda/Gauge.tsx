// SPDX-License-Identifier: EUPL-1.2
// Worth of what runs now, of the agenda shown, of the best one found, and the most that any agenda can be worth: one line, and the
// same figures in words under it.
import { linear } from '../monitor/scales'
import { useLanguage } from '../shared/language'
import { Num } from '../shared/Provenance'
import { useWidth } from '../shared/useWidth'
import { useAgenda } from './AgendaContext'
import { gaugeOf, type GaugeShape, type Mark } from './gauge'
import { useWords } from './useWords'

const height = 46
const middle = 22

export function Gauge() {
  const { frame, choice, isFound, search } = useAgenda()
  const solved = search?.answer?.agenda
  const shape = gaugeOf({
    now: frame.baseline.value,
    shown: isFound ? choice.value : null,
    best: solved?.value ?? null,
    bound: solved?.bound ?? null,
  })
  return shape.marks.length < 2 || shape.high === shape.low ? null : <Drawn shape={shape} />
}

function Drawn({ shape }: { shape: GaugeShape }) {
  const [holder, width] = useWidth<HTMLDivElement>()
  const x = linear(shape.low, shape.high, 8, width - 8)
  const at = (id: Mark['id']) => shape.marks.find((mark) => mark.id === id)
  const filled = at('shown') ?? at('best')
  const [best, most] = [at('best'), at('most')]
  return (
    <div ref={holder} className="agenda-gauge">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <rect className="gauge-track" x={8} width={width - 16} y={middle - 8} height={16} rx={8} />
        {filled && (
          <rect className="gauge-fill" x={8} width={Math.max(0, x(filled.value) - 8)} y={middle - 8} height={16} rx={8} />
        )}
        {best && most && (
          <rect
            className="gauge-open"
            x={x(best.value)}
            width={Math.max(2, x(most.value) - x(best.value))}
            y={middle - 8}
            height={16}
          />
        )}
        {shape.marks.map(({ id, value }) => (
          <g key={id} transform={`translate(${x(value)} ${middle})`}>
            <MarkSign id={id} />
          </g>
        ))}
      </svg>
      <ul className="gauge-legend">
        {shape.marks.map((mark) => (
          <GaugeLine key={mark.id} mark={mark} />
        ))}
      </ul>
    </div>
  )
}

function MarkSign({ id }: { id: Mark['id'] }) {
  if (id === 'now') return <path className="gauge-now" d="M0 -14V14" />
  if (id === 'most') return <path className="gauge-most" d="M0 -14V14" />
  return <circle className={`gauge-${id}`} r={id === 'best' ? 9 : 6.5} />
}

function GaugeLine({ mark: { id, value } }: { mark: Mark }) {
  const { m, label } = useLanguage()
  const words = useWords()
  const { frame, choice } = useAgenda()
  const isWithin = id === 'now' ? frame.baseline.isFeasible : id === 'shown' ? choice.isFeasible : true
  const title = m(`agenda.gauge.${id}`)
  const { weighing } = frame
  return (
    <li>
      <svg viewBox="-10 -16 20 32" aria-hidden="true">
        <MarkSign id={id} />
      </svg>
      <span>
        {title}{' '}
        <Num
          value={value}
          shown={m('agenda.points', { points: words.worth(value) })}
          provenance={{
            title,
            definition: m(`agenda.gaugeMeans.${id}`),
            note: `${m('agenda.pointsMean', { count: weighing.criteria.length, percent: words.number(weighing.discountPercent, 2) })} ${label('shared.status', weighing.status)}.`,
            period: `${weighing.years.from}/${weighing.years.to}`,
            sources: weighing.sources,
            subject: { kind: 'weighing', id: weighing.id },
          }}
        />
        {!isWithin && <span className="gauge-over"> {m('agenda.doesNotFit')}</span>}
      </span>
    </li>
  )
}
