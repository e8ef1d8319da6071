// SPDX-License-Identifier: EUPL-1.2
// The figures and people of an effort; every number can be asked where it comes from.
import { asNumber, asString, asText, citationsOf, recordsOf, titleIn, type Document } from '../edit/documentTypes'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { formatPeriod } from '../shared/format'
import { Num } from '../shared/Provenance'
import { Part } from './EffortPage'

export function EffortFigures({ document }: { document: Document }) {
  const { m, text, language } = useLanguage()
  const figures = recordsOf(document.body['figures'])
  if (figures.length === 0) return null
  return (
    <Part id="cijfers" title={m('edit.fields.figures')}>
      <ul className="effort-figures">
        {figures.map((figure, index) => {
          const value = asNumber(figure['value'])
          const decimals = String(value ?? '').split('.')[1]?.length ?? 0
          const period = asString(figure['period']) ?? ''
          return (
            <li key={index}>
              <span className="effort-figure">
                <Num
                  value={value}
                  unit={asString(figure['unit'])}
                  decimals={decimals}
                  provenance={{
                    title: text(asText(figure['label'])),
                    period,
                    status: asString(figure['status']) ?? 'source',
                    sources: citationsOf(figure['sources'], document.sources),
                    subject: { kind: document.kind, id: document.id },
                  }}
                />
              </span>
              <span>
                <LocalText of={asText(figure['label'])} /> <span className="soft">({formatPeriod(period, language)})</span>
              </span>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}

export function Staffing({ document }: { document: Document }) {
  const { m, text } = useLanguage()
  const rows = recordsOf(document.body['staffing'])
  if (rows.length === 0) return null
  return (
    <Part id="mensen" title={m('edit.fields.staffing')}>
      <ul className="effort-staffing">
        {rows.map((row, index) => {
          const team = String(row['team'])
          const title = titleIn(document.relations, 'team', team) ?? { nl: team }
          return (
            <li key={index}>
              <Num
                value={asNumber(row['fte'])}
                unit="fte"
                decimals={1}
                provenance={{
                  title: text(title),
                  period: asString(row['year']),
                  status: asString(row['status']) ?? 'source',
                  sources: citationsOf(row['sources'], document.sources),
                  subject: { kind: document.kind, id: document.id },
                }}
              />{' '}
              <Link to={documentPath('team', team)}>
                <LocalText of={title} />
              </Link>{' '}
              <span className="soft">({asString(row['year'])})</span>
            </li>
          )
        })}
      </ul>
    </Part>
  )
}
