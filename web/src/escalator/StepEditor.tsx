// SPDX-License-Identifier: EUPL-1.2
// The fields of one step; which they are follows from what it does.
import { useId, type ReactNode } from 'react'
import { useLanguage } from '../shared/language'
import { useCard } from './CardContext'
import { NumberInput } from './NumberInput'
import { StepFaults } from './StepFaults'
import type { StepFault } from './stepFaults'
import {
  areaCode,
  asForm,
  educations,
  fieldsOf,
  homeTypes,
  stepForms,
  stepRules,
  tenures,
  type Step,
  type StepField,
} from './stepRules'

interface EditorProps {
  step: Step
  faults: StepFault[]
  /** `what` names the field, so that letters typed in one are undone together. */
  onChange: (what: string, step: Step) => void
}

const choices: Partial<Record<StepField, readonly string[]>> = {
  type: homeTypes,
  tenure: tenures,
  becomes: tenures,
  education: educations,
}
const words: Partial<Record<StepField, 'homesTitle' | 'tenure' | 'education'>> = {
  type: 'homesTitle',
  tenure: 'tenure',
  becomes: 'tenure',
  education: 'education',
}

export function StepEditor({ step, faults, onChange }: EditorProps) {
  const { m, label } = useLanguage()
  const id = useId()
  const put = (field: string, value: unknown) => {
    const next: Record<string, unknown> = { ...step, [field]: value }
    if (value === undefined || value === '') delete next[field]
    onChange(field, next as Step)
  }
  const shared = { id, step, faults, put }
  return (
    <div className="step-fields">
      <Choice
        {...shared}
        field="form"
        options={stepForms.map((form) => ({ value: form, title: m(`escalator.form.${form}`) }))}
        onChange={(form) => onChange('form', asForm(step, form as Step['form']))}
      />
      <AreaChoice {...shared} />
      {fieldsOf(step.form).map((field) => {
        const options = choices[field]
        if (field === 'firstFor') return <FirstFor key={field} {...shared} />
        if (!options) return <NumberField key={field} {...shared} field={field} />
        const named = options.map((value) => ({ value, title: label(`escalator.${words[field]!}`, value) }))
        const empty = stepRules[step.form][field] === 'may' ? label('escalator.notChosen', `${step.form}.${field}`) : undefined
        return <Choice key={field} {...shared} field={field} options={named} empty={empty} />
      })}
      <NumberField {...shared} field="from" />
      <NumberField {...shared} field="until" />
    </div>
  )
}

interface FieldProps {
  id: string
  step: Step
  faults: StepFault[]
  put: (field: string, value: unknown) => void
}

function useFault(id: string, faults: StepFault[], field: string): ReactNode {
  const here = faults.filter((fault) => fault.field === field)
  return here.length > 0 ? <StepFaults faults={here} id={`${id}-${field}-fout`} /> : null
}

interface ChoiceProps extends FieldProps {
  field: keyof Step
  options: { value: string; title: string }[]
  /** What it is when nothing is chosen; absent where something must be. */
  empty?: string | undefined
  onChange?: (value: string) => void
}

function Choice({ id, step, faults, put, field, options, empty, onChange }: ChoiceProps) {
  const { label } = useLanguage()
  const fault = useFault(id, faults, field)
  const value = String(step[field] ?? '')
  return (
    <div className="field">
      <label htmlFor={`${id}-${field}`}>{label('escalator.field', field)}</label>
      <select
        id={`${id}-${field}`}
        className={`utrecht-select utrecht-select--html-select${fault ? ' utrecht-select--invalid' : ''}`}
        value={value}
        aria-invalid={Boolean(fault)}
        aria-describedby={fault ? `${id}-${field}-fout` : undefined}
        onChange={(event) => (onChange ?? ((chosen: string) => put(field, chosen)))(event.target.value)}
      >
        {(empty !== undefined || value === '') && <option value="">{empty ?? '…'}</option>}
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.title}
          </option>
        ))}
      </select>
      {fault}
    </div>
  )
}

function AreaChoice({ id, step, faults, put }: FieldProps) {
  const { m, label } = useLanguage()
  const { areas } = useCard()
  const fault = useFault(id, faults, 'area')
  const districts = areas.filter(({ level }) => level === 'district')
  const known = areas.some(({ area }) => area === areaCode(step))
  return (
    <div className="field">
      <label htmlFor={`${id}-area`}>{label('escalator.field', 'area')}</label>
      <select
        id={`${id}-area`}
        className="utrecht-select utrecht-select--html-select"
        value={step.area}
        aria-invalid={Boolean(fault)}
        aria-describedby={`${id}-area-uitleg`}
        onChange={(event) => put('area', event.target.value)}
      >
        {!known && <option value={step.area}>{areaCode(step)}</option>}
        {districts.map((district) => (
          <optgroup key={district.area} label={district.name}>
            <option value={`district/${district.area}`}>{m('escalator.wholeDistrict', { district: district.name })}</option>
            {areas
              .filter((each) => each.level === 'neighbourhood' && each.district === district.area)
              .map(({ area, name }) => (
                <option key={area} value={`neighbourhood/${area}`}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <p className="field-hint" id={`${id}-area-uitleg`}>
        {m('escalator.areaHint')}
      </p>
      {fault}
    </div>
  )
}

function FirstFor(props: FieldProps) {
  const { m } = useLanguage()
  const { areas } = useCard()
  const districts = areas.filter(({ level }) => level === 'district')
  const options = districts.map(({ area, name }) => ({ value: area, title: m('escalator.residentsOf', { district: name }) }))
  return <Choice {...props} field="firstFor" options={options} empty={m('escalator.nobodyFirst')} />
}

const ranges: Record<string, { min: number; max: number; step?: number }> = {
  number: { min: 1, max: 1_000_000 },
  rooms: { min: 1, max: 12 },
  price: { min: 1, max: 10_000_000 },
  amount: { min: -5, max: 5, step: 0.1 },
  from: { min: 2000, max: 2100 },
  until: { min: 2000, max: 2100 },
}

function NumberField({ id, step, faults, put, field }: FieldProps & { field: StepField | 'from' | 'until' }) {
  const { m, label } = useLanguage()
  const fault = useFault(id, faults, field)
  const rented = field === 'price' && step.tenure !== 'owner'
  const hint =
    field === 'amount'
      ? m(`escalator.amountHint.${step.form as 'access'}`)
      : field === 'until'
        ? m('escalator.untilHint')
        : field === 'rooms' || field === 'price'
          ? m('escalator.emptyHint')
          : undefined
  return (
    <NumberInput
      id={`${id}-${field}`}
      title={label('escalator.field', rented ? 'rent' : field === 'number' && step.form === 'jobs' ? 'jobs' : field)}
      value={step[field] as number | undefined}
      {...ranges[field]}
      hint={hint}
      onChange={(value) => put(field, value ?? (field === 'from' ? step.from : undefined))}
      fault={fault}
    />
  )
}
