// SPDX-License-Identifier: EUPL-1.2
// What bars, arrows and signs of the stairs mean.
import { useLanguage } from '../shared/language'
import { arrowPath, streams } from './stairs'

export function StairsLegend({ hatch }: { hatch: string }) {
  const { m } = useLanguage()
  return (
    <ul className="mark-legend stairs-legend">
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <rect className="stair-with" x="2" y="1" width="12" height="15" />
        </svg>
        {m('escalator.legend.moved')}
      </li>
      <li>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <rect className="stair-without" x="2" y="1" width="12" height="14" />
          <rect x="2" y="1" width="12" height="14" fill={`url(#${hatch}-without)`} />
        </svg>
        {m('escalator.legend.without')}
      </li>
      {streams.map((flow) => (
        <li key={flow}>
          <svg viewBox="0 0 16 16" aria-hidden="true" className={`stream stream-${flow}`}>
            <path className="stream-plan" d={arrowPath(8, 16, 0, 5)} />
          </svg>
          {m(`escalator.legend.${flow}`)}
        </li>
      ))}
      <li>
        <span aria-hidden="true">▲ ▼</span> {m('escalator.legend.difference')}
      </li>
      <li>
        <span aria-hidden="true">≈</span> {m('escalator.legend.chance')}
      </li>
    </ul>
  )
}
