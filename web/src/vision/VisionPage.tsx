// SPDX-License-Identifier: EUPL-1.2
// The vision in four views: guidelines and challenges, causes, who works on what, and what it all rests on.
import type { VisionTree } from '../api/types'
import { useApi } from '../shared/api'
import { formatDate } from '../shared/format'
import { useLanguage } from '../shared/language'
import { isBefore, useSince } from '../shared/ledger'
import { Link } from '../shared/Link'
import { PageHeader } from '../shared/PageHeader'
import { usePlace } from '../shared/router'
import { Empty, Failure, Loading } from '../shared/States'
import NotFoundPage from '../shell/NotFoundPage'
import type { PageProps } from '../shell/routes'
import { AsOf } from './AsOf'
import { CausalView } from './CausalView'
import { CoverageView } from './CoverageView'
import { FoundationsView } from './FoundationsView'
import { GuidelinesView } from './GuidelinesView'
import { VisionFacts } from './VisionFacts'
import './vision.css'

const views = [
  { id: undefined, to: '/visie', key: 'vision.view.guidelines' },
  { id: 'oorzaken', to: '/visie/oorzaken', key: 'vision.view.causes' },
  { id: 'dekking', to: '/visie/dekking', key: 'vision.view.coverage' },
  { id: 'uitgangspunten', to: '/visie/uitgangspunten', key: 'vision.view.foundations' },
] as const

const asOfPattern = /^\d{4}(-\d{2}(-\d{2})?)?$/

export default function VisionPage({ params }: PageProps) {
  const view = params['view']
  const { query } = usePlace()
  const asked = query.get('op') ?? ''
  const asOf = asOfPattern.test(asked) ? asked : ''
  const tree = useApi<VisionTree>(`/vision-tree${asOf ? `?asOf=${asOf}` : ''}`)
  if (!views.some(({ id }) => id === view)) return <NotFoundPage />
  return (
    <>
      <Head tree={tree.data} view={view} asOf={asOf} />
      {view === 'oorzaken' && <CausalView />}
      {view === 'dekking' && <CoverageView />}
      {(view === undefined || view === 'uitgangspunten') && <FromTree {...tree} view={view} asOf={asOf} />}
    </>
  )
}

function Head({ tree, view, asOf }: { tree: VisionTree | undefined; view: string | undefined; asOf: string }) {
  const { m, text, language } = useLanguage()
  const title = tree ? text(tree.vision.title) : m('vision.title')
  const dated = view === undefined || view === 'uitgangspunten'
  return (
    <>
      <PageHeader
        title={title}
        intro={tree && view === undefined && text(tree.vision.summary)}
        actions={dated && <AsOf key={`${asOf}${language}`} value={asOf} found={tree !== undefined} />}
      />
      {tree && <VisionFacts vision={tree.vision} />}
      <nav className="views" aria-label={m('vision.views')}>
        <ul>
          {views.map(({ id, to, key }) => (
            <li key={to}>
              <Link to={to} aria-current={id === view ? 'page' : undefined}>
                {m(key)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

interface FromTreeProps extends ReturnType<typeof useApi<VisionTree>> {
  view: string | undefined
  asOf: string
}

function FromTree({ data, error, reload, view, asOf }: FromTreeProps) {
  const { m, language } = useLanguage()
  const since = useSince()
  if (data) return view === undefined ? <GuidelinesView tree={data} /> : <FoundationsView tree={data} />
  if (error?.status === 404 && asOf && since && isBefore(asOf, since))
    return <Empty title={m('shared.beforeLedger', { date: formatDate(since, language) })} />
  return error ? <Failure problem={error} retry={reload} /> : <Loading skeleton="page" />
}
