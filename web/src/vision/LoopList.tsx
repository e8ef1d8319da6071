// SPDX-License-Identifier: EUPL-1.2
// The loops of the causal map by name and nature; choosing one lights it in the picture.
import { useState } from 'react'
import type { CausalMap } from '../api/types'
import { useLanguage } from '../shared/language'
import { useTitles } from './arrowName'
import { nodeKey } from './causalLayout'

type Loop = CausalMap['loops'][number]
const shortLoop = 2

interface LoopListProps {
  map: CausalMap
  chosen: string | null
  onChoose: (name: string | null) => void
}

export function LoopList({ map, chosen, onChoose }: LoopListProps) {
  const { m } = useLanguage()
  const [all, setAll] = useState(false)
  const short = map.loops.filter(({ mechanisms }) => mechanisms.length <= shortLoop)
  const shown = all || short.length === 0 ? map.loops : short
  return (
    <section className="loops" aria-labelledby="loops">
      <h2 id="loops">{m('vision.loops')}</h2>
      <p className="soft">{m('vision.loopsLead')}</p>
      <ul className="loop-list">
        {shown.map((loop) => (
          <LoopRow
            key={loop.name}
            loop={loop}
            map={map}
            pressed={loop.name === chosen}
            onPress={() => onChoose(loop.name === chosen ? null : loop.name)}
          />
        ))}
      </ul>
      {short.length > 0 && short.length < map.loops.length && (
        <button type="button" className="quiet-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m('vision.shortLoops') : m('vision.allLoops', { count: map.loops.length })}
        </button>
      )}
    </section>
  )
}

function LoopRow({ loop, map, pressed, onPress }: { loop: Loop; map: CausalMap; pressed: boolean; onPress: () => void }) {
  const { m } = useLanguage()
  const titles = useTitles(map)
  const names = [...loop.mechanisms, loop.mechanisms[0]!].map((id) => titles(nodeKey('mechanism', id)))
  return (
    <li>
      <button type="button" className="loop" data-nature={loop.nature} aria-pressed={pressed} onClick={onPress}>
        <span className="loop-name">{loop.name}</span>
        <span className="loop-text">
          <span className="loop-path">{names.join(' → ')}</span>
          <span className="soft">
            {m(`vision.nature.${loop.nature}`)} · {m('vision.lag', { low: loop.lagYearsMin, high: loop.lagYearsMax })}
          </span>
        </span>
      </button>
    </li>
  )
}
