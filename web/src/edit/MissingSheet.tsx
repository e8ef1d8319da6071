// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '../api/types'
import { useLanguage } from '../shared/language'
import { historyPath, Link } from '../shared/Link'
import { useSession } from '../shared/session'
import { Failure } from '../shared/States'

interface MissingSheetProps {
  kind: string
  id: string
  problem: Problem
  retry: () => void
}

/** Instead of a fact sheet that cannot be shown: who is logged in can look whether the document was withdrawn. */
export function MissingSheet({ kind, id, problem, retry }: MissingSheetProps) {
  const { m } = useLanguage()
  const { session } = useSession()
  return (
    <>
      <Failure problem={problem} retry={retry} />
      {problem.status === 404 && session.account && (
        <p>
          {m('edit.perhapsWithdrawn')} <Link to={historyPath(kind, id)}>{m('edit.seeHistory')}</Link>
        </p>
      )}
    </>
  )
}
