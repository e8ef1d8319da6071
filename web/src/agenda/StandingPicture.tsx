// SPDX-License-Identifier: EUPL-1.2
// How sure each item is of its place when weights, scores and costs are drawn anew within what people say of them.
import { useState } from 'react'
import { Figure } from '../shared/Figure'
import { LocalText, useLanguage } from '../shared/language'
import { useAgenda, useItems } from './AgendaContext'
import { AskSection } from './AskSection'
import { ItemLink } from './ItemLink'
import { StandingDot } from './StandingSign'
import type { Answer, Standing } from './types'
import { useWords } from './useWords'

type Found = NonNullable<Answer['standing']>
const standings: Standing[] = ['core', 'borderline', 'exterior']
const mostShown = 8

export function StandingPicture() {
  const { m } = useLanguage()
  const { frame } = useAgenda()
  return (
    <AskSection
      ask="standing"
      title={m('agenda.standingTitle')}
      lead={m('agenda.standingLead')}
      takes={m(frame.items.length > 40 ? 'agenda.takesMinutes' : 'agenda.takesMinute')}
    >
      {({ standing }) =>
        standing && (
          <>
            <Bands found={standing} />
            <Needs found={standing} />
          </>
        )
      }
    </AskSection>
  )
}

function Bands({ found }: { found: Found }) {
  const { m, text, label } = useLanguage()
  const items = useItems()
  const numeric = (title: string) => ({ title, numeric: true, decimals: 3 })
  return (
    <Figure
      title={m('agenda.standingTitle')}
      lead={<LocalText of={found.words} />}
      downloadName="agenda-kern-en-rand"
      hasSvg={false}
      table={{
        columns: [
          { title: m('agenda.item') },
          { title: m('agenda.standingTitle') },
          numeric(m('agenda.acceptability')),
          numeric(m('agenda.noise')),
          { title: m('agenda.inWords') },
        ],
        rows: found.items.map(({ item, standing, acceptability, noise, words }) => [
          text(items.get(item)?.title) || item,
          label('agenda.standing', standing),
          acceptability,
          noise,
          text(words),
        ]),
      }}
      picture={
        <div className="standing-bands">
          {standings.map((standing) => (
            <Band key={standing} standing={standing} found={found} />
          ))}
        </div>
      }
    />
  )
}

function Band({ standing, found }: { standing: Standing; found: Found }) {
  const { m, label } = useLanguage()
  const words = useWords()
  const [all, setAll] = useState(false)
  const own = found.items.filter((each) => each.standing === standing).sort((a, b) => b.acceptability - a.acceptability)
  return (
    <section className="standing-band" data-standing={standing}>
      <h3>
        <StandingDot of={standing} /> {label('agenda.standing', standing)} <span className="agenda-count">{own.length}</span>
      </h3>
      <p className="soft">{m(`agenda.standingMeans.${standing}`)}</p>
      <ul>
        {own.slice(0, all ? undefined : mostShown).map(({ item, acceptability, noise }) => (
          <li key={item}>
            <span className="standing-name">
              <ItemLink item={item} />
            </span>
            <span className="standing-share">
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="gauge-track" width="100" height="8" />
                <rect className="standing-fill" width={acceptability * 100} height="8" />
                {noise > 0 && (
                  <rect
                    className="standing-noise"
                    x={Math.max(0, (acceptability - noise) * 100)}
                    width={Math.min(100, noise * 200)}
                    height="8"
                  />
                )}
              </svg>
              {words.percent(acceptability)}
            </span>
          </li>
        ))}
      </ul>
      {own.length === 0 && <p className="agenda-none">{m('agenda.noneHere')}</p>}
      {!all && own.length > mostShown && (
        <button type="button" className="quiet-button" onClick={() => setAll(true)}>
          {m('agenda.showAll', { count: own.length })}
        </button>
      )}
    </section>
  )
}

function Needs({ found: { needs } }: { found: Found }) {
  const { m, text } = useLanguage()
  const items = useItems()
  if (needs.length === 0) return null
  return (
    <Figure
      level={3}
      title={m('agenda.needsTitle')}
      lead={m('agenda.needsLead')}
      downloadName="agenda-betere-cijfers"
      hasSvg={false}
      table={{
        columns: [
          { title: m('agenda.item') },
          { title: m('agenda.doubt'), numeric: true, decimals: 2 },
          { title: m('agenda.atStake'), numeric: true },
          { title: m('agenda.inWords') },
        ],
        rows: needs.map(({ item, doubt, atStake, words }) => [text(items.get(item)?.title) || item, doubt, atStake, text(words)]),
      }}
      picture={
        <ol className="agenda-needs">
          {needs.slice(0, mostShown).map(({ item, words }) => (
            <li key={item}>
              <LocalText of={words} /> <ItemAppraisal item={item} />
            </li>
          ))}
        </ol>
      }
    />
  )
}

function ItemAppraisal({ item }: { item: string }) {
  return (
    <span className="soft">
      (<ItemLink item={item} />)
    </span>
  )
}
