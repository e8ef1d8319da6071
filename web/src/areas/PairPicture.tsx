// SPDX-License-Identifier: EUPL-1.2
// Each figure on a scale of its own: where two areas stand among all areas of the city.
import { useLanguage } from '../shared/language'
import { useShownValue, useTitleWithUnit } from '../shared/Provenance'
import { useWidth } from '../shared/useWidth'
import type { Area, Pair } from './areaRegister'
import { scaleOf } from './strip'

interface PictureProps {
  a: Area
  b: Area
  pairs: Pair[]
}

const narrowBelow = 640
const valueRoom = 250

export function PairPicture({ a, b, pairs }: PictureProps) {
  const { m, text } = useLanguage()
  const show = useShownValue()
  const titleWithUnit = useTitleWithUnit()
  const [holder, width] = useWidth<HTMLDivElement>()
  const narrow = width < narrowBelow
  const rowHeight = narrow ? 78 : 56
  const [left, right] = [4, narrow ? width - 4 : width - valueRoom - 16]
  const words = ({ indicator, a: first, b: second }: Pair) =>
    `${text(indicator.title)}: ${a.name} ${show(first, indicator.unit, indicator.decimals)}, ${b.name} ${show(second, indicator.unit, indicator.decimals)}`
  return (
    <div ref={holder}>
      <svg
        className="picture pair-picture"
        viewBox={`0 0 ${width} ${rowHeight * pairs.length}`}
        width={width}
        height={rowHeight * pairs.length}
        role="img"
        aria-label={pairs.map(words).join('. ')}
      >
        {pairs.map((pair, index) => {
          const { indicator, spread } = pair
          const scale = scaleOf([spread.lowest, spread.highest, pair.a, pair.b], left, right)!
          const top = rowHeight * index
          const y = top + 36
          const beside = ['%', 'EUR'].includes(indicator.unit) // other units are words, which stand in the title
          const value = (of: number) => show(of, beside ? indicator.unit : '', indicator.decimals)
          return (
            <g key={indicator.id}>
              <text className="strip-name" x="0" y={top + 18}>
                {beside ? text(indicator.title) : titleWithUnit(text(indicator.title), indicator.unit)}
              </text>
              <line className="strip-range" x1={scale.at(spread.lowest)} x2={scale.at(spread.highest)} y1={y} y2={y} />
              <line className="strip-median" x1={scale.at(spread.median)} x2={scale.at(spread.median)} y1={y - 8} y2={y + 8} />
              <Sign which="b" x={scale.at(pair.b)} y={y} />
              <Sign which="a" x={scale.at(pair.a)} y={y} />
              <g transform={narrow ? `translate(4 ${top + 64})` : `translate(${width - valueRoom} ${y + 5})`}>
                <Sign which="a" x={6} y={-5} />
                <text className="pair-value" x="20">
                  {value(pair.a)}
                </text>
                <Sign which="b" x={116} y={-5} />
                <text className="pair-value" x="130">
                  {value(pair.b)}
                </text>
              </g>
            </g>
          )
        })}
      </svg>
      <ul className="strip-legend">
        {([a, b] as const).map((area, index) => (
          <li key={area.id}>
            <svg viewBox="-8 -8 16 16" aria-hidden="true">
              <Sign which={index === 0 ? 'a' : 'b'} x={0} y={0} />
            </svg>
            {area.name}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 28 16" aria-hidden="true" className="wide">
            <line className="strip-range" x1="3" x2="25" y1="8" y2="8" />
          </svg>
          {m('areas.legendAll')}
        </li>
        <li>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <line className="strip-median" x1="8" x2="8" y1="1" y2="15" />
          </svg>
          {m('areas.legendMedian')}
        </li>
      </ul>
    </div>
  )
}

/** Two signs that differ in form, not only in colour. */
function Sign({ which, x, y }: { which: 'a' | 'b'; x: number; y: number }) {
  const path = which === 'a' ? 'M-7-6H7L0 7Z' : 'M-6-6H6V6H-6Z'
  return <path className={`pair-${which}`} d={path} transform={`translate(${x} ${y})`} />
}
