// SPDX-License-Identifier: EUPL-1.2
// Puts a city package in: first a check that changes nothing, then for real.
import { useCallback, useState, type ChangeEvent } from 'react'
import type { Problem, Schemas } from '../api/types'
import { send } from '../shared/api'
import { useLanguage } from '../shared/language'
import { Failure } from '../shared/States'
import { refusalOf } from './faults'
import { ImportResult } from './ImportResult'
import { readPackage } from './packageFiles'
import { hasEnded, useJob } from './useJob'

type Job = Schemas['Job']
type Files = { name: string; text: string }[]

export function ImportPanel() {
  const { m } = useLanguage()
  const [files, setFiles] = useState<Files>([])
  const [started, setStarted] = useState<Job | null>(null)
  const [applying, setApplying] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const job = useJob(started)
  const busy = job !== null && !hasEnded(job)
  const start = useCallback(async (chosen: Files, apply: boolean) => {
    setProblem(null)
    setApplying(apply)
    try {
      setStarted((await send<Job>('POST', '/imports', { apply, files: chosen })).data)
    } catch (error) {
      setProblem(refusalOf(error).problem)
    }
  }, [])
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = await readPackage(event.target.files ?? [])
    event.target.value = ''
    setFiles(chosen)
    setStarted(null)
    if (chosen.length > 0) await start(chosen, false)
  }
  return (
    <>
      <p>{m('admin.importText')}</p>
      <div className="import-choose">
        <FilePicker id="pakket-map" title={m('admin.chooseFolder')} folder disabled={busy} onChoose={choose} />
        <FilePicker id="pakket-bestanden" title={m('admin.chooseFiles')} disabled={busy} onChoose={choose} />
      </div>
      {files.length > 0 && (
        <p role="status" className="soft">
          {m('admin.filesChosen', { count: files.length })}
        </p>
      )}
      {problem && <Failure problem={problem} />}
      {job && busy && <Progress job={job} applying={applying} onCancel={() => void send('DELETE', `/jobs/${job.id}`)} />}
      {job && !busy && <ImportResult job={job} applied={applying} onApply={() => void start(files, true)} />}
    </>
  )
}

interface PickerProps {
  id: string
  title: string
  folder?: boolean
  disabled: boolean
  onChoose: (event: ChangeEvent<HTMLInputElement>) => Promise<void>
}

function FilePicker({ id, title, folder, disabled, onChoose }: PickerProps) {
  return (
    <div className="file-picker">
      <input
        id={id}
        type="file"
        multiple
        disabled={disabled}
        className="visually-hidden"
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => void onChoose(event)}
      />
      <label htmlFor={id} className="utrecht-button utrecht-button--secondary-action">
        {title}
      </label>
    </div>
  )
}

function Progress({ job, applying, onCancel }: { job: Job; applying: boolean; onCancel: () => void }) {
  const { m } = useLanguage()
  const percent = job.total > 0 ? Math.round((job.done / job.total) * 100) : 0
  return (
    <div className="card import-progress">
      <p id="voortgang">
        {m(applying ? 'admin.importing' : 'admin.checking')} <strong>{percent}%</strong>
      </p>
      <progress aria-labelledby="voortgang" max={job.total || 1} value={job.done} />
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onCancel}>
        {m('admin.cancel')}
      </button>
    </div>
  )
}
