// SPDX-License-Identifier: EUPL-1.2
// What every register has: a title, its rows once they are there, and a bar that narrows them.
import type { ReactNode } from 'react'
import { useApi } from '../shared/api'
import { useLanguage } from '../shared/language'
import { PageHeader } from '../shared/PageHeader'
import { Empty, Failure, Loading } from '../shared/States'
import { FilterBar } from './FilterBar'
import { choicesOf, fits, useQueryValues, type Property } from './filters'

interface RegisterPageProps<Data> {
  title: string
  intro: string
  /** Of the register, below /api/v1. */
  path: string
  /** The shape of what comes below the picture. */
  below?: 'table' | 'lines'
  /** What stands there when the register has no rows. */
  empty: ReactNode
  children: (data: Data) => ReactNode
}

export function RegisterPage<Data extends { rows: unknown[] }>(props: RegisterPageProps<Data>) {
  const { title, intro, path, below = 'table', empty, children } = props
  const { data, error, reload } = useApi<Data>(path)
  return (
    <>
      <PageHeader title={title} intro={intro} />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && (
        <>
          <Loading skeleton="picture" />
          <Loading skeleton={below} />
        </>
      )}
      {data && (data.rows.length === 0 ? empty : children(data))}
    </>
  )
}

interface NarrowedProps<Row> {
  rows: Row[]
  properties: Property<Row>[]
  /** The texts of a row in which words are looked for. */
  words: (row: Row) => (string | undefined)[]
  children: (shown: Row[]) => ReactNode
}

/** The bar above the rows, and below it those that fit what was chosen. */
export function Narrowed<Row>({ rows, properties, words, children }: NarrowedProps<Row>) {
  const { m } = useLanguage()
  const { values, set, clear } = useQueryValues(['q', ...properties.map(({ name }) => name)])
  const shown = rows.filter((row) => fits(row, values, properties, words))
  const filters = properties.map(({ name, title, of, titleOf, order }) => ({
    name,
    title,
    choices: choicesOf(rows, of, titleOf, order),
  }))
  return (
    <>
      <FilterBar filters={filters} values={values} onChange={set} onClear={clear} shown={shown.length} total={rows.length} />
      {shown.length > 0 ? (
        children(shown)
      ) : (
        <Empty title={m('search.noRows')}>
          <p>{m('search.noRowsAdvice')}</p>
        </Empty>
      )}
    </>
  )
}
