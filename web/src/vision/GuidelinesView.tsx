// SPDX-License-Identifier: EUPL-1.2
// Guidelines with their challenges; every challenge opens to all that is attached to it.
import { useEffect } from 'react'
import type { VisionTree } from '../api/types'
import { LocalText, useLanguage } from '../shared/language'
import { SourceList } from '../shared/Provenance'
import { usePlace } from '../shared/router'
import { Challenge } from './Challenge'
import { Figures } from './Figures'

type Guideline = VisionTree['guidelines'][number]

/** Brings the part that the address names into view, once it is there. */
function useAnchor(hash: string, ready: boolean): void {
  useEffect(() => {
    if (ready && hash.length > 1) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [hash, ready])
}

export function GuidelinesView({ tree }: { tree: VisionTree }) {
  const { m } = useLanguage()
  const { hash } = usePlace()
  useAnchor(hash, tree.guidelines.length > 0)
  return (
    <div className="guidelines">
      <nav className="guideline-index" aria-label={m('vision.view.guidelines')}>
        <ol>
          {tree.guidelines.map(({ id, number, title }) => (
            <li key={id}>
              <a href={`#hoofdlijn-${id}`}>
                <span aria-hidden="true">{number}</span> <LocalText of={title} />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="guideline-list">
        {tree.guidelines.map((guideline) => (
          <GuidelineSection key={guideline.id} guideline={guideline} tree={tree} opened={hash} />
        ))}
      </div>
    </div>
  )
}

function GuidelineSection({ guideline, tree, opened }: { guideline: Guideline; tree: VisionTree; opened: string }) {
  const { m } = useLanguage()
  const { id, number, title, summary, ambition, figures, sources, challenges } = guideline
  return (
    <section className="guideline" id={`hoofdlijn-${id}`} aria-labelledby={`titel-${id}`}>
      <p className="guideline-number" aria-hidden="true">
        {number}
      </p>
      <h2 id={`titel-${id}`}>
        <LocalText of={title} />
      </h2>
      <p className="guideline-summary">
        <LocalText of={summary} />
      </p>
      <div className="ambition">
        <h3>{m('vision.ambition', { year: tree.vision.to })}</h3>
        <p>
          <LocalText of={ambition} />
        </p>
      </div>
      <Figures figures={figures} subject={{ kind: 'guideline', id }} />
      <h3 className="challenges-title">{m('vision.challenges')}</h3>
      <ul className="challenges">
        {challenges.map((challenge) => (
          <Challenge key={challenge.id} challenge={challenge} tree={tree} linked={opened === `#opgave-${challenge.id}`} />
        ))}
      </ul>
      <details className="sources">
        <summary>{m('shared.source')}</summary>
        <SourceList sources={sources} />
      </details>
    </section>
  )
}
