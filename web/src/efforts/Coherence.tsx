// SPDX-License-Identifier: EUPL-1.2
// How an effort hangs together with others: what it needs, supports, overlaps and clashes with.
import { asText, recordsOf, splitReference, titleIn, type Body, type Document } from '../edit/documentTypes'
import { LocalText, useLanguage } from '../shared/language'
import { documentPath, Link } from '../shared/Link'
import { Part } from './EffortPage'

const natures = ['conflicts', 'needs', 'overlaps', 'supports', 'part_of']
const signs: Record<string, string> = {
  conflicts: 'M9 1L3 9h4l-1 6 7-9H9z',
  needs: 'M2 8h11M9 3.5L13.5 8 9 12.5',
  overlaps: 'M6 3.2a4.8 4.8 0 1 0 0 9.6M10 3.2a4.8 4.8 0 1 1 0 9.6M6 3.2a4.8 4.8 0 0 1 0 9.6M10 3.2a4.8 4.8 0 0 0 0 9.6',
  supports: 'M8 2.5v11M2.5 8h11',
  part_of: 'M2.5 2.5h11v11h-11zM8 8h5.5v5.5H8z',
}

export function Coherence({ document }: { document: Document }) {
  const { m, label } = useLanguage()
  const links = recordsOf(document.body['links'])
  const incoming = document.relations.filter(
    ({ direction, kind, field }) => direction === 'from' && kind === 'effort' && field.startsWith('links'),
  )
  if (links.length + incoming.length === 0) return null
  const groups = natures
    .map((nature) => ({ nature, own: links.filter((link) => link['nature'] === nature) }))
    .filter(({ own }) => own.length > 0)
  return (
    <Part id="samenhang" title={m('edit.fields.links')}>
      <ul className="coherence">
        {groups.map(({ nature, own }) => (
          <li key={nature} data-nature={nature}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d={signs[nature]} />
            </svg>
            <div>
              <h3>{label('edit.values', nature)}</h3>
              <ul>
                {own.map((link) => (
                  <Tie key={String(link['to'])} link={link} document={document} />
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
      {incoming.length > 0 && (
        <>
          <h3 className="coherence-in">{m('efforts.namedBy')}</h3>
          <ul className="coherence-names">
            {incoming.map(({ kind, id, title, field }) => (
              <li key={`${id} ${field}`}>
                <Link to={documentPath(kind, id)}>
                  <LocalText of={title} />
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  )
}

function Tie({ link, document }: { link: Body; document: Document }) {
  const { kind, id } = splitReference(String(link['to']))
  const note = asText(link['note'])
  return (
    <li>
      <Link to={documentPath(kind, id)}>
        <LocalText of={titleIn(document.relations, kind, id) ?? { nl: id }} />
      </Link>
      {note && (
        <p className="soft">
          <LocalText of={note} />
        </p>
      )}
    </li>
  )
}
