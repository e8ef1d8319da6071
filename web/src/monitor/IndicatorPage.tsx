// SPDX-License-Identifier: EUPL-1.2
// Everything about one indicator: what it means, who answers for it, how it stands here and elsewhere, and what is missing.
import type { IndicatorProfile, Schemas } from '../api/types'
import { MissingSheet } from '../edit/MissingSheet'
import { useApi } from '../shared/api'
import { DataTable, type Column } from '../shared/DataTable'
import { type Fact, FactList } from '../shared/FactList'
import { Figure } from '../shared/Figure'
import { capital, formatDate, formatNumber, formatPeriod } from '../shared/format'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, historyPath, Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { Num, SourceList, useShownValue, useTitleWithUnit } from '../shared/Provenance'
import { Loading } from '../shared/States'
import { originOf } from '../shared/tableFile'
import { Tag } from '../shared/Tag'
import { useWidth } from '../shared/useWidth'
import type { PageProps } from '../shell/routes'
import { Difference } from './Differences'
import { IndicatorDetail } from './IndicatorDetail'
import { linear } from './scales'
import { usePointProvenance, useWords } from './useWords'
import { byLevel, lastOf, measured, toneOfBand } from './words'
import './monitor.css'

type AreaSeries = IndicatorProfile['areas'][number]
type Distribution = Schemas['ReferenceDistribution']

export default function IndicatorPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const { data, error, reload } = useApi<IndicatorProfile>(`/indicator-profiles/${encodeURIComponent(id)}`)
  const city = useApi<Schemas['City']>('/city')
  if (error) return <MissingSheet kind="indicator" id={id} problem={error} retry={reload} />
  if (!data) return <Loading skeleton="page" />
  return <Profile profile={data} city={city.data?.name ?? ''} />
}

function Profile({ profile, city }: { profile: IndicatorProfile; city: string }) {
  const { m, text, label } = useLanguage()
  const { indicator, state, areas, distributions, differences } = profile
  return (
    <>
      <PageHeader
        title={text(indicator.title)}
        back={{ to: '/staat/indicatoren', title: m('monitor.registerTitle') }}
        intro={<LocalText of={indicator.definition} />}
        above={capital(label('edit.values', indicator.kind))}
        actions={<Link to={historyPath('indicator', indicator.id)}>{m('monitor.toDocument')}</Link>}
      />
      <div className="profile-pair">
        <section className="card" aria-labelledby="stand">
          <h2 id="stand">{m('monitor.inCity', { city })}</h2>
          <LastValue profile={profile} />
          {measured(state.series).length > 0 ? (
            <IndicatorDetail state={state} city={city} level={3} />
          ) : (
            <p className="no-figure">{m('monitor.neverMeasured')}</p>
          )}
        </section>
        <section className="card" aria-labelledby="kenmerken">
          <h2 id="kenmerken">{m('monitor.facts')}</h2>
          <Facts profile={profile} />
        </section>
      </div>
      {distributions.length > 0 && (
        <section className="monitor-part" aria-labelledby="verdelingen">
          <h2 id="verdelingen">{m('monitor.distributions')}</h2>
          <p className="figure-lead">{m('monitor.distributionsLead')}</p>
          <div className="set-grid">
            {distributions.map((each) => (
              <div key={each.id} className="card">
                <DistributionFigure distribution={each} profile={profile} city={city} />
              </div>
            ))}
          </div>
        </section>
      )}
      {differences && (
        <section className="card monitor-part">
          <Difference difference={differences} level={2} />
        </section>
      )}
      {areas.length > 0 && (
        <section className="monitor-part" aria-labelledby="gebieden">
          <h2 id="gebieden">{m('monitor.elsewhere')}</h2>
          <Areas profile={profile} />
        </section>
      )}
    </>
  )
}

function LastValue({ profile: { state } }: { profile: IndicatorProfile }) {
  const { language } = useLanguage()
  const provenance = usePointProvenance()
  const last = lastOf(state)
  if (!last) return null
  return (
    <p className="profile-value">
      <Num value={last.value} unit={state.unit} decimals={state.decimals} provenance={provenance(state, last)} />{' '}
      <span className="soft">{formatPeriod(last.period, language)}</span>
    </p>
  )
}

function Facts({ profile }: { profile: IndicatorProfile }) {
  const { m, label, language } = useLanguage()
  const show = useShownValue()
  const { indicator, licence, relevantStep } = profile
  const unknown = <span className="soft">{m('monitor.unknown')}</span>
  const facts: Fact[] = [
    [m('monitor.polarity'), capital(label('edit.values', indicator.polarity))],
    [m('overview.unit'), indicator.unit === '%' ? '%' : label('shared.unit', indicator.unit).trim()],
    [m('monitor.owner'), indicator.owner ?? <span className="soft">{m('monitor.nobody')}</span>],
    [m('monitor.nextDue'), indicator.nextDue ? formatDate(indicator.nextDue, language) : unknown],
    [m('monitor.level'), indicator.level ? label('edit.values', indicator.level) : unknown],
    [m('monitor.licence'), licence ?? unknown],
    [m('monitor.figures'), formatNumber(indicator.figures, 0, language)],
    [
      m('monitor.relevantStep'),
      relevantStep !== undefined &&
        show(relevantStep, indicator.unit, Number.isInteger(relevantStep) ? 0 : Math.max(1, indicator.decimals)),
    ],
    [
      m('monitor.sets'),
      indicator.sets.length > 0 && (
        <ul>
          {indicator.sets.map(({ kind, id, title }) => (
            <li key={id}>
              <Link to={documentPath(kind, id)}>
                <LocalText of={title} />
              </Link>
            </li>
          ))}
        </ul>
      ),
    ],
    [
      m('monitor.gaps'),
      indicator.gaps.length === 0 ? (
        <Tag tone="good">{m('monitor.gap.complete')}</Tag>
      ) : (
        <ul className="gap-list">
          {indicator.gaps.map((gap) => (
            <li key={gap}>{m(`monitor.gap.${gap}`)}</li>
          ))}
        </ul>
      ),
    ],
    [m('shared.source'), indicator.sources.length > 0 ? <SourceList sources={indicator.sources} /> : m('shared.noSource')],
  ]
  return <FactList facts={facts} />
}

const quantiles = ['p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const

/** All areas of a kind in the country, and where this city lies among them. */
function DistributionFigure({
  distribution,
  profile,
  city,
}: {
  distribution: Distribution
  profile: IndicatorProfile
  city: string
}) {
  const { m, text, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  const { unit, decimals } = profile.indicator
  const digits = Math.max(decimals, unit === 'EUR' ? 0 : 1)
  const { level, period, count, sources, status } = distribution
  const last = level === 'municipality' ? lastOf(profile.state) : undefined
  const rows = [
    ...quantiles.map((each) => [m(`monitor.quantile.${each}`), distribution[each]] as const),
    [m('monitor.mean'), distribution.mean] as const,
    [m('monitor.deviation'), distribution.standardDeviation] as const,
  ].map((row) => [...row])
  return (
    <Figure
      level={3}
      title={m('monitor.distributionTitle', { level: m(`monitor.levels.${level}`), period: formatPeriod(period, language) })}
      fileTitle={text(profile.indicator.title)}
      lead={m('monitor.distributionCount', { count: formatNumber(count, 0, language), level: m(`monitor.levels.${level}`) })}
      downloadName={`verdeling-${distribution.id}`}
      table={{
        columns: [
          { title: m('monitor.point') },
          { title: titleWithUnit(m('monitor.value'), unit), numeric: true, decimals: digits },
        ],
        rows: last ? [[`${city} (${formatPeriod(last.period, language)})`, last.value], ...rows] : rows,
        origins: last
          ? [originOf(last), ...rows.map(() => ({ period, status, sources }))]
          : rows.map(() => ({ period, status, sources })),
      }}
      picture={<DistributionPicture distribution={distribution} unit={unit} decimals={decimals} own={last?.value} city={city} />}
    />
  )
}

interface DistributionPictureProps {
  distribution: Distribution
  unit: string
  decimals: number
  own: number | undefined
  city: string
}

function DistributionPicture({ distribution, unit, decimals, own, city }: DistributionPictureProps) {
  const { m } = useLanguage()
  const show = useShownValue()
  const [holder, room] = useWidth<HTMLDivElement>()
  const width = Math.max(room, 240)
  const { p5, p10, p25, p50, p75, p90, p95 } = distribution
  const low = Math.min(p5, own ?? p5)
  const high = Math.max(p95, own ?? p95)
  const x = linear(low, high, 14, width - 14)
  const value = (of: number) => show(of, unit === '%' || unit === 'EUR' ? unit : '', decimals)
  const said = [
    `${m('monitor.quantile.p5')}: ${value(p5)}`,
    `${m('monitor.quantile.p50')}: ${value(p50)}`,
    `${m('monitor.quantile.p95')}: ${value(p95)}`,
    ...(own === undefined ? [] : [`${city}: ${value(own)}`]),
  ].join('. ')
  return (
    <div ref={holder}>
      <svg className="picture distribution" viewBox={`0 0 ${width} 78`} width={width} height="78" role="img" aria-label={said}>
        <line className="spread-outer" x1={x(p5)} x2={x(p95)} y1="34" y2="34" />
        <rect className="spread-tenth" x={x(p10)} width={x(p90) - x(p10)} y="27" height="14" />
        <rect className="spread-quarter" x={x(p25)} width={x(p75) - x(p25)} y="21" height="26" />
        <line className="spread-middle" x1={x(p50)} x2={x(p50)} y1="17" y2="51" />
        {own !== undefined && <path className="index-own" d={`M${x(own)} 24l9 9-9 9-9-9z`} />}
        <text className="series-tick" x={x(p5)} y="70" textAnchor={x(p5) < 30 ? 'start' : 'middle'}>
          {value(p5)}
        </text>
        {x(p50) - x(p5) > 70 && x(p95) - x(p50) > 70 && (
          <text className="series-tick" x={x(p50)} y="70" textAnchor="middle">
            {value(p50)}
          </text>
        )}
        <text className="series-tick" x={x(p95)} y="70" textAnchor={x(p95) > width - 30 ? 'end' : 'middle'}>
          {value(p95)}
        </text>
      </svg>
      <p className="soft distribution-note">
        {m(own === undefined ? 'monitor.distributionNote' : 'monitor.distributionNoteOwn', { city })}
      </p>
    </div>
  )
}

const levelOrder = ['district', 'neighbourhood', 'municipality', 'region'] as const

/** The latest value in every other area, with its band; by the alphabet, not by value. */
function Areas({ profile }: { profile: IndicatorProfile }) {
  return (
    <>
      {byLevel(profile.areas, levelOrder).map(({ kind, rows }) => (
        <AreaTable key={kind} kind={kind} rows={rows} profile={profile} />
      ))}
    </>
  )
}

function AreaTable({ kind, rows, profile }: { kind: string; rows: AreaSeries[]; profile: IndicatorProfile }) {
  const { m, text, label, language } = useLanguage()
  const titleWithUnit = useTitleWithUnit()
  const words = useWords()
  const { unit, decimals, id, title, definition } = profile.indicator
  const last = (row: AreaSeries) => measured(row.series).at(-1)
  const caption = m('monitor.areasOf', { kind: label('edit.kind', kind), title: text(title) })
  const columns: Column<AreaSeries>[] = [
    {
      key: 'area',
      title: m('areas.area'),
      value: (row) => text(row.area.title),
      rowHeader: true,
      cell: (row) =>
        row.area.kind === 'district' || row.area.kind === 'neighbourhood' ? (
          <Link to={documentPath(row.area.kind, row.area.id)}>
            <LocalText of={row.area.title} />
          </Link>
        ) : (
          <LocalText of={row.area.title} />
        ),
    },
    ...(rows.some(({ within }) => within)
      ? [{ key: 'within', title: m('monitor.within'), value: (row: AreaSeries) => (row.within ? text(row.within.title) : '') }]
      : []),
    {
      key: 'value',
      title: titleWithUnit(m('monitor.value'), unit),
      value: (row) => last(row)?.value ?? null,
      numeric: true,
      decimals,
      cell: (row) => {
        const point = last(row)
        return (
          <Num
            value={point?.value}
            unit={unit}
            decimals={decimals}
            provenance={{
              title: `${text(title)}, ${text(row.area.title)}`,
              definition: text(definition),
              period: point?.period,
              status: point?.status,
              note: point?.note,
              sources: point ? [point.source] : [],
              subject: { kind: 'indicator', id },
            }}
          />
        )
      },
    },
    {
      key: 'period',
      title: m('shared.period'),
      value: (row) => last(row)?.period,
      fileValue: (row) => formatPeriod(last(row)?.period ?? '', language),
      cell: (row) => formatPeriod(last(row)?.period ?? '', language),
    },
    {
      key: 'band',
      title: m('monitor.place'),
      value: (row) => row.score?.value,
      fileValue: (row) => (row.score ? m(`monitor.band.${row.score.band}`) : ''),
      sortable: false,
      cell: (row) =>
        row.score ? (
          <Tag tone={toneOfBand(row.score.band)}>{m(`monitor.band.${row.score.band}`)}</Tag>
        ) : (
          <span className="soft">{m('monitor.noScoreShort')}</span>
        ),
    },
    {
      key: 'score',
      title: m('monitor.score'),
      value: (row) => row.score && words.signed(row.score.value),
      onlyInFile: true,
    },
  ]
  return (
    <details className="area-block" open={rows.length <= 30}>
      <summary>
        {label('edit.kind', kind)} ({rows.length})
      </summary>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows.toSorted((a, b) => text(a.area.title).localeCompare(text(b.area.title), language))}
        rowKey={(row) => row.area.id}
        downloadName={`${id}-${kind}`}
        origin={(row) => originOf(last(row))}
      />
    </details>
  )
}
