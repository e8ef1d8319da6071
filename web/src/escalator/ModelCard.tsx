// SPDX-License-Identifier: EUPL-1.2
// The model card: what the escalator is for, what not, what it rests on, and how far it may be trusted.
import type { ReactNode } from 'react'
import { formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'
import { DataTable } from '../shared/DataTable'
import type { MessageKey } from '../shared/messages'
import { useCard, type Card } from './CardContext'

export function ModelCard() {
  const { m, language } = useLanguage()
  const card = useCard()
  const city = card.areas.find(({ level }) => level === 'city')
  return (
    <section className="card model-card" id="modelkaart" aria-labelledby="modelkaart-titel">
      <h2 id="modelkaart-titel">{m('escalator.modelCard')}</h2>
      <p className="soft">{m('escalator.modelCardLead', { version: card.version })}</p>
      <div className="model-card-grid">
        <Part title={m('escalator.card.for')} sentences={['escalator.card.for1', 'escalator.card.for2', 'escalator.card.for3']} />
        <Part
          title={m('escalator.card.notFor')}
          sentences={['escalator.card.not1', 'escalator.card.not2', 'escalator.card.not3']}
        />
        <Part title={m('escalator.card.who')} sentences={['escalator.card.who1', 'escalator.card.who2', 'escalator.card.who3']} />
        <Part title={m('escalator.card.data')} sentences={['escalator.card.data1', 'escalator.card.data2']}>
          <li>
            {m('escalator.card.start', {
              year: card.startYear,
              persons: formatNumber(city?.persons ?? 0, 0, language),
              areas: card.areas.filter(({ level }) => level === 'neighbourhood').length,
            })}
          </li>
        </Part>
        <Part
          title={m('escalator.card.validity')}
          sentences={['escalator.card.validity1', 'escalator.card.validity2', 'escalator.card.validity3']}
        />
        <Part
          title={m('escalator.card.limits')}
          sentences={['escalator.card.limits1', 'escalator.card.limits2', 'escalator.card.limits3', 'escalator.card.limits4']}
        />
      </div>
      <Estimated card={card} />
      <Parameters card={card} />
      <Fit card={card} />
    </section>
  )
}

interface PartProps {
  title: string
  sentences: MessageKey[]
  children?: ReactNode
}

function Part({ title, sentences, children }: PartProps) {
  const { m } = useLanguage()
  return (
    <div>
      <h3>{title}</h3>
      <ul className="model-card-list">
        {sentences.map((key) => (
          <li key={key}>{m(key)}</li>
        ))}
        {children}
      </ul>
    </div>
  )
}

/** What the sources do not tell of every neighbourhood, by what it is. */
function Estimated({ card }: { card: Card }) {
  const { m, label } = useLanguage()
  const counts = new Map<string, number>()
  for (const { margin } of card.estimatedMargins) counts.set(margin, (counts.get(margin) ?? 0) + 1)
  const neighbourhoods = card.areas.filter(({ level }) => level === 'neighbourhood').length
  return (
    <details className="model-card-fold">
      <summary>{m('escalator.card.estimated', { count: counts.size })}</summary>
      <p>{m('escalator.card.estimatedText')}</p>
      <ul className="model-card-list">
        {[...counts].map(([margin, count]) => (
          <li key={margin}>
            {m('escalator.card.estimatedOf', { margin: label('escalator.margin', margin), count, of: neighbourhoods })}
          </li>
        ))}
        {card.unknownMargins.length > 0 && (
          <li>
            {m('escalator.card.unknown', {
              margins: card.unknownMargins.map((margin) => label('escalator.margin', margin)).join(', '),
            })}
          </li>
        )}
      </ul>
    </details>
  )
}

function Parameters({ card }: { card: Card }) {
  const { m, label, language } = useLanguage()
  type Row = Card['parameters'][number]
  const number = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 0.01 ? 4 : 2, language)
  const english = (text: string) => (language === 'en' ? text : <span lang="en">{text}</span>)
  return (
    <details className="model-card-fold">
      <summary>{m('escalator.card.parameters', { count: card.parameters.length })}</summary>
      <p>{m('escalator.card.parametersText')}</p>
      <DataTable<Row>
        caption={m('escalator.card.parametersTitle')}
        downloadName="roltrap-parameters"
        rows={card.parameters}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: m('escalator.card.name'), value: ({ name }) => name, cell: ({ name }) => <code>{name}</code> },
          {
            key: 'sentence',
            title: m('escalator.card.sentence'),
            value: ({ sentence }) => sentence,
            cell: (row) => english(row.sentence),
          },
          {
            key: 'value',
            title: m('escalator.card.value'),
            numeric: true,
            value: (row) => row.default,
            cell: (row) => (
              <>
                {number(row.default)} <span className="soft">{english(row.unit)}</span>
              </>
            ),
          },
          {
            key: 'range',
            title: m('escalator.card.range'),
            value: (row) => `${number(row.lowest)} – ${number(row.highest)}`,
            sortable: false,
          },
          { key: 'status', title: m('shared.statusTitle'), value: ({ status }) => label('escalator.parameterStatus', status) },
          {
            key: 'source',
            title: m('shared.source'),
            value: ({ source }) => source,
            cell: (row) => (row.source ? english(row.source) : '–'),
          },
        ]}
      />
    </details>
  )
}

interface FitTable {
  name: string
  controlled: boolean
  areas: number
  tae: number
  srmse: number
}

/** The fit is free in form: only what is as we know it is shown. */
function fitTables(fit: Card['fit']): FitTable[] {
  const { tables } = fit as { tables?: unknown }
  return Array.isArray(tables)
    ? (tables as FitTable[]).filter(({ name, srmse }) => typeof name === 'string' && typeof srmse === 'number')
    : []
}

function Fit({ card }: { card: Card }) {
  const { m, label } = useLanguage()
  const tables = fitTables(card.fit)
  if (tables.length === 0) return null
  return (
    <details className="model-card-fold">
      <summary>{m('escalator.card.fit')}</summary>
      <p>{m('escalator.card.fitText')}</p>
      <DataTable<FitTable>
        caption={m('escalator.card.fit')}
        downloadName="roltrap-beginbevolking"
        rows={tables}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: m('escalator.card.fitTable'), value: ({ name }) => label('escalator.margin', name) },
          { key: 'areas', title: m('escalator.levels.neighbourhood'), numeric: true, value: ({ areas }) => areas },
          { key: 'tae', title: m('escalator.card.tae'), numeric: true, decimals: 0, value: ({ tae }) => Math.round(tae) },
          { key: 'srmse', title: m('escalator.card.srmse'), numeric: true, decimals: 4, value: ({ srmse }) => srmse },
        ]}
      />
    </details>
  )
}
