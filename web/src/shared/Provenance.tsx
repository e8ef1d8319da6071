// SPDX-License-Identifier: EUPL-1.2
// Every number can be asked where it comes from; the answer is the same drawer everywhere.
import { useId } from 'react'
import type { Citation } from '../api/types'
import { useDrawer } from './Drawer'
import { formatEuro, formatNumber, formatPeriod, withUnit } from './format'
import { useLanguage } from './language'
import { LedgerNote } from './LedgerNote'

export interface Provenance {
  /** What the number says, in the reader's language. */
  title: string
  definition?: string
  period?: string
  /** Of a fact (source, derived, illustrative) or of a statistic (final, provisional, …). */
  status?: string
  note?: string
  sources?: Citation[]
  /** The document in the ledger that holds the number: its revision and who may change it are shown. */
  subject?: { kind: string; id: string }
}

interface NumProps {
  value: number | null | undefined
  unit?: string
  decimals?: number
  provenance: Provenance
  /** Shown instead of the formatted value, for instance a short amount of euros. */
  shown?: string
}

/** How a value reads with its unit: euros stand before it, '%' behind it, other units follow as words. */
export function useShownValue(): (value: number, unit?: string, decimals?: number) => string {
  const { language, label } = useLanguage()
  return (value, unit = '', decimals = 0) => {
    if (unit === 'EUR') return formatEuro(value, language)
    const figure = formatNumber(value, decimals, language)
    return withUnit(figure, unit === '' || unit === '%' ? unit : label('shared.unit', unit))
  }
}

/** Two values with the unit once: where it stands with one value. */
export function useShownSpan(): (low: number, high: number, unit?: string, decimals?: number) => string {
  const show = useShownValue()
  return (low, high, unit = '', decimals = 0) => {
    const [before, behind] = unit === 'EUR' ? [unit, ''] : ['', unit]
    return `${show(low, before, decimals)}–${show(high, behind, decimals)}`
  }
}

/** The title of a column of bare numbers, which must say their unit. */
export function useTitleWithUnit(): (title: string, unit: string) => string {
  const { label } = useLanguage()
  return (title, unit) => {
    const words = unit === '' || unit === '%' ? unit : label('shared.unit', unit).replace(/[()]/g, '').trim()
    return words ? `${title} (${words})` : title
  }
}

/** A number that can be pressed. */
export function Num({ value, unit, decimals, provenance, shown }: NumProps) {
  const { m } = useLanguage()
  const show = useShownValue()
  const openDrawer = useDrawer()
  const hint = useId()
  if (value === null || value === undefined) return <span className="no-figure">{m('shared.noFigure')}</span>
  const text = shown ?? show(value, unit, decimals)
  return (
    <>
      <button
        type="button"
        className="num"
        aria-describedby={hint}
        aria-haspopup="dialog"
        onClick={() => openDrawer(provenance.title, <ProvenanceDetails value={text} provenance={provenance} />)}
      >
        {text}
      </button>
      <span id={hint} hidden>
        {m('shared.whereFrom')}
      </span>
      {provenance.status === 'illustrative' && (
        <>
          {' '}
          <IllustrativeMark />
        </>
      )}
    </>
  )
}

export function ProvenanceDetails({ value, provenance }: { value: string; provenance: Provenance }) {
  const { m, label, language } = useLanguage()
  const { definition, period, status, note, sources = [], subject } = provenance
  return (
    <>
      <p className="drawer-value">{value}</p>
      <dl className="facts">
        {definition && (
          <>
            <dt>{m('shared.definition')}</dt>
            <dd>{definition}</dd>
          </>
        )}
        {period && (
          <>
            <dt>{m('shared.period')}</dt>
            <dd>{formatPeriod(period, language)}</dd>
          </>
        )}
        {status && (
          <>
            <dt>{m('shared.statusTitle')}</dt>
            <dd>{label('shared.status', status)}</dd>
          </>
        )}
        {note && (
          <>
            <dt>{m('shared.note')}</dt>
            <dd>{note}</dd>
          </>
        )}
        <dt>{m('shared.source')}</dt>
        <dd>{sources.length ? <SourceList sources={sources} /> : m('shared.noSource')}</dd>
        {subject && <LedgerNote kind={subject.kind} id={subject.id} />}
      </dl>
    </>
  )
}

/** The visible mark of what was made up so that the example runs; in other words where only a part of it was. */
export function IllustrativeMark({ children }: { children?: string }) {
  const { m } = useLanguage()
  return (
    <span className="illustrative" title={m('shared.status.illustrative')}>
      {children ?? m('shared.illustrative')}
    </span>
  )
}

export function SourceList({ sources }: { sources: Citation[] }) {
  const { m } = useLanguage()
  return (
    <ul className="source-list">
      {sources.map(({ source, section, sourceTitle, url }) => (
        <li key={`${source} ${section}`}>
          {url ? (
            <a href={safeUrl(url)} rel="external noreferrer">
              {sourceTitle ?? source}
            </a>
          ) : (
            (sourceTitle ?? source)
          )}
          {section && <>, {m('shared.section', { section })}</>}
        </li>
      ))}
    </ul>
  )
}

/** Only web addresses may become links. */
export function safeUrl(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined
}
