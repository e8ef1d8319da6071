// SPDX-License-Identifier: EUPL-1.2
// What a check found or an import did: what changes, or every fault with its place.
import type { Schemas } from '../api/types'
import { splitReference } from '../edit/documentTypes'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Failure } from '../shared/States'
import { TechnicalNote } from '../shared/TechnicalNote'
import { changesAnything, culpritOf, placeOf, reportOf, type Fault, type ImportReport } from './importReport'

interface ResultProps {
  job: Schemas['Job']
  applied: boolean
  onApply: () => void
}

export function ImportResult({ job, applied, onApply }: ResultProps) {
  const { m } = useLanguage()
  const faults = job.problem?.faults ?? []
  const report = reportOf(job)
  if (job.state === 'cancelled')
    return (
      <p className="notice" role="status">
        {m('admin.cancelled')}
      </p>
    )
  if (faults.length > 0) return <FaultTable faults={faults} />
  if (job.problem) return <Failure problem={job.problem} />
  if (!report) return null
  const changes = changesAnything(report)
  return (
    <div className="import-result">
      <p className="notice" role="status">
        {m(applied ? 'admin.imported' : changes ? 'admin.checkedChanges' : 'admin.checkedSame')}
      </p>
      <Summary report={report} />
      {!applied && changes && (
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={onApply}>
          {m('admin.apply')}
        </button>
      )}
    </div>
  )
}

function Summary({ report }: { report: ImportReport }) {
  const { m, label } = useLanguage()
  const groups = [
    { key: 'added', title: m('admin.added', { count: report.added.length }), references: report.added },
    { key: 'changed', title: m('admin.changed', { count: report.changed.length }), references: report.changed },
    { key: 'withdrawn', title: m('admin.withdrawn', { count: report.withdrawn.length }), references: report.withdrawn },
  ].filter(({ references }) => references.length > 0)
  return (
    <>
      {groups.map(({ key, title, references }) => (
        <details key={key} className="import-group">
          <summary>{title}</summary>
          <ul>
            {references.map((reference) => (
              <Reference key={reference} reference={reference} linked={key !== 'added'} />
            ))}
          </ul>
        </details>
      ))}
      <p>
        {m('admin.unchangedCount', { count: report.unchanged })} {m('admin.observations', { count: report.observations })}
      </p>
      {report.statisticsChanged.length > 0 && (
        <p>{m('admin.statisticsChanged', { sources: report.statisticsChanged.join(', ') })}</p>
      )}
      <ul className="import-counts">
        {report.counts.map(({ kind, count }) => (
          <li key={kind}>
            <strong>{count}</strong> {label(count === 1 ? 'edit.kind' : 'edit.kinds', kind).toLowerCase()}
          </li>
        ))}
      </ul>
    </>
  )
}

function Reference({ reference, linked }: { reference: string; linked: boolean }) {
  const { label } = useLanguage()
  const { kind, id } = splitReference(reference)
  return (
    <li>
      {label('edit.kind', kind)}: {linked ? <Link to={documentPath(kind, id)}>{id}</Link> : id}
    </li>
  )
}

export function FaultTable({ faults, title }: { faults: Fault[]; title?: string }) {
  const { m, label } = useLanguage()
  return (
    <div className="import-result">
      <p className="failure" role="alert">
        {title ?? m('admin.faults', { count: faults.length })}
      </p>
      <div className="table-region" role="region" aria-label={m('admin.faultList')} tabIndex={0}>
        <table className="data-table data-table-cards">
          <caption className="visually-hidden">{m('admin.faultList')}</caption>
          <thead>
            <tr>
              <th scope="col">{m('admin.place')}</th>
              <th scope="col">{m('admin.field')}</th>
              <th scope="col">{m('admin.whatIsWrong')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, index) => (
              <tr key={index}>
                <th scope="row">
                  <code>{placeOf(fault) || m('admin.package')}</code>
                </th>
                <td data-label={m('admin.field')}>
                  <code>{fault.path}</code>
                </td>
                <td data-label={m('admin.whatIsWrong')}>
                  <div>
                    {label('shared.fault', fault.rule)}
                    <Culprit fault={fault} />
                    <TechnicalNote>{`Found: ${fault.found}. Expected: ${fault.expected}.`}</TechnicalNote>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Culprit({ fault }: { fault: Fault }) {
  const culprit = culpritOf(fault)
  return (
    culprit && (
      <>
        : <code>{culprit}</code>
      </>
    )
  )
}
