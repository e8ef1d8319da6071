// SPDX-License-Identifier: EUPL-1.2
// The question, the best agenda found with how good it can be, and the wishes in it.
import { BestFound } from './BestFound'
import { QuestionBar } from './QuestionBar'
import { WishChips } from './WishChips'

export function AgendaTop() {
  return (
    <>
      <QuestionBar />
      <BestFound />
      <WishChips />
    </>
  )
}
