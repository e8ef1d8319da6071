// SPDX-License-Identifier: EUPL-1.2
// A fault at the field that it belongs to.
import { useLanguage } from '../../shared/language'
import { pathOf, type Step } from '../fieldNames'
import type { FormFault } from './body'
import { useForm } from './FormContext'

export const hintId = (at: Step[]) => `${pathOf(at)}-uitleg`
const faultId = (path: string) => `${path}-fout`

export function useFaultWords(): (fault: FormFault) => string {
  const { label } = useLanguage()
  return ({ rule, expected }) => label(expected === undefined ? 'edit.fault' : 'shared.fault', rule)
}

export function useFault(path: string): { invalid: boolean; describedBy: string } {
  const { faults } = useForm()
  const invalid = faults.some((fault) => fault.path === path)
  return { invalid, describedBy: invalid ? faultId(path) : '' }
}

export function FaultLine({ path }: { path: string }) {
  const { faults } = useForm()
  const words = useFaultWords()
  const here = faults.filter((fault) => fault.path === path)
  if (here.length === 0) return null
  return (
    <p className="edit-fault" id={faultId(path)}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 2v7.5M8 12.6v1.4" />
      </svg>
      <span>{here.map(words).join('. ')}</span>
    </p>
  )
}
