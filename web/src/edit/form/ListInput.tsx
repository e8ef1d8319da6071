// SPDX-License-Identifier: EUPL-1.2
// A list whose members can be added, taken out and moved.
import { useRef } from 'react'
import { useLanguage } from '../../shared/language'
import { listOf, type Field } from '../documentTypes'
import { pathOf, type Step } from '../fieldNames'
import { emptyValue, moved } from './body'
import { FaultLine } from './FaultLine'
import { ValueInput } from './FieldInputs'
import { useForm } from './FormContext'

interface ListProps {
  field: Field
  value: unknown
  at: Step[]
  title: string
}

export function ListInput({ field, value, at, title }: ListProps) {
  const { m } = useLanguage()
  const { change } = useForm()
  const holder = useRef<HTMLOListElement>(null)
  const members = listOf(value)
  const add = () => {
    change(at, [...members, emptyValue(field)])
    requestAnimationFrame(() => holder.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea, select')?.focus())
  }
  return (
    <>
      <ol className="edit-list" ref={holder}>
        {members.map((member, index) => (
          <li key={index} data-type={field.type} aria-label={m('edit.member', { title, number: index + 1 })}>
            <div className="edit-member" id={field.type === 'object' ? pathOf([...at, index]) : undefined} tabIndex={-1}>
              <ValueInput field={{ ...field, list: false }} value={member} at={[...at, index]} />
              {field.type !== 'text' && <FaultLine path={pathOf([...at, index])} />}
            </div>
            <MemberTools index={index} count={members.length} title={title} onChange={(next) => change(at, next)} members={members} />
          </li>
        ))}
      </ol>
      <button type="button" className="utrecht-button utrecht-button--secondary-action edit-add" onClick={add}>
        {m('edit.add', { title: title.toLowerCase() })}
      </button>
    </>
  )
}

interface ToolsProps {
  index: number
  count: number
  title: string
  members: unknown[]
  onChange: (members: unknown[]) => void
}

function MemberTools({ index, count, title, members, onChange }: ToolsProps) {
  const { m } = useLanguage()
  const name = { title: title.toLowerCase(), number: index + 1 }
  return (
    <div className="edit-member-tools">
      <ToolButton path="M8 13V3M4 7l4-4 4 4" title={m('edit.moveUp', name)} disabled={index === 0} onPress={() => onChange(moved(members, index, index - 1))} />
      <ToolButton path="M8 3v10M4 9l4 4 4-4" title={m('edit.moveDown', name)} disabled={index === count - 1} onPress={() => onChange(moved(members, index, index + 1))} />
      <ToolButton path="M4 4l8 8M12 4l-8 8" title={m('edit.remove', name)} onPress={() => onChange(members.filter((_, each) => each !== index))} />
    </div>
  )
}

function ToolButton({ path, title, disabled, onPress }: { path: string; title: string; disabled?: boolean; onPress: () => void }) {
  return (
    <button type="button" className="edit-tool" aria-label={title} title={title} disabled={disabled} onClick={onPress}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
    </button>
  )
}
