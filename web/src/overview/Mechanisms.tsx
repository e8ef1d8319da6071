// SPDX-License-Identifier: EUPL-1.2
// The five mechanisms: which way they must turn, how they stood, and what has been measured since.
import type { MechanismCard, MechanismIndex, Measurement } from '../api/types'
import { useWords } from '../monitor/useWords'
import { toneOfBand } from '../monitor/words'
import { Figure, type FigureTable } from '../shared/Figure'
import { formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Num } from '../shared/Provenance'
import { originOf } from '../shared/tableFile'
import { Tag } from '../shared/Tag'
import { MeasurementStrip } from './MeasurementStrip'

function useTable(mechanisms: MechanismCard[]): FigureTable {
  const { m, text, label, language } = useLanguage()
  const columns = [
    { title: m('overview.indicator') },
    { title: m('overview.mechanism') },
    { title: m('overview.city'), numeric: true, decimals: 1 },
    { title: m('overview.unit') },
    { title: m('shared.period') },
    { title: m('overview.newTowns'), numeric: true },
    { title: m('overview.neighbours'), numeric: true },
  ]
  const range = (spread: Measurement['newTowns']) => (spread ? `${spread.lowest} – ${spread.median} – ${spread.highest}` : null)
  const rows = mechanisms.flatMap((mechanism) =>
    mechanism.measurements.map((each) => [
      text(each.title),
      text(mechanism.title),
      each.value ?? each.city ?? null,
      each.unit === '%' ? '%' : label('shared.unit', each.unit),
      formatPeriod(each.period, language),
      range(each.newTowns),
      range(each.neighbours),
    ]),
  )
  const origins = mechanisms.flatMap(({ measurements }) => measurements.map(originOf))
  return { columns, rows, origins }
}

export function Mechanisms({ mechanisms, indices }: { mechanisms: MechanismCard[]; indices: MechanismIndex[] }) {
  const { m } = useLanguage()
  return (
    <Figure
      title={m('overview.mechanisms')}
      lead={m('overview.mechanismsLead')}
      table={useTable(mechanisms)}
      downloadName="mechanismen"
      hasSvg={false}
      picture={
        <ol className="mechanisms">
          {mechanisms.map((each) => (
            <MechanismRow key={each.id} mechanism={each} index={indices.find(({ mechanism }) => mechanism === each.id)} />
          ))}
        </ol>
      }
    />
  )
}

function MechanismRow({ mechanism, index }: { mechanism: MechanismCard; index: MechanismIndex | undefined }) {
  const { m } = useLanguage()
  return (
    <li className="mechanism" id={`mechanisme-${mechanism.id}`}>
      <div className="mechanism-head">
        <DirectionArrow desired={mechanism.desired} />
        <div>
          <h3>
            <Link to={documentPath('mechanism', mechanism.id)}>
              <LocalText of={mechanism.title} />
            </Link>
          </h3>
          <p className="mechanism-wish">{m(`overview.desired.${mechanism.desired}`)}</p>
        </div>
      </div>
      <div>
        <p className="mechanism-state">
          <LocalText of={mechanism.stateAtBaseline} />
        </p>
        <BaselineFigures mechanism={mechanism} />
      </div>
      <div className="mechanism-measures">
        {index && <Standing index={index} mechanism={mechanism} />}
        {mechanism.measurements.length === 0 && <p className="no-figure">{m('overview.noMeasurement')}</p>}
        {mechanism.measurements.map((each) => (
          <MeasurementStrip key={each.indicator} measurement={each} />
        ))}
      </div>
    </li>
  )
}

/** Where the city stands in the country now. */
function Standing({ index, mechanism }: { index: MechanismIndex; mechanism: MechanismCard }) {
  const { m, text } = useLanguage()
  const words = useWords()
  return (
    <p className="mechanism-standing">
      <Tag tone={toneOfBand(index.band)}>{m(`monitor.band.${index.band}`)}</Tag>{' '}
      <Num
        value={index.index.value}
        shown={words.signed(index.index.value)}
        provenance={{
          title: `${text(mechanism.title)}: ${m('monitor.index')}`,
          definition: m('monitor.indexDefinition'),
          status: index.status,
          note: `${m('monitor.weightInterval')} ${words.interval(index.index, 2)}. ${words.rank(index.rank)}.`,
          sources: mechanism.measurements.map(({ source }) => source),
          subject: { kind: 'mechanism', id: mechanism.id },
        }}
      />{' '}
      <Link to="/staat">{m('overview.toState')}</Link>
    </p>
  )
}

function BaselineFigures({ mechanism }: { mechanism: MechanismCard }) {
  const { text } = useLanguage()
  return (
    <ul className="baseline-figures">
      {mechanism.figures.map((figure) => (
        <li key={text(figure.label)}>
          <LocalText of={figure.label} />:{' '}
          <Num
            value={figure.value}
            unit={figure.unit}
            decimals={Number.isInteger(figure.value) ? 0 : 1}
            provenance={{
              title: text(figure.label),
              period: figure.period,
              status: figure.status,
              sources: figure.sources,
              subject: { kind: 'mechanism', id: mechanism.id },
            }}
          />
        </li>
      ))}
    </ul>
  )
}

export function DirectionArrow({ desired }: { desired: 'up' | 'down' }) {
  return (
    <svg className={`direction direction-${desired}`} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="18.5" />
      <path d={desired === 'up' ? 'M20 30V11M12 18l8-8 8 8' : 'M20 10v19M12 22l8 8 8-8'} />
    </svg>
  )
}
