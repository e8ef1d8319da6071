// SPDX-License-Identifier: EUPL-1.2
import type { Status, Text } from '../api/types'
import { LocalText } from './language'
import { documentPath, Link } from './Link'
import { IllustrativeMark } from './Provenance'

interface DocumentTitleProps {
  kind: string
  of: { id: string; title: Text; status: Status }
}

/** The title of a document in a register: the way to it, with a mark when it was made up. */
export function DocumentTitle({ kind, of: { id, title, status } }: DocumentTitleProps) {
  return (
    <>
      <Link to={documentPath(kind, id)}>
        <LocalText of={title} />
      </Link>
      {status === 'illustrative' && (
        <>
          {' '}
          <IllustrativeMark />
        </>
      )}
    </>
  )
}
