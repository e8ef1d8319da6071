// SPDX-License-Identifier: EUPL-1.2
// Where all public figures can be had by machines.
import { useLanguage } from '../shared/language'

const addresses = [
  { key: 'bundle', path: '/open-data/bundle' },
  { key: 'csv', path: '/observations?format=csv' },
  { key: 'json', path: '/observations' },
  { key: 'series', path: '/series' },
  { key: 'scores', path: '/scores' },
  { key: 'geojson', path: '/area-features?level=district' },
  { key: 'catalogue', path: '/open-data/catalogue' },
  { key: 'api', path: '/openapi.json' },
] as const

export function OpenData() {
  const { m } = useLanguage()
  return (
    <section className="report-part" aria-labelledby="open-data">
      <h2 id="open-data">{m('reports.openData')}</h2>
      <p>{m('reports.openDataText')}</p>
      <ul className="open-data">
        {addresses.map(({ key, path }) => (
          <li key={key}>
            <a href={`/api/v1${path}`}>{m(`reports.${key}`)}</a> <code>{`/api/v1${path}`}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
