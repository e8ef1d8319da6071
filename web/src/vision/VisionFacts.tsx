// SPDX-License-Identifier: EUPL-1.2
import type { VisionTree } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, historyPath, Link } from '../shared/Link'
import { Tag } from '../shared/Tag'

/** One line: the horizon of the vision, its state, who adopted it, and its history. */
export function VisionFacts({ vision }: { vision: VisionTree['vision'] }) {
  const { m, label } = useLanguage()
  return (
    <ul className="vision-facts">
      <li>{m('vision.horizon', { from: vision.from, to: vision.to })}</li>
      <li>
        <Tag tone={vision.state === 'adopted' ? 'good' : 'neutral'}>{label('vision.state', vision.state)}</Tag>
      </li>
      {vision.adoptedBy && (
        <li>
          <Link to={documentPath('decision', vision.adoptedBy.id)}>
            <LocalText of={vision.adoptedBy.title} />
          </Link>
        </li>
      )}
      <li>
        <Link to={historyPath('vision', vision.id)}>{m('vision.history')}</Link>
      </li>
    </ul>
  )
}
