// SPDX-License-Identifier: EUPL-1.2
// The city as a package of text files, now or as it was on a day.
import { useState, type FormEvent } from 'react'
import type { Problem, Schemas } from '../api/types'
import { send } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import { refusalOf } from './faults'
import { zipOf } from './zip'

function saveZip(name: string, files: Schemas['Package']['files']): void {
  const url = URL.createObjectURL(new Blob(zipOf(files), { type: 'application/zip' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

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
      saveZip(`stadspakket${day ? `-${day}` : ''}.zip`, data.files)
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
