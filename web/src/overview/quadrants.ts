// SPDX-License-Identifier: EUPL-1.2
// The four quadrants of the cycle in their order, and the page where each is at home.
import type { Schemas } from '../api/types'

export type Quadrant = Schemas['Quadrant']

export const quadrants: { id: Quadrant; to: string }[] = [
  { id: 'vision_and_agenda', to: '/visie' },
  { id: 'frameworks', to: '/beleid' },
  { id: 'realisation', to: '/programmas' },
  { id: 'feedback', to: '/buurten' },
]
