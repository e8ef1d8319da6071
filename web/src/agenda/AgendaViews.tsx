// SPDX-License-Identifier: EUPL-1.2
// The parts of the page, one at a time; which one is in the address.
import { useLanguage } from '../shared/language'
import { Link } from '../shared/Link'
import { usePlace } from '../shared/router'
import { views, type View } from './address'
import { useAgenda } from './AgendaContext'
import { BoardsView } from './BoardsView'
import { CompareView } from './CompareView'
import { SheetSection } from './SheetSection'
import { TimelineView } from './TimelineView'
import { TracksView } from './TracksView'
import { TradeOffView } from './TradeOffView'
import { VersionsSection } from './VersionsSection'

export function AgendaViews({ view }: { view: View }) {
  const { m } = useLanguage()
  const { query } = usePlace()
  const { search, isFound } = useAgenda()
  const addressOf = (next: View) => {
    const to = new URLSearchParams(query)
    if (next === 'tijdlijn') to.delete('beeld')
    else to.set('beeld', next)
    const text = to.toString()
    return text ? `/agenda?${text}` : '/agenda'
  }
  return (
    <>
      <nav className="agenda-nav" aria-label={m('agenda.parts')}>
        <ul>
          {views.map((each) => (
            <li key={each}>
              <Link to={addressOf(each)} aria-current={each === view ? 'page' : undefined}>
                {m(`agenda.view.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="agenda-view" aria-busy={!isFound && !search?.answer}>
        <Body view={view} />
      </div>
    </>
  )
}

function Body({ view }: { view: View }) {
  switch (view) {
    case 'borden':
      return <BoardsView />
    case 'afwegen':
      return <TradeOffView />
    case 'sporen':
      return <TracksView />
    case 'vergelijken':
      return (
        <>
          <CompareView />
          <VersionsSection />
        </>
      )
    default:
      return (
        <>
          <TimelineView />
          <SheetSection />
        </>
      )
  }
}
