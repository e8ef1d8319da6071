// SPDX-License-Identifier: EUPL-1.2
// The frozen editions: what they are, since when, their hash, and every file.
import type { ReportEdition } from '../api/types'
import { DataTable, type Column } from '../shared/DataTable'
import { formatDate } from '../shared/format'
import { useLanguage, type Language } from '../shared/language'
import { Empty } from '../shared/States'
import { fileAddress, type Format } from './addresses'

const formats: readonly Format[] = ['html', 'pdf', 'xlsx', 'csv', 'json']
const languages: readonly Language[] = ['nl', 'en']
const hashShown = 16

export function Editions({ editions }: { editions: ReportEdition[] }) {
  const { m, language } = useLanguage()
  if (editions.length === 0)
    return (
      <Empty title={m('reports.noEditions')}>
        <p>{m('reports.noEditionsAdvice')}</p>
      </Empty>
    )
  const nameOf = ({ kind, label, area }: ReportEdition) => [m(`reports.kind.${kind}`), area, label].filter(Boolean).join(' ')
  const columns: Column<ReportEdition>[] = [
    { key: 'name', title: m('reports.edition'), value: nameOf, rowHeader: true },
    {
      key: 'at',
      title: m('reports.frozenAt'),
      value: ({ frozenAt }) => frozenAt,
      cell: ({ frozenAt }) => formatDate(frozenAt, language),
    },
    {
      key: 'files',
      title: m('reports.files'),
      value: ({ files }) => files.length,
      sortable: false,
      cell: (edition) => <Files edition={edition} name={nameOf(edition)} />,
    },
    {
      key: 'hash',
      title: m('reports.hash'),
      value: ({ hash }) => hash,
      sortable: false,
      cell: ({ hash }) => (
        <details className="report-hash">
          <summary>
            <code>{hash.slice(0, hashShown)}…</code>
          </summary>
          <code>{hash}</code>
        </details>
      ),
    },
  ]
  return (
    <DataTable
      caption={m('reports.editionsTable')}
      columns={columns}
      rows={editions}
      rowKey={({ id }) => id}
      downloadName="rapporten"
    />
  )
}

function Files({ edition, name }: { edition: ReportEdition; name: string }) {
  const { m } = useLanguage()
  return (
    <ul className="report-files">
      {languages.map((language) => (
        <li key={language}>
          <span className="soft">{m(`reports.language.${language}`)}</span>
          {formats
            .filter((format) => edition.files.some((file) => file.language === language && file.format === format))
            .map((format) => (
              <a
                key={format}
                href={fileAddress(edition.id, format, language)}
                hrefLang={language}
                aria-label={m('reports.fileOf', {
                  title: name,
                  format: format.toUpperCase(),
                  language: m(`reports.language.${language}`),
                })}
              >
                {format.toUpperCase()}
              </a>
            ))}
        </li>
      ))}
    </ul>
  )
}
