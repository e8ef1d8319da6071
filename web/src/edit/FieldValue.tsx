// SPDX-License-Identifier: EUPL-1.2
// A field of a document to read, whatever its type.
import type { ReactNode } from 'react'
import { formatDate, formatEuro, formatNumber, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { IllustrativeMark, SourceList } from '../shared/Provenance'
import { wordWithin } from './fieldNames'
import { asText, citationsOf, isRecord, splitReference, titleIn, type Body, type Document, type Field } from './documentTypes'

interface ValueProps {
  field: Field
  value: unknown
  document: Document
}

interface ListProps {
  fields: Field[]
  body: Body
  document: Document
  /** The field that this is a part of. */
  within?: string
}

/** All fields that are filled in, with their labels. */
export function FieldList({ fields, body, document, within }: ListProps) {
  const { label } = useLanguage()
  const filled = fields.filter(({ name }) => body[name] !== undefined && body[name] !== null)
  return (
    <dl className="field-list">
      {filled.map((field) => (
        <div key={field.name} className="field-row">
          <dt>{wordWithin(label, 'edit.fields', within, field.name)}</dt>
          <dd>
            <FieldValue field={field} value={body[field.name]} document={document} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FieldValue({ field, value, document }: ValueProps): ReactNode {
  if (field.name === 'sources' && field.list) return <SourceList sources={citationsOf(value, document.sources)} />
  if (!field.list || !Array.isArray(value)) return <SingleValue field={field} value={value} document={document} />
  return (
    <ol className={field.type === 'object' ? 'value-cards' : 'value-list'}>
      {value.map((each: unknown, index) => (
        <li key={index}>
          <SingleValue field={field} value={each} document={document} />
        </li>
      ))}
    </ol>
  )
}

function SingleValue({ field, value, document }: ValueProps): ReactNode {
  const { label, language } = useLanguage()
  const shown = String(value)
  switch (field.type) {
    case 'text':
      return <LocalText of={asText(value)} />
    case 'reference_id':
      return <NamedLink kind={field.of ?? ''} id={shown} document={document} />
    case 'reference':
      return <NamedLink {...splitReference(shown)} document={document} />
    case 'date':
      return formatDate(shown, language)
    case 'period':
      return formatPeriod(shown, language)
    case 'euro':
      return typeof value === 'number' ? formatEuro(value, language) : shown
    case 'fte':
      return typeof value === 'number' ? formatNumber(value, 2, language) : shown
    case 'decimal':
      return typeof value === 'number' ? shown.replace('.', language === 'nl' ? ',' : '.') : shown
    case 'enumeration':
      return shown === 'illustrative' ? <IllustrativeMark /> : wordWithin(label, 'edit.values', field.name, shown)
    case 'boolean':
      return label('edit.values', shown)
    case 'object':
      return isRecord(value) ? (
        <FieldList fields={field.fields ?? []} body={value} document={document} within={field.name} />
      ) : (
        shown
      )
    case 'geometry':
      return label('edit.values', 'geometry')
    default:
      return shown
  }
}

function NamedLink({ kind, id, document }: { kind: string; id: string; document: Document }) {
  const title = titleIn(document.relations, kind, id) ?? asText(kind === 'source' ? document.sources[id]?.title : undefined)
  return <Link to={documentPath(kind, id)}>{title ? <LocalText of={title} /> : id}</Link>
}
