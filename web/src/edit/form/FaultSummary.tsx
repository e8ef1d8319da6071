// SPDX-License-Identifier: EUPL-1.2
// All faults of a form together, each a way to its field.
import { useEffect, useRef } from 'react'
import { useLanguage } from '../../shared/language'
import { TechnicalNote } from '../../shared/TechnicalNote'
import { describePath } from '../fieldNames'
import type { FormFault } from './body'
import { useFaultWords } from './FaultLine'

/** The field of a path, or the nearest group around it. */
function goTo(path: string): void {
  for (let near = path; near; near = near.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
    const element = document.getElementById(near)
    if (element) return element.focus()
  }
}

export function FaultSummary({ faults }: { faults: FormFault[] }) {
  const { m, label } = useLanguage()
  const words = useFaultWords()
  const box = useRef<HTMLDivElement>(null)
  const count = faults.length
  const before = useRef(0)
  useEffect(() => {
    if (count > 0 && before.current === 0) box.current?.focus()
    before.current = count
  }, [count])
  if (count === 0) return null
  return (
    <div className="failure edit-faults" role="alert" tabIndex={-1} ref={box}>
      <p className="failure-title">{m('edit.faults', { count })}</p>
      <ul>
        {faults.map((fault, index) => (
          <li key={index}>
            <button type="button" className="quiet-button" onClick={() => goTo(fault.path)}>
              {describePath(fault.path, label) || m('edit.whole')}
            </button>
            <span>: {words(fault)}</span>
            {fault.expected && <TechnicalNote>{`Expected: ${fault.expected}`}</TechnicalNote>}
          </li>
        ))}
      </ul>
    </div>
  )
}
