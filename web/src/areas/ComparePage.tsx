// SPDX-License-Identifier: EUPL-1.2
// Two areas beside each other, on every figure that both have; the address says which two.
import type { Schemas } from '../api/types'
import { useApi } from '../shared/api'
import { Figure, type FigureTable } from '../shared/Figure'
import { formatNumber, formatPeriod } from '../shared/format'
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { useTitleWithUnit } from '../shared/Provenance'
import { setQuery, usePlace } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import { originOf } from '../shared/tableFile'
import { areasOf, levels, pairsOf, type Area, type Pair, type Register } from './areaRegister'
import { PairPicture } from './PairPicture'
import './areas.css'

export default function ComparePage() {
  const { m } = useLanguage()
  const { data, error, reload } = useApi<Schemas['AreaRegister']>('/area-register')
  return (
    <>
      <PageHeader title={m('areas.compare')} intro={m('areas.compareIntro')} back={{ to: '/buurten', title: m('areas.title') }} />
      {error && <Failure problem={error} retry={reload} />}
      {!data && !error && <Loading skeleton="picture" />}
      {data && <Chosen register={data} />}
    </>
  )
}

function Chosen({ register }: { register: Register }) {
  const { m } = useLanguage()
  const { query } = usePlace()
  const areas = levels.flatMap((level) => areasOf(register, level))
  const find = (name: 'a' | 'b') => areas.find(({ id }) => id === query.get(name))
  const [a, b] = [find('a'), find('b')]
  return (
    <>
      <div className="area-choices">
        <AreaChoice register={register} name="a" title={m('areas.first')} chosen={a} />
        <AreaChoice register={register} name="b" title={m('areas.second')} chosen={b} />
      </div>
      {a && b && a.id !== b.id ? (
        <Compared register={register} a={a} b={b} />
      ) : (
        <Empty title={m('areas.chooseTwo')}>
          <p>{m('areas.chooseTwoText')}</p>
        </Empty>
      )}
    </>
  )
}

interface ChoiceProps {
  register: Register
  name: 'a' | 'b'
  title: string
  chosen: Area | undefined
}

function AreaChoice({ register, name, title, chosen }: ChoiceProps) {
  const { m } = useLanguage()
  return (
    <div>
      <label htmlFor={`gebied-${name}`}>{title}</label>
      <select
        id={`gebied-${name}`}
        className="utrecht-select utrecht-select--html-select"
        value={chosen?.id ?? ''}
        onChange={(event) => setQuery({ [name]: event.target.value })}
      >
        <option value="">{m('edit.choose')}</option>
        {levels.map((level) => (
          <optgroup key={level} label={m(level === 'district' ? 'areas.districts' : 'areas.neighbourhoods')}>
            {areasOf(register, level).map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

function Compared({ register, a, b }: { register: Register; a: Area; b: Area }) {
  const { m } = useLanguage()
  const table = usePairTable(a, b)
  const pairs = pairsOf(register, a, b)
  if (pairs.length === 0)
    return (
      <Empty title={m('areas.nothingShared')}>
        <p>{m('areas.nothingSharedText')}</p>
      </Empty>
    )
  return (
    <section className="card">
      <Figure
        title={m('areas.besideEachOther', { a: a.name, b: b.name })}
        lead={m('areas.compareLead')}
        downloadName={`vergelijking-${a.id}-${b.id}`}
        table={table(pairs)}
        picture={<PairPicture a={a} b={b} pairs={pairs} />}
      />
      <p className="button-row">
        {[a, b].map((area) => (
          <Link key={area.id} to={documentPath(area.level, area.id)}>
            {m('areas.openProfile', { name: area.name })}
          </Link>
        ))}
      </p>
    </section>
  )
}

function usePairTable(a: Area, b: Area): (pairs: Pair[]) => FigureTable {
  const { m, text, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  return (pairs) => ({
    columns: [
      { title: m('areas.indicator') },
      { title: a.name, numeric: true },
      { title: b.name, numeric: true },
      { title: m('areas.difference'), numeric: true },
      { title: m('areas.city'), numeric: true },
      { title: m('areas.period') },
    ],
    rows: pairs.map(({ indicator, a: first, b: second, city }) => {
      const digits = (value: number | null | undefined) =>
        typeof value === 'number' ? formatNumber(value, indicator.decimals, language) : ''
      return [
        titleWithUnit(text(indicator.title), indicator.unit),
        digits(first),
        digits(second),
        digits(first - second),
        digits(city),
        formatPeriod(a.figures[indicator.id]!.period, language),
      ]
    }),
    origins: pairs.map(({ indicator }) => originOf(a.figures[indicator.id])),
  })
}
