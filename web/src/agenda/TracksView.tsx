// SPDX-License-Identifier: EUPL-1.2
// Tracks 2 and 3: in which order to review, what new programmes could be made of, and what does not hang together.
import { FindingsList } from './FindingsList'
import { Proposals } from './Proposals'
import { ReviewOrder } from './ReviewOrder'

export function TracksView() {
  return (
    <>
      <ReviewOrder />
      <FindingsList />
      <Proposals />
    </>
  )
}
