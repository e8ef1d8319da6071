// SPDX-License-Identifier: EUPL-1.2
// A labelled text field with its explanation and its fault.
import { useState, type InputHTMLAttributes, type ReactNode } from 'react'
import { useLanguage } from '../shared/language'

interface FormFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  id: string
  title: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  fault?: string
}

export function FormField({ id, title, value, onChange, hint, fault, ...rest }: FormFieldProps) {
  const describedBy = [hint ? `${id}-uitleg` : '', fault ? `${id}-fout` : ''].filter(Boolean).join(' ')
  return (
    <div className="field form-field">
      <label htmlFor={id}>{title}</label>
      {hint && (
        <p id={`${id}-uitleg`} className="form-hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        className={`utrecht-textbox utrecht-textbox--html-input${fault ? ' utrecht-textbox--invalid' : ''}`}
        value={value}
        aria-invalid={Boolean(fault)}
        aria-describedby={describedBy || undefined}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {fault && (
        <p id={`${id}-fout`} className="form-fault">
          <FaultSign /> {fault}
        </p>
      )}
    </div>
  )
}

function FaultSign() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2v7.5M8 12.6v1.4" />
    </svg>
  )
}

/** A password that can be made visible. */
export function PasswordField(props: Omit<FormFieldProps, 'type'>) {
  const { m } = useLanguage()
  const [visible, setVisible] = useState(false)
  return (
    <div className="password-field">
      <FormField {...props} type={visible ? 'text' : 'password'} />
      <label className="check">
        <input type="checkbox" checked={visible} onChange={(event) => setVisible(event.target.checked)} />{' '}
        {m('admin.showPassword')}
      </label>
    </div>
  )
}
