// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { setQuery, usePlace } from '../shared/router'

/** After a change: says that it is saved and offers the way back. The address holds the revision before it. */
export function SavedNotice({ onUndo }: { onUndo: (revision: number) => void }) {
  const { m } = useLanguage()
  const { query } = usePlace()
  const before = query.get('bewaard')
  if (before === null) return null
  const revision = Number(before)
  return (
    <div className="notice" role="status">
      <p>{m('edit.saved')}</p>
      {revision > 0 && (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => onUndo(revision)}>
          {m('edit.undo')}
        </button>
      )}
      <button type="button" className="quiet-button" onClick={() => setQuery({ bewaard: null })}>
        {m('shared.close')}
      </button>
    </div>
  )
}
