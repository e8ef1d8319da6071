// SPDX-License-Identifier: EUPL-1.2
// Picks another document by typing part of its name.
import { useId, useState, type KeyboardEvent } from 'react'
import type { Text } from '../../api/types'
import { useLanguage } from '../../shared/language'
import { splitReference, type Field } from '../documentTypes'
import { pathOf, type Step } from '../fieldNames'
import { useFault } from './FaultLine'
import { useForm } from './FormContext'
import { useOptions, type Option } from './useOptions'

interface ReferenceProps {
  field: Field
  value: unknown
  at: Step[]
}

const keyOf = (field: Field, option: Option) => (field.type === 'reference' ? `${option.kind}/${option.id}` : option.id)

export function ReferenceInput({ field, value, at }: ReferenceProps) {
  const { m, text, label } = useLanguage()
  const { change, titleOf } = useForm()
  const list = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [picked, setPicked] = useState<{ key: string; title: Text } | null>(null)
  const options = useOptions(field, typed)
  const fault = useFault(pathOf(at))
  const current = String(value ?? '')
  const open = typed !== null
  const titleOfCurrent = () => {
    if (!current) return ''
    if (picked?.key === current) return text(picked.title)
    const { kind, id } = field.type === 'reference' ? splitReference(current) : { kind: field.of ?? '', id: current }
    return text(titleOf(kind, id)) || current
  }
  const choose = (option: Option | undefined) => {
    if (option) {
      const key = keyOf(field, option)
      setPicked({ key, title: option.title })
      change(at, key)
    }
    setTyped(null)
  }
  const leave = () => {
    if (typed === '') change(at, '')
    setTyped(null)
  }
  const press = (event: KeyboardEvent) => {
    const last = options.length - 1
    if (event.key === 'ArrowDown') setActive(open ? Math.min(active + 1, last) : 0)
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && open) choose(options[active])
    else if (event.key === 'Escape' && open) setTyped(null)
    else return
    if (event.key.startsWith('Arrow') && !open) setTyped('')
    event.preventDefault()
  }
  const optionId = (index: number) => `${list}-${index}`
  return (
    <div className="edit-reference">
      <input
        id={pathOf(at)}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        className={`utrecht-textbox utrecht-textbox--html-input${fault.invalid ? ' utrecht-textbox--invalid' : ''}`}
        aria-activedescendant={open && options[active] ? optionId(active) : undefined}
        aria-invalid={fault.invalid}
        aria-label={at.length > 1 && typeof at.at(-1) === 'number' ? label('edit.fields', String(at.at(-2))) : undefined}
        aria-describedby={fault.describedBy || undefined}
        placeholder={m('edit.searchFor', { kind: field.of ? label('edit.kind', field.of).toLowerCase() : m('edit.anything') })}
        value={typed ?? titleOfCurrent()}
        onBlur={leave}
        onKeyDown={press}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
      />
      <ul id={list} role="listbox" aria-label={m('edit.options')} hidden={!open || options.length === 0}>
        {options.map((option, index) => (
          <li
            key={keyOf(field, option)}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault()
              choose(option)
            }}
          >
            {text(option.title)}
            {field.type === 'reference' && <span className="soft"> · {label('edit.kind', option.kind)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
