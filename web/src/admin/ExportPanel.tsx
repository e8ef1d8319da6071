// SPDX-License-Identifier: EUPL-1.2
// The city as a package of text files, now or as it was on a day.
import { useState, type FormEvent } from 'react'
import type { Problem, Schemas } from '../api/types'
import { send } from '../shared/api'
import { download } from '../shared/download'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import { refusalOf } from './faults'
import { zipOf } from './zip'

export function ExportPanel() {
  const { m } = useLanguage()
  const [day, setDay] = useState('')
  const [busy, setBusy] = useState(false)
  const [count, setCount] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    setCount(null)
    try {
      const { data } = await send<Schemas['Package']>('GET', `/exports${day ? `?asOf=${day}` : ''}`)
      download(`stadspakket${day ? `-${day}` : ''}.zip`, await zipOf(data.files))
      setCount(data.files.length)
    } catch (error) {
      setProblem(refusalOf(error).problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="door-form" onSubmit={(event) => void take(event)} aria-label={m('admin.export')}>
      <p>{m('admin.exportText')}</p>
      {problem && <Failure problem={problem} />}
      {count !== null && (
        <p className="notice" role="status">
          {m('admin.exported', { count })}
        </p>
      )}
      <div className="field">
        <label htmlFor="export-dag">{m('admin.exportDay')}</label>
        <input
          id="export-dag"
          type="date"
          className="utrecht-textbox utrecht-textbox--html-input"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <button type="submit" className="utrecht-button utrecht-button--primary-action" disabled={busy}>
        {m('admin.download')}
      </button>
    </form>
  )
}
