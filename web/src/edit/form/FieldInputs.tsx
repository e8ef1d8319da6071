// SPDX-License-Identifier: EUPL-1.2
// The inputs of a form, made from the schema of the kind.
import { useLanguage } from '../../shared/language'
import { asText, isRecord, type Body, type Field } from '../documentTypes'
import { parentOf, pathOf, wordWithin, type Step } from '../fieldNames'
import { FaultLine, hintId, useFault } from './FaultLine'
import { useForm } from './FormContext'
import { ListInput } from './ListInput'
import { ReferenceInput } from './ReferenceInput'

interface InputProps {
  field: Field
  value: unknown
  at: Step[]
}

const hinted = ['date', 'period', 'year', 'euro', 'fte', 'id']

export function FieldInputs({ fields, body, at }: { fields: Field[]; body: Body; at: Step[] }) {
  return fields
    .filter(({ type }) => type !== 'geometry')
    .map((field) => <FieldInput key={field.name} field={field} value={body[field.name]} at={[...at, field.name]} />)
}

function FieldInput({ field, value, at }: InputProps) {
  const { label, m } = useLanguage()
  const title = wordWithin(label, 'edit.fields', parentOf(at), field.name)
  const optional = field.required ? '' : ` (${m('edit.optional')})`
  if (field.list || field.type === 'object' || field.type === 'text') {
    return (
      <fieldset className="edit-group" id={pathOf(at)} data-type={field.list ? 'list' : field.type} tabIndex={-1}>
        <legend>
          {title}
          <span className="soft">{optional}</span>
        </legend>
        {field.list ? (
          <ListInput field={field} value={value} at={at} title={title} />
        ) : (
          <ValueInput field={field} value={value} at={at} />
        )}
        <FaultLine path={pathOf(at)} />
      </fieldset>
    )
  }
  return (
    <div className="field edit-field" data-type={field.type}>
      <label htmlFor={pathOf(at)}>
        {title}
        <span className="soft">{optional}</span>
      </label>
      {hinted.includes(field.type) && (
        <p className="edit-hint" id={hintId(at)}>
          {label('edit.hint', field.type)}
        </p>
      )}
      <ValueInput field={field} value={value} at={at} />
      <FaultLine path={pathOf(at)} />
    </div>
  )
}

/** One value, without its label. */
export function ValueInput({ field, value, at }: InputProps) {
  const { locked } = useForm()
  switch (field.type) {
    case 'text':
      return <TextInput value={value} at={at} />
    case 'object':
      return <FieldInputs fields={field.fields ?? []} body={isRecord(value) ? value : {}} at={at} />
    case 'enumeration':
      return <ChoiceInput field={field} value={value} at={at} />
    case 'reference_id':
    case 'reference':
      return <ReferenceInput field={field} value={value} at={at} />
    case 'boolean':
      return <CheckInput value={value} at={at} />
    default:
      return <WordInput field={field} value={value} at={at} readOnly={locked.includes(pathOf(at))} />
  }
}

function WordInput({ field, value, at, readOnly }: InputProps & { readOnly: boolean }) {
  const { language } = useLanguage()
  const { change } = useForm()
  const numeric = ['integer', 'year', 'euro', 'fte', 'decimal'].includes(field.type)
  const shown = typeof value === 'number' ? String(value).replace('.', language === 'nl' ? ',' : '.') : String(value ?? '')
  const fault = useFault(pathOf(at))
  return (
    <input
      id={pathOf(at)}
      className={`utrecht-textbox utrecht-textbox--html-input${fault.invalid ? ' utrecht-textbox--invalid' : ''}`}
      type="text"
      inputMode={numeric ? 'decimal' : undefined}
      autoComplete="off"
      readOnly={readOnly}
      aria-required={field.required}
      aria-invalid={fault.invalid}
      aria-describedby={`${hinted.includes(field.type) ? hintId(at) : ''} ${fault.describedBy}`.trim() || undefined}
      value={shown}
      onChange={(event) => change(at, event.target.value)}
    />
  )
}

/** A text in each language, side by side. */
function TextInput({ value, at }: { value: unknown; at: Step[] }) {
  const { languages } = useForm()
  return (
    <div className="edit-languages">
      {languages.map((language) => (
        <LanguageInput key={language} language={language} value={asText(value)?.[language] ?? ''} at={[...at, language]} />
      ))}
    </div>
  )
}

function LanguageInput({ language, value, at }: { language: string; value: string; at: Step[] }) {
  const { label } = useLanguage()
  const { change } = useForm()
  const path = pathOf(at)
  const fault = useFault(path)
  return (
    <div className="edit-language">
      <label htmlFor={path}>{label('edit.language', language)}</label>
      <textarea
        id={path}
        lang={language}
        rows={1}
        className={`utrecht-textarea utrecht-textarea--html-textarea${fault.invalid ? ' utrecht-textarea--invalid' : ''}`}
        aria-invalid={fault.invalid}
        aria-describedby={fault.describedBy || undefined}
        value={value}
        onChange={(event) => change(at, event.target.value)}
      />
      <FaultLine path={path} />
    </div>
  )
}

function ChoiceInput({ field, value, at }: InputProps) {
  const { m, label } = useLanguage()
  const { change, locked } = useForm()
  const path = pathOf(at)
  const fault = useFault(path)
  if (locked.includes(path))
    return (
      <p id={path} className="edit-locked">
        {wordWithin(label, 'edit.values', field.name, String(value ?? ''))} <span className="soft">{m('edit.lockedState')}</span>
      </p>
    )
  return (
    <select
      id={path}
      className={`utrecht-select utrecht-select--html-select${fault.invalid ? ' utrecht-select--invalid' : ''}`}
      aria-required={field.required}
      aria-invalid={fault.invalid}
      aria-describedby={fault.describedBy || undefined}
      value={String(value ?? '')}
      onChange={(event) => change(at, event.target.value)}
    >
      <option value="">{m('edit.choose')}</option>
      {field.values?.map((each) => (
        <option key={each} value={each}>
          {wordWithin(label, 'edit.values', field.name, each)}
        </option>
      ))}
    </select>
  )
}

function CheckInput({ value, at }: { value: unknown; at: Step[] }) {
  const { change } = useForm()
  return <input id={pathOf(at)} type="checkbox" checked={value === true} onChange={(event) => change(at, event.target.checked)} />
}
