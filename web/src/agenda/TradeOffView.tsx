// SPDX-License-Identifier: EUPL-1.2
// What the agenda rests on: tempo, money, the two pillars, and how sure each item is of its place.
import { BudgetPicture } from './BudgetPicture'
import { FrontPicture } from './FrontPicture'
import { StandingPicture } from './StandingPicture'
import { TempoPicture } from './TempoPicture'

export function TradeOffView() {
  return (
    <>
      <TempoPicture />
      <BudgetPicture />
      <FrontPicture />
      <StandingPicture />
    </>
  )
}
