// SPDX-License-Identifier: EUPL-1.2
// A list whose members can be added, taken out and moved.
import { useRef, useState } from 'react'
import { useLanguage } from '../../shared/language'
import { listOf, type Field } from '../documentTypes'
import { pathOf, type Step } from '../fieldNames'
import { emptyValue, isEmpty, moved } from './body'
import { FaultLine } from './FaultLine'
import { ValueInput } from './FieldInputs'
import { useForm } from './FormContext'
import { summaryOf } from './summary'

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
            <Member field={field} member={member} at={[...at, index]} name={m('edit.member', { title, number: index + 1 })} />
            <MemberTools
              index={index}
              count={members.length}
              title={title}
              onChange={(next) => change(at, next)}
              members={members}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="utrecht-button utrecht-button--secondary-action edit-add" onClick={add}>
        {m('edit.add', { title: title.toLowerCase() })}
      </button>
    </>
  )
}

interface MemberProps {
  field: Field
  member: unknown
  at: Step[]
  name: string
}

/** A member of one value stands open; one of many fields folds into a line, unless it is new or at fault. */
function Member({ field, member, at, name }: MemberProps) {
  const { faults, titleOf } = useForm()
  const { text, label } = useLanguage()
  const path = pathOf(at)
  const [isNew] = useState(() => isEmpty(member))
  const input = <ValueInput field={{ ...field, list: false }} value={member} at={at} />
  if (field.type !== 'object') {
    return (
      <div className="edit-member">
        {input}
        {field.type !== 'text' && <FaultLine path={path} />}
      </div>
    )
  }
  const atFault = faults.some((fault) => fault.path.startsWith(path))
  const words = summaryOf(field.fields ?? [], member, { text, label, titleOf })
  return (
    <details className="edit-fold" open={isNew || atFault || undefined}>
      <summary>
        <span className="visually-hidden">{name}: </span>
        {words || name}
      </summary>
      <div className="edit-member" id={path} tabIndex={-1}>
        {input}
        <FaultLine path={path} />
      </div>
    </details>
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
      <ToolButton
        path="M8 13V3M4 7l4-4 4 4"
        title={m('edit.moveUp', name)}
        disabled={index === 0}
        onPress={() => onChange(moved(members, index, index - 1))}
      />
      <ToolButton
        path="M8 3v10M4 9l4 4 4-4"
        title={m('edit.moveDown', name)}
        disabled={index === count - 1}
        onPress={() => onChange(moved(members, index, index + 1))}
      />
      <ToolButton
        path="M4 4l8 8M12 4l-8 8"
        title={m('edit.remove', name)}
        onPress={() => onChange(members.filter((_, each) => each !== index))}
      />
    </div>
  )
}

function ToolButton({
  path,
  title,
  disabled,
  onPress,
}: {
  path: string
  title: string
  disabled?: boolean
  onPress: () => void
}) {
  return (
    <button type="button" className="edit-tool" aria-label={title} title={title} disabled={disabled} onClick={onPress}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
}
