// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { useAgenda } from './AgendaContext'
import type { GroupId } from './timelineRows'

/** What a group of items is called: after its pillar or its track. */
export function useGroupTitle(): (id: GroupId) => string {
  const { m, text } = useLanguage()
  const [first, second] = useAgenda().frame.pillars
  return (id) => {
    if (id === 'first') return text(first?.title)
    if (id === 'second') return text(second?.title)
    return m(`agenda.group.${id}`)
  }
}
