// SPDX-License-Identifier: EUPL-1.2
// The fields of the small forms beside signals and notes: a label, and what is wrong right under it.
import { useEffect, useRef, type ReactNode } from 'react'
import { useLanguage } from '../shared/language'
import { personalIn, type Personal } from './words'

interface FieldProps {
  id: string
  title: string
  hint?: string | undefined
  fault?: string | undefined
  children: (described: { 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode
}

export function Field({ id, title, hint, fault, children }: FieldProps) {
  const described = [hint && `${id}-uitleg`, fault && `${id}-fout`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {hint && (
        <p className="edit-hint" id={`${id}-uitleg`}>
          {hint}
        </p>
      )}
      {children({ 'aria-invalid': Boolean(fault), 'aria-describedby': described || undefined })}
      {fault && (
        <p className="edit-fault" id={`${id}-fout`} role="alert">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 2v7.5M8 12.6v1.4" />
          </svg>
          <span>{fault}</span>
        </p>
      )}
    </div>
  )
}

interface LineProps {
  id: string
  title: string
  value: string
  onChange: (value: string) => void
  hint?: string
  fault?: string | undefined
  type?: 'text' | 'date' | 'month'
}

export function Line({ id, title, value, onChange, hint, fault, type = 'text' }: LineProps) {
  return (
    <Field id={id} title={title} hint={hint} fault={fault}>
      {(described) => (
        <input
          id={id}
          type={type}
          className={`utrecht-textbox utrecht-textbox--html-input${fault ? ' utrecht-textbox--invalid' : ''}`}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...described}
        />
      )}
    </Field>
  )
}

interface WordsProps extends Omit<LineProps, 'type'> {
  /** What the server saw in it that does not belong there; the reader is brought to that place. */
  personal?: Personal | null | undefined
}

export function Words({ id, title, value, onChange, hint, fault, personal }: WordsProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!personal) return
    const start = [...value].slice(0, personal.character - 1).join('').length
    area.current?.focus()
    area.current?.setSelectionRange(start, value.length)
    // Only when something new was found, not at every letter that is typed after it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [personal])
  return (
    <Field id={id} title={title} hint={hint} fault={fault}>
      {(described) => (
        <textarea
          id={id}
          ref={area}
          rows={3}
          className={`utrecht-textarea utrecht-textarea--html-textarea${fault ? ' utrecht-textarea--invalid' : ''}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...described}
        />
      )}
    </Field>
  )
}

interface ServerFault {
  rule: string
  path: string
  found?: string
}

/** The fault of a field among those of the server, in words, with the place where it names a person. */
export function useFieldFaults(faults: ServerFault[]): (field: string) => { words?: string; personal?: Personal } {
  const { m, label } = useLanguage()
  return (field) => {
    const fault = faults.find(({ path }) => path === field || path.endsWith(`.${field}`))
    if (!fault) return {}
    const personal = personalIn(fault.found ?? '')
    if (!personal) return { words: label('shared.fault', fault.rule) }
    const kind = label('signals.personal', personal.kind)
    return { words: m('signals.personalAt', { kind, character: personal.character }), personal }
  }
}
