// SPDX-License-Identifier: EUPL-1.2
import type { Relation } from './documentTypes'
import { stepsOf } from './fieldNames'

interface Group {
  key: string
  direction: Relation['direction']
  field: string
  kind: string
  relations: Relation[]
}

/** Relations by direction, field and kind, each named document once. */
export function groupRelations(relations: Relation[]): Group[] {
  const groups = new Map<string, Group>()
  for (const relation of relations) {
    const field = stepsOf(relation.field)
      .filter((step) => typeof step === 'string')
      .join('.')
    const key = `${relation.direction} ${field} ${relation.kind}`
    const group = groups.get(key) ?? { key, direction: relation.direction, field, kind: relation.kind, relations: [] }
    if (!group.relations.some(({ id }) => id === relation.id)) group.relations.push(relation)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.direction.localeCompare(a.direction))
}
