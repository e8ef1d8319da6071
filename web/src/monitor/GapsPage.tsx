// SPDX-License-Identifier: EUPL-1.2
// What is not known: each kind of gap with what it means, who can close it, and the indicators that have it.
import type { IndicatorRegister, IndicatorRow } from '../api/types'
import { RegisterPage } from '../search/RegisterPage'
import { capital } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Empty } from '../shared/States'
import { SetGaps } from './SetGaps'
import { gapCounts, type Gap } from './words'
import './monitor.css'

export default function GapsPage() {
  const { m } = useLanguage()
  const empty = (
    <Empty title={m('monitor.noIndicators')}>
      <p>{m('monitor.emptyAdvice')}</p>
    </Empty>
  )
  return (
    <RegisterPage<IndicatorRegister>
      title={m('monitor.gapsTitle')}
      intro={m('monitor.gapsIntro')}
      path="/indicator-register"
      below="lines"
      empty={empty}
    >
      {({ rows, setGaps }) => (
        <>
          <SetGaps setGaps={setGaps} />
          {gapCounts(rows).map(({ gap, count }) => (
            <GapPart key={gap} gap={gap} count={count} rows={rows.filter((row) => row.gaps.includes(gap))} of={rows.length} />
          ))}
        </>
      )}
    </RegisterPage>
  )
}

const shownAtOnce = 8

function GapPart({ gap, count, rows, of }: { gap: Gap; count: number; rows: IndicatorRow[]; of: number }) {
  const { m } = useLanguage()
  const heading = `leemte-${gap.replaceAll('_', '-')}`
  const rest = rows.slice(shownAtOnce)
  return (
    <section className="monitor-part card" aria-labelledby={heading}>
      <h2 id={heading}>{m('monitor.gapOf', { gap: capital(m(`monitor.gap.${gap}`)), count, of })}</h2>
      <p className="figure-lead">{m(`monitor.gapText.${gap}`)}</p>
      <GapList rows={rows.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details className="gap-rest">
          <summary>{m('monitor.gapRest', { count: rest.length })}</summary>
          <GapList rows={rest} />
        </details>
      )}
      <p>
        <Link to={`/staat/indicatoren?leemte=${gap}`}>{m('monitor.gapTable')}</Link>
      </p>
    </section>
  )
}

function GapList({ rows }: { rows: IndicatorRow[] }) {
  const { m } = useLanguage()
  return (
    <ul className="gap-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={documentPath('indicator', row.id)}>
            <LocalText of={row.title} />
          </Link>{' '}
          <span className="soft">{row.owner ?? m('monitor.nobody')}</span>
        </li>
      ))}
    </ul>
  )
}
