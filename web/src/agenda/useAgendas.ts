// SPDX-License-Identifier: EUPL-1.2
// The agendas that can stand beside each other: what runs now, the one shown, the tempos, and one from the address.
import { useEffect, useState } from 'react'
import { useLanguage } from '../shared/language'
import { usePlace } from '../shared/router'
import { readLines } from './address'
import { useAgenda } from './AgendaContext'
import { useAsked } from './asked'
import { choiceIn } from './useAgendaState'
import { valued } from './present'
import type { Choice, Frame, Line } from './types'

export interface Named {
  id: string
  title: string
  choice: Choice
}

/** Lines of an address leave out what just stays as it runs. */
export function wholeLines(lines: Line[], { items, weighing }: Frame): Line[] {
  const named = new Set(lines.map(({ item }) => item))
  const kept = items.filter(({ item, running }) => running && !named.has(item))
  return [...lines, ...kept.map(({ item }): Line => ({ item, option: 'keep', starts: weighing.years.from }))]
}

export function useAgendas(): { agendas: Named[]; fromAddress: 'none' | 'busy' | 'failed' | 'there' } {
  const { m } = useLanguage()
  const { frame, choice, isFound, question } = useAgenda()
  const tempos = useAsked({ ...question, tempo: undefined }, 'tempos')?.answer?.tempos ?? []
  const linked = useLinkedAgenda()
  const agendas: Named[] = [
    { id: 'nu', title: m('agenda.agendaNow'), choice: frame.baseline },
    ...(isFound ? [{ id: 'deze', title: m('agenda.agendaShown'), choice }] : []),
    ...tempos.flatMap((solved): Named[] => {
      const found = choiceIn(solved)
      return found && solved.tempo ? [{ id: solved.tempo, title: m(`agenda.tempo.${solved.tempo}`), choice: found }] : []
    }),
    ...(linked.choice ? [{ id: 'link', title: m('agenda.agendaLinked'), choice: linked.choice }] : []),
  ]
  return { agendas, fromAddress: linked.state }
}

function useLinkedAgenda(): { choice?: Choice; state: 'none' | 'busy' | 'failed' | 'there' } {
  const { frame, question } = useAgenda()
  const packed = usePlace().query.get('agenda')
  const [found, setFound] = useState<{ packed: string; choice: Choice | null } | null>(null)
  useEffect(() => {
    const lines = packed && readLines(packed)
    if (!packed) return
    if (!lines) return setFound({ packed, choice: null })
    let wanted = true
    const proposals = frame.items.filter(({ running }) => !running).map(({ item }) => item)
    valued(question, wholeLines(lines, frame), proposals, frame.weighing.wishes).then(
      (choice) => wanted && setFound({ packed, choice }),
      () => wanted && setFound({ packed, choice: null }),
    )
    return () => {
      wanted = false
    }
    // The address holds the lines; the wishes of the question do not touch them.
  }, [packed, frame.weighing.id])
  if (!packed) return { state: 'none' }
  if (found?.packed !== packed) return { state: 'busy' }
  return found.choice ? { choice: found.choice, state: 'there' } : { state: 'failed' }
}
