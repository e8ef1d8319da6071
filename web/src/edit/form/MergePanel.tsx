// SPDX-License-Identifier: EUPL-1.2
// Somebody else saved first: shows both changes and makes one document of them, field by field.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage } from '../../shared/language'
import { wordsOf } from '../differences'
import { merge } from './merge'
import type { Conflict } from './useEditing'
import type { Body } from '../documentTypes'

interface MergePanelProps {
  conflict: Conflict
  onMerged: (merged: Body) => void
}

export function MergePanel({ conflict, onMerged }: MergePanelProps) {
  const { m, label } = useLanguage()
  const result = useMemo(() => merge(conflict.base, conflict.mine, conflict.theirs), [conflict])
  const [picks, setPicks] = useState<Record<string, 'mine' | 'theirs'>>({})
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const words = (value: unknown) => wordsOf(value, (each) => label('edit.values', each)) || m('edit.nothing')
  const open = result.conflicts.filter((name) => !picks[name]).length
  const finish = () => {
    const body = { ...result.merged }
    for (const name of result.conflicts) body[name] = picks[name] === 'theirs' ? conflict.theirs[name] : conflict.mine[name]
    onMerged(body)
  }
  return (
    <section className="merge card" aria-labelledby="samenvoegen" tabIndex={-1} ref={box}>
      <h2 id="samenvoegen">{m('edit.conflict')}</h2>
      <p>{m('edit.conflictText')}</p>
      {result.theirs.length > 0 && (
        <>
          <h3>{m('edit.onlyTheirs')}</h3>
          <dl className="differences">
            {result.theirs.map((name) => (
              <div key={name} className="difference">
                <dt>{label('edit.fields', name)}</dt>
                <dd>
                  <ins>{words(conflict.theirs[name])}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {result.conflicts.map((name) => (
        <fieldset key={name} className="merge-choice">
          <legend>{m('edit.bothChanged', { field: label('edit.fields', name) })}</legend>
          {(['mine', 'theirs'] as const).map((whose) => (
            <label key={whose}>
              <input
                type="radio"
                name={`keuze-${name}`}
                checked={picks[name] === whose}
                onChange={() => setPicks({ ...picks, [name]: whose })}
              />
              <span>
                <strong>{m(whose === 'mine' ? 'edit.mine' : 'edit.theirs')}</strong>{' '}
                <span className="merge-words">{words(conflict[whose][name])}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <p className="button-row">
        <button type="button" className="utrecht-button utrecht-button--primary-action" disabled={open > 0} onClick={finish}>
          {m('edit.takeTogether')}
        </button>
        {open > 0 && <span className="soft">{m('edit.stillToChoose', { count: open })}</span>}
      </p>
    </section>
  )
}
