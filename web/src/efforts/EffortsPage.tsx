// SPDX-License-Identifier: EUPL-1.2
// The register of programmes, projects, schemes and actions.
import { useMemo } from 'react'
import type { Schemas, Text } from '../api/types'
import { FilterBar } from '../search/FilterBar'
import { choicesOf, holdsWords, useQueryValues } from '../search/filters'
import { useApi } from '../shared/api'
import { formatEuro } from '../shared/format'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { setQuery } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import { byForm, forms, states, sumOf, type EffortRow } from './effortRows'
import { EffortTable } from './EffortTable'
import { Pipeline } from './Pipeline'
import './efforts.css'

const names = ['q', 'form', 'state', 'area', 'challenge', 'status']

export default function EffortsPage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['EffortRegister']>('/effort-register')
  return (
    <>
      <PageHeader title={m('efforts.title')} intro={m('efforts.intro')} />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && (
        <>
          <Loading skeleton="picture" />
          <Loading skeleton="table" />
        </>
      )}
      {data && <Register rows={data.rows} />}
    </>
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

function Register({ rows }: { rows: EffortRow[] }) {
  const { m, text, label } = useLanguage()
  const { values, set, clear } = useQueryValues(names)
  const titles = useMemo(() => titlesOf(rows), [rows])
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (!values['form'] || row.form === values['form']) &&
          (!values['state'] || row.state === values['state']) &&
          (!values['status'] || row.status === values['status']) &&
          (!values['area'] || row.areas.some((area) => areaKey(area) === values['area'])) &&
          (!values['challenge'] || row.challenges.some(({ id }) => id === values['challenge'])) &&
          holdsWords(values['q'] ?? '', [
            text(row.title),
            text(row.summary),
            row.owner,
            ...[...row.partners, ...row.challenges, ...row.areas].map(({ title }) => text(title)),
          ]),
      ),
    [rows, values, text],
  )
  const titled = (value: string) => text(titles.get(value))
  const filters = [
    {
      name: 'form',
      title: m('efforts.form'),
      choices: choicesOf(
        rows,
        (row) => [row.form],
        (value) => label('efforts.forms', value),
        [...forms],
      ),
    },
    {
      name: 'state',
      title: m('efforts.state'),
      choices: choicesOf(
        rows,
        (row) => [row.state],
        (value) => label('edit.values', value),
        [...states],
      ),
    },
    { name: 'area', title: m('efforts.area'), choices: choicesOf(rows, (row) => row.areas.map(areaKey), titled) },
    {
      name: 'challenge',
      title: m('efforts.challenge'),
      choices: choicesOf(rows, (row) => row.challenges.map(({ id }) => id), titled),
    },
    {
      name: 'status',
      title: m('efforts.provenance'),
      choices: choicesOf(
        rows,
        (row) => [row.status],
        (value) => label('edit.values', value),
      ),
    },
  ]
  if (rows.length === 0)
    return (
      <Empty title={m('efforts.empty')}>
        <p>{m('efforts.emptyAdvice')}</p>
      </Empty>
    )
  return (
    <>
      <FilterBar filters={filters} values={values} onChange={set} onClear={clear} shown={shown.length} total={rows.length} />
      {shown.length === 0 ? (
        <Empty title={m('search.noRows')}>
          <p>{m('search.noRowsAdvice')}</p>
        </Empty>
      ) : (
        <>
          <div className="card">
            <Pipeline rows={shown} onChoose={(form, state) => setQuery({ form, state })} />
          </div>
          <MoneyLine rows={shown} />
          {byForm(shown).map(({ form, rows: own }) => (
            <section key={form} className="effort-group" aria-labelledby={`soort-${form}`}>
              <h2 id={`soort-${form}`}>
                {label('efforts.forms', form)} <span className="soft">({own.length})</span>
              </h2>
              <EffortTable rows={own} caption={label('efforts.forms', form)} name={`programmas-${form.replaceAll('_', '-')}`} />
            </section>
          ))}
        </>
      )}
    </>
  )
}

/** What is known of the money, and of how many. */
function MoneyLine({ rows }: { rows: EffortRow[] }) {
  const { m, language } = useLanguage()
  const costs = sumOf(rows, 'costs')
  const cover = sumOf(rows, 'cover')
  if (costs.known + cover.known === 0) return <p className="money-line soft">{m('efforts.noMoney')}</p>
  const shown = (total: number) => formatEuro(total, language, 'short')
  return (
    <p className="money-line">
      {costs.known > 0 && (
        <>
          <strong>{shown(costs.total)}</strong> {m('efforts.costsKnown', { known: costs.known, count: rows.length })}{' '}
        </>
      )}
      {cover.known > 0 && (
        <>
          <strong>{shown(cover.total)}</strong> {m('efforts.coverKnown', { known: cover.known, count: rows.length })}
        </>
      )}
    </p>
  )
}
