// SPDX-License-Identifier: EUPL-1.2
// The causal map with its loops, its switches and its table.
import { useMemo, useState } from 'react'
import type { CausalMap } from '../api/types'
import { useApi } from '../shared/api'
import { useDrawer } from '../shared/Drawer'
import { Figure, type FigureTable } from '../shared/Figure'
import { useLanguage } from '../shared/language'
import { Failure, Loading } from '../shared/States'
import { useTitles } from './arrowName'
import { nodeKey, type Arrow } from './causalLayout'
import { CausalPicture } from './CausalPicture'
import { InfluenceDetails } from './InfluenceDetails'
import { LoopList } from './LoopList'
import './causal.css'

export function CausalView() {
  const { data, error, reload } = useApi<CausalMap>('/causal-map')
  if (data) return <Causes map={data} />
  return error ? <Failure problem={error} retry={reload} /> : <Loading skeleton="picture" />
}

function Causes({ map }: { map: CausalMap }) {
  const { m } = useLanguage()
  const titles = useTitles(map)
  const openDrawer = useDrawer()
  const [withGuidelines, setWithGuidelines] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const loop = map.loops.find(({ name }) => name === chosen)
  const lit = useMemo(() => (loop ? new Set(loop.influences) : null), [loop])
  const open = (arrow: Arrow) =>
    openDrawer(
      m('vision.worksOn', { from: titles(arrow.from), to: titles(arrow.to) }),
      <InfluenceDetails influences={arrow.influences} titles={titles} />,
    )
  const controls = (
    <label className="check">
      <input type="checkbox" checked={withGuidelines} onChange={(event) => setWithGuidelines(event.target.checked)} />
      {m('vision.withGuidelines')}
    </label>
  )
  return (
    <>
      <div className="card causal-card">
        <Figure
          title={m('vision.causal')}
          lead={m('vision.causalLead')}
          controls={controls}
          table={useTable(map)}
          downloadName="oorzaken"
          picture={
            <>
              <CausalPicture map={map} withGuidelines={withGuidelines} lit={lit} onArrow={open} />
              <ArrowLegend />
            </>
          }
        />
      </div>
      <LoopList map={map} chosen={chosen} onChoose={setChosen} />
    </>
  )
}

function useTable(map: CausalMap): FigureTable {
  const { m } = useLanguage()
  const titles = useTitles(map)
  const columns = [
    { title: m('vision.from') },
    { title: m('vision.to') },
    { title: m('vision.signTitle') },
    { title: m('vision.strengthTitle') },
    { title: m('vision.lagTitle') },
    { title: m('vision.confidenceTitle') },
    { title: m('shared.statusTitle') },
  ]
  const rows = map.edges.map((edge) => [
    titles(nodeKey(edge.fromKind, edge.from)),
    titles(nodeKey('mechanism', edge.to)),
    m(`vision.sign.${edge.sign}`),
    m(`vision.strength.${edge.strength}`),
    m('vision.lag', { low: edge.lagYearsMin, high: edge.lagYearsMax }),
    m(`vision.confidence.${edge.confidence}`),
    m(`shared.status.${edge.status}`),
  ])
  const origins = map.edges.map(({ status, sources }) => ({ status, sources }))
  return { columns, rows, origins }
}

function ArrowLegend() {
  const { m } = useLanguage()
  const entries = [
    { key: 'positive', className: 'arrow-positive arrow-moderate arrow-sure-high' },
    { key: 'negative', className: 'arrow-negative arrow-moderate arrow-sure-high' },
    { key: 'strong', className: 'arrow-positive arrow-strong arrow-sure-high' },
    { key: 'weak', className: 'arrow-positive arrow-weak arrow-sure-high' },
    { key: 'unsure', className: 'arrow-positive arrow-moderate arrow-sure-low' },
  ] as const
  return (
    <ul className="arrow-legend">
      {entries.map(({ key, className }) => (
        <li key={key}>
          <svg viewBox="0 0 52 18" aria-hidden="true" className={`arrow ${className}`}>
            <path className="arrow-line" d="M2 9h40" markerEnd={`url(#head-${key === 'negative' ? 'negative' : 'positive'})`} />
            <circle className="arrow-badge" cx="20" cy="9" r="7" />
            <path className="arrow-sign" d={key === 'negative' ? 'M16 9h8' : 'M16 9h8M20 5v8'} />
          </svg>
          {m(`vision.legend.${key}`)}
        </li>
      ))}
    </ul>
  )
}
