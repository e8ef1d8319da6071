// SPDX-License-Identifier: EUPL-1.2
// The register of programmes, projects, schemes and actions.
import { useMemo } from 'react'
import type { Schemas, Text } from '../api/types'
import type { Property } from '../search/filters'
import { Narrowed, RegisterPage } from '../search/RegisterPage'
import { formatEuro } from '../shared/format'
import { useLanguage } from '../shared/language'
import { IllustrativeMark } from '../shared/Provenance'
import { setQuery } from '../shared/router'
import { Empty } from '../shared/States'
import { byForm, forms, states, sumOf, type EffortRow, type Money } from './effortRows'
import { EffortTable } from './EffortTable'
import { Pipeline } from './Pipeline'
import './efforts.css'

export default function EffortsPage() {
  const { m } = useLanguage()
  const empty = (
    <Empty title={m('efforts.empty')}>
      <p>{m('efforts.emptyAdvice')}</p>
    </Empty>
  )
  return (
    <RegisterPage<Schemas['EffortRegister']>
      title={m('efforts.title')}
      intro={m('efforts.intro')}
      path="/effort-register"
      empty={empty}
    >
      {({ rows }) => <Register rows={rows} />}
    </RegisterPage>
  )
}

const areaKey = ({ kind, id }: { kind: string; id: string }) => `${kind}/${id}`

function titlesOf(rows: EffortRow[]): Map<string, Text> {
  const titles = new Map<string, Text>()
  for (const row of rows) {
    for (const area of row.areas) titles.set(areaKey(area), area.title)
    for (const challenge of row.challenges) titles.set(challenge.id, challenge.title)
  }
  return titles
}

function useProperties(rows: EffortRow[]): Property<EffortRow>[] {
  const { m, text, label } = useLanguage()
  const titles = useMemo(() => titlesOf(rows), [rows])
  const titled = (value: string) => text(titles.get(value))
  const valueTitle = (value: string) => label('edit.values', value)
  const formTitle = (value: string) => label('efforts.forms', value)
  return [
    { name: 'form', title: m('efforts.form'), of: (row) => [row.form], titleOf: formTitle, order: forms },
    { name: 'state', title: m('efforts.state'), of: (row) => [row.state], titleOf: valueTitle, order: states },
    { name: 'area', title: m('efforts.area'), of: (row) => row.areas.map(areaKey), titleOf: titled },
    { name: 'challenge', title: m('efforts.challenge'), of: (row) => row.challenges.map(({ id }) => id), titleOf: titled },
    { name: 'status', title: m('efforts.provenance'), of: (row) => [row.status], titleOf: valueTitle },
  ]
}

function Register({ rows }: { rows: EffortRow[] }) {
  const { text } = useLanguage()
  const words = (row: EffortRow) => [
    text(row.title),
    text(row.summary),
    row.owner,
    ...[...row.partners, ...row.challenges, ...row.areas].map(({ title }) => text(title)),
  ]
  return (
    <Narrowed rows={rows} properties={useProperties(rows)} words={words}>
      {(shown) => (
        <>
          <div className="card">
            <Pipeline rows={shown} onChoose={(form, state) => setQuery({ form, state })} />
          </div>
          <MoneyLine rows={shown} />
          {byForm(shown).map(({ form, rows: own }) => (
            <FormGroup key={form} form={form} rows={own} />
          ))}
        </>
      )}
    </Narrowed>
  )
}

function FormGroup({ form, rows }: { form: EffortRow['form']; rows: EffortRow[] }) {
  const { label } = useLanguage()
  const title = label('efforts.forms', form)
  return (
    <section className="effort-group" aria-labelledby={`soort-${form}`}>
      <h2 id={`soort-${form}`}>
        {title} <span className="soft">({rows.length})</span>
      </h2>
      <EffortTable rows={rows} caption={title} name={`programmas-${form.replaceAll('_', '-')}`} />
    </section>
  )
}

/** What is known of the money, and of how many. */
function MoneyLine({ rows }: { rows: EffortRow[] }) {
  const { m } = useLanguage()
  const costs = sumOf(rows, 'costs')
  const cover = sumOf(rows, 'cover')
  if (costs.known + cover.known === 0) return <p className="money-line soft">{m('efforts.noMoney')}</p>
  return (
    <p className="money-line">
      {costs.known > 0 && <Total of={costs} words={m('efforts.costsKnown', { known: costs.known, count: rows.length })} />}{' '}
      {cover.known > 0 && <Total of={cover} words={m('efforts.coverKnown', { known: cover.known, count: rows.length })} />}
    </p>
  )
}

function Total({ of, words }: { of: Money; words: string }) {
  const { m, language } = useLanguage()
  return (
    <>
      <strong>{formatEuro(of.total, language, 'short')}</strong> {words}
      {of.illustrative && (
        <>
          {' '}
          <IllustrativeMark>{m('efforts.partMadeUp')}</IllustrativeMark>
        </>
      )}
    </>
  )
}
