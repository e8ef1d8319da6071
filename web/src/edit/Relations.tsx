// SPDX-License-Identifier: EUPL-1.2
// What a document names and what names it.
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import type { Relation } from './documentTypes'
import { groupRelations } from './groupRelations'
import './document.css'

export function Relations({ relations, leaveOut = [] }: { relations: Relation[]; leaveOut?: string[] }) {
  const { m, label } = useLanguage()
  const shown = groupRelations(relations.filter(({ kind }) => !leaveOut.includes(kind)))
  if (shown.length === 0) return <p className="soft">{m('edit.noRelations')}</p>
  return (
    <div className="relations">
      {shown.map(({ key, direction, field, kind, relations: list }) => (
        <div key={key} className="relation-group">
          <h3>
            {label('edit.kinds', kind)}{' '}
            <span className="soft">
              {m(direction === 'to' ? 'edit.namedHere' : 'edit.namesThis', {
                field: label('edit.fields', field.split('.')[0]!).toLowerCase(),
              })}
            </span>
          </h3>
          <ul>
            {list.map((each) => (
              <li key={each.id}>
                <Link to={documentPath(each.kind, each.id)}>
                  <LocalText of={each.title} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
