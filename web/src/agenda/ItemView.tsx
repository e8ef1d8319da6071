// SPDX-License-Identifier: EUPL-1.2
// The card of one item: what happens to it, its options beside each other, what holds it, and why it is not in.
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { IllustrativeMark } from '../shared/Provenance'
import { useSession } from '../shared/session'
import { Empty } from '../shared/States'
import { useAgenda, useItems } from './AgendaContext'
import { ChosenNumbers } from './ChosenNumbers'
import { FormSign } from './FormSign'
import { HoldsFacts } from './HoldsFacts'
import { useItemAddress } from './ItemLink'
import { OptionTable } from './OptionTable'
import { ScoreSection } from './ScoreSection'
import { StandingSign } from './StandingSign'
import type { Item } from './types'
import { useWords } from './useWords'
import { WhyNot } from './WhyNot'
import { WishButtons } from './WishButtons'

export function ItemView({ id }: { id: string }) {
  const { m } = useLanguage()
  const item = useItems().get(id)
  const address = useItemAddress()
  const back = { to: address(null), title: m('agenda.backToAgenda') }
  if (item) return <Known item={item} back={back} />
  return (
    <>
      <PageHeader title={m('agenda.unknownItem')} back={back} />
      <Empty title={m('agenda.unknownItemText')}>
        <p>
          <Link to={back.to}>{back.title}</Link>
        </p>
      </Empty>
    </>
  )
}

function Known({ item, back }: { item: Item; back: { to: string; title: string } }) {
  const { text } = useLanguage()
  const words = useWords()
  return (
    <>
      <PageHeader
        title={text(item.title)}
        back={back}
        above={
          <>
            {words.kind(item)} {item.status === 'illustrative' && <IllustrativeMark />} <StandingSign item={item.item} />
          </>
        }
        actions={<WishButtons item={item} />}
      />
      <div className="agenda-item-pair">
        <InAgenda item={item} />
        <HoldsFacts item={item} />
      </div>
      <OptionTable item={item} />
      <ScoreSection item={item} />
    </>
  )
}

function InAgenda({ item }: { item: Item }) {
  const { m } = useLanguage()
  const { may } = useSession()
  const { choice } = useAgenda()
  const words = useWords()
  const chosen = choice.items.find((each) => each.item === item.item)
  const [kind, id] = item.item.split('/') as [string, string]
  if (!chosen) return null
  return (
    <section className="card agenda-in" aria-labelledby="in-de-agenda">
      <h2 id="in-de-agenda">{m('agenda.inThisAgenda')}</h2>
      <p className="agenda-in-line">
        <FormSign of={chosen.option ?? 'out'} /> {words.line(chosen)}
      </p>
      <ChosenNumbers item={item} chosen={chosen} />
      <WhyNot item={item} chosen={chosen} />
      <p>
        <Link to={documentPath(kind, id)}>
          {m('agenda.toPage')}{' '}
          <span className="visually-hidden">
            <LocalText of={item.title} />
          </span>
        </Link>{' '}
        · <Link to={documentPath('appraisal', item.appraisal)}>{m('agenda.toAppraisal')}</Link>
        {may('create verdict') && (
          <>
            {' · '}
            <Link to="/documenten/verdicts/nieuw/bewerken">{m('agenda.newVerdict')}</Link>
          </>
        )}
      </p>
    </section>
  )
}
