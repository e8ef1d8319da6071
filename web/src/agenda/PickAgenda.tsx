// SPDX-License-Identifier: EUPL-1.2
// Which agenda stands on one side of a comparison.
import { useId } from 'react'

interface Props {
  title: string
  value: string
  agendas: { id: string; title: string }[]
  onPick: (id: string) => void
}

export function PickAgenda({ title, value, agendas, onPick }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={value}
        onChange={(event) => onPick(event.target.value)}
      >
        {agendas.map((agenda) => (
          <option key={agenda.id} value={agenda.id}>
            {agenda.title}
          </option>
        ))}
      </select>
    </div>
  )
}
