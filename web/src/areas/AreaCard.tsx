// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import type { Area, Indicator } from './areaRegister'
import { AreaNum } from './AreaTable'

/** The area that was pressed on the map. */
export function AreaCard({ area, indicator }: { area: Area; indicator: Indicator }) {
  const { m, text } = useLanguage()
  return (
    <div className="area-card" role="status">
      <div>
        <h3>{area.name}</h3>
        <p>
          {text(indicator.title)}: <AreaNum area={area} indicator={indicator} />
        </p>
      </div>
      <Link to={documentPath(area.level, area.id)} className="utrecht-button utrecht-button--primary-action">
        {m('areas.openProfile', { name: area.name })}
      </Link>
    </div>
  )
}
