// SPDX-License-Identifier: EUPL-1.2
// The answer, most important first: in short, the stairs, the map, the chains, the mechanisms, and what it all rests on.
import { memo, useEffect } from 'react'
import { useLanguage } from '../shared/language'
import { usePlace } from '../shared/router'
import { AnswerContext } from './AnswerContext'
import { ChainsSection } from './ChainsSection'
import { ChangeSection } from './ChangeSection'
import { InShort } from './InShort'
import { MechanismsSection } from './MechanismsSection'
import { ModelCard } from './ModelCard'
import { RunFacts } from './RunFacts'
import { StairsSection } from './StairsSection'
import type { Answer } from './useSimulation'
import { Warnings } from './Warnings'

const parts = ['trap', 'kaart', 'ketens', 'mechanismen', 'modelkaart'] as const

/** Progress comes hundreds of times for one answer: only a new answer is drawn anew. */
export const AnswerView = memo(function AnswerView({ answer }: { answer: Answer }) {
  const { m } = useLanguage()
  useHashOnce()
  return (
    <AnswerContext value={answer}>
      <Warnings />
      <nav className="answer-nav" aria-label={m('escalator.parts')}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{m(`escalator.part.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <InShort />
      <StairsSection />
      <ChangeSection />
      <ChainsSection />
      <MechanismsSection />
      <RunFacts />
      <ModelCard />
    </AnswerContext>
  )
})

/** A link to a part of the answer finds it only when it has come. */
function useHashOnce(): void {
  const { hash } = usePlace()
  useEffect(() => {
    if (hash.length > 1) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
}
