// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react'
import type { CausalMap } from '../api/types'
import { useLanguage } from '../shared/language'
import { nodeKey, type Arrow } from './causalLayout'

/** The title of a node of the map by its key, `mechanism/…`. */
export function useTitles(map: CausalMap): (key: string) => string {
  const { text } = useLanguage()
  const titles = useMemo(() => new Map(map.nodes.map((node) => [nodeKey(node.kind, node.id), node.title])), [map])
  return (key) => text(titles.get(key)) || key
}

/** An arrow in words: who works on whom, which way, how strongly, how surely. */
export function useArrowName(map: CausalMap): (arrow: Arrow) => string {
  const { m } = useLanguage()
  const titles = useTitles(map)
  return ({ from, to, sign, strength, confidence }) =>
    m('vision.arrowName', {
      from: titles(from),
      to: titles(to),
      sign: m(`vision.sign.${sign}`),
      strength: m(`vision.strength.${strength}`),
      confidence: m(`vision.confidence.${confidence}`),
    })
}
