// SPDX-License-Identifier: EUPL-1.2
// The shape of what is coming as long as the first agenda is looked for.
import type { ReactNode } from 'react'
import { Loading } from '../shared/States'
import { useAgenda } from './AgendaContext'
import { isOpen } from './asked'

export function SearchSkeleton({
  children,
  skeleton = 'picture',
}: {
  children: ReactNode
  skeleton?: 'picture' | 'cards' | 'table'
}) {
  const { isFound, search } = useAgenda()
  return !isFound && (!search || isOpen(search)) ? <Loading skeleton={skeleton} /> : children
}
