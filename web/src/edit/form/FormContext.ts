// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext } from 'react'
import type { Text } from '../../api/types'
import type { Step } from '../fieldNames'
import type { FormFault } from './body'

interface Form {
  languages: string[]
  faults: FormFault[]
  /** Fields that this form does not change. */
  locked: string[]
  change(at: Step[], value: unknown): void
  /** The title of a document that the draft names, as far as known. */
  titleOf(kind: string, id: string): Text | undefined
}

export const FormContext = createContext<Form | null>(null)

export function useForm(): Form {
  const found = useContext(FormContext)
  if (!found) throw new Error('useForm outside FormContext')
  return found
}
