// SPDX-License-Identifier: EUPL-1.2
// The best agenda that was found, in the server's own careful words, and how much better any agenda could be.
import { useLanguage } from '../shared/language'
import { Loading } from '../shared/States'
import { useAgenda } from './AgendaContext'
import { isOpen } from './asked'
import { Gauge } from './Gauge'
import { InShort } from './InShort'
import { UndoButton } from './Notices'
import { present } from './present'
import { SearchBar } from './SearchBar'

export function BestFound() {
  const { m, text } = useLanguage()
  const { search, question, isFound } = useAgenda()
  const { note } = present.use()
  const solved = search?.answer?.agenda
  return (
    <section className="card agenda-best" aria-labelledby="beste">
      <div className="agenda-best-words">
        <h2 id="beste">{m('agenda.best')}</h2>
        {solved && (
          <p className="agenda-best-sentence" data-outcome={solved.outcome}>
            {text(solved.words)}
          </p>
        )}
        {solved?.overruns && <p>{text(solved.overruns.words)}</p>}
        <SearchBar question={question} ask="choice" asked={search} />
        <Gauge />
        {!note && <UndoButton />}
      </div>
      {isFound ? <InShort /> : !search || isOpen(search) ? <Loading /> : <p className="soft">{m('agenda.nowShown')}</p>}
    </section>
  )
}
