// SPDX-License-Identifier: EUPL-1.2
// A number that may be empty, with its explanation and what is wrong with it.
import { useState, type ReactNode } from 'react'

interface NumberInputProps {
  id: string
  title: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  hint?: string | undefined
  min?: number
  max?: number
  step?: number
  required?: boolean
  fault?: ReactNode
}

export function NumberInput({ id, title, value, onChange, hint, min, max, step = 1, required, fault }: NumberInputProps) {
  // What is being typed may be no number yet: it stays on the screen as it was typed.
  const [typed, setTyped] = useState<string | null>(null)
  const describedBy = [hint && `${id}-uitleg`, fault && `${id}-fout`].filter(Boolean).join(' ')
  const type = (text: string) => {
    setTyped(text)
    const read = Number(text)
    onChange(text.trim() === '' || Number.isNaN(read) ? undefined : read)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        type="number"
        className={`utrecht-textbox utrecht-textbox--html-input${fault ? ' utrecht-textbox--invalid' : ''}`}
        value={typed ?? value ?? ''}
        min={min}
        max={max}
        step={step}
        required={required}
        aria-invalid={Boolean(fault)}
        aria-describedby={describedBy || undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {hint && (
        <p id={`${id}-uitleg`} className="field-hint">
          {hint}
        </p>
      )}
      {fault}
    </div>
  )
}
