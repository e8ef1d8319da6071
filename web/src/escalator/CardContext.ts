// SPDX-License-Identifier: EUPL-1.2
// The model card, which nearly every part of the page reads names and units from.
import { createContext, useContext } from 'react'
import type { Schemas } from '../api/types'
import { useLanguage } from '../shared/language'

export type Card = Schemas['EscalatorCard']
export type CardArea = Card['areas'][number]

export const CardContext = createContext<Card | null>(null)

export function useCard(): Card {
  const found = useContext(CardContext)
  if (!found) throw new Error('useCard outside CardContext')
  return found
}

/** The name of an area by its code; the code when the card does not know it. */
export function useAreaName(): (code: string) => string {
  const { areas } = useCard()
  return (code) => areas.find(({ area }) => area === code)?.name ?? code
}

/** What an indicator of the escalator is called; its own English sentence where we have no words for it. */
export function useIndicatorName(): (indicator: string) => string {
  const { indicators } = useCard()
  const { label } = useLanguage()
  return (indicator) => {
    const named = label('escalator.indicator', indicator)
    const bare = indicator.replaceAll('_', ' ')
    return named === bare ? (indicators.find(({ name }) => name === indicator)?.sentence ?? bare) : named
  }
}
