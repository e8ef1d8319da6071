// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react'
import type { Coverage, VisionTree } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Tag } from '../shared/Tag'

interface CoverageMatrixProps {
  coverage: Coverage
  efforts: Coverage['efforts']
  guidelines: VisionTree['guidelines']
}

export function CoverageMatrix({ coverage, efforts, guidelines }: CoverageMatrixProps) {
  const { m } = useLanguage()
  const filled = useMemo(() => new Set(coverage.cells.map(({ challenge, effort }) => `${challenge} ${effort}`)), [coverage])
  const [pointed, setPointed] = useState<string | null>(null)
  return (
    <div
      className="table-region matrix-region"
      role="region"
      aria-label={m('vision.coverage')}
      tabIndex={0}
      onPointerLeave={() => setPointed(null)}
    >
      <table className="matrix">
        <caption className="visually-hidden">{m('vision.coverage')}</caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              {m('vision.challenge')}
            </th>
            <th scope="col" className="matrix-total">
              {m('vision.total')}
            </th>
            {efforts.map(({ id, title, form }) => (
              <th
                key={id}
                scope="col"
                className="matrix-head"
                data-form={form}
                data-pointed={pointed === id}
                onPointerEnter={() => setPointed(id)}
              >
                <Link to={documentPath('effort', id)}>
                  <LocalText of={title} />
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {guidelines.map((guideline) => (
          <tbody key={guideline.id}>
            <tr className="matrix-group">
              <th scope="rowgroup" colSpan={2}>
                <LocalText of={guideline.title} />
              </th>
              <td colSpan={efforts.length} aria-hidden="true" />
            </tr>
            {coverage.challenges
              .filter((challenge) => challenge.guideline === guideline.id)
              .map((challenge) => (
                <MatrixRow
                  key={challenge.id}
                  challenge={challenge}
                  efforts={efforts}
                  filled={filled}
                  pointed={pointed}
                  onPoint={setPointed}
                />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

interface MatrixRowProps {
  challenge: Coverage['challenges'][number]
  efforts: Coverage['efforts']
  filled: Set<string>
  pointed: string | null
  onPoint: (effort: string) => void
}

function MatrixRow({ challenge, efforts, filled, pointed, onPoint }: MatrixRowProps) {
  const { m } = useLanguage()
  const nobody = challenge.count === 0
  return (
    <tr data-empty={nobody}>
      <th scope="row" className="matrix-row">
        <Link to={documentPath('challenge', challenge.id)}>
          {challenge.number} <LocalText of={challenge.title} />
        </Link>
        {nobody && <Tag tone="bad">{m('vision.nobody')}</Tag>}
      </th>
      <td className="matrix-total">{challenge.count}</td>
      {efforts.map(({ id }) => {
        const serves = filled.has(`${challenge.id} ${id}`)
        return (
          <td key={id} className="matrix-cell" data-pointed={pointed === id} onPointerEnter={() => onPoint(id)}>
            {serves && (
              <span className="matrix-mark">
                <span className="visually-hidden">{m('vision.yes')}</span>
              </span>
            )}
          </td>
        )
      })}
    </tr>
  )
}
