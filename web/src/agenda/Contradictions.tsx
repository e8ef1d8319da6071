// SPDX-License-Identifier: EUPL-1.2
// What a wish contradicts: found without a search, with the items that it is about.
import type { Problem } from '../api/types'
import { useLanguage } from '../shared/language'
import { ItemLink } from './ItemLink'

export function Contradictions({ problem }: { problem: Problem }) {
  const { label } = useLanguage()
  const rules = [...new Set((problem.faults ?? []).map(({ rule }) => rule))]
  const items = [
    ...new Set((problem.faults ?? []).flatMap(({ found }) => found?.match(/(effort|policy_document)\/[a-z0-9-]+/g) ?? [])),
  ]
  return (
    <>
      {rules.map((rule) => (
        <p key={rule}>{label('shared.fault', rule)}</p>
      ))}
      <ul className="agenda-plain-list">
        {items.map((item) => (
          <li key={item}>
            <ItemLink item={item} />
          </li>
        ))}
      </ul>
    </>
  )
}
