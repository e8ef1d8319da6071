// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'

/** Withdraws at once: the page that is left has the way back. */
export function Withdraw({ onWithdraw }: { onWithdraw: () => void }) {
  const { m } = useLanguage()
  return (
    <section className="document-section" aria-labelledby="intrekken">
      <h2 id="intrekken">{m('edit.withdraw')}</h2>
      <p className="soft">{m('edit.withdrawText')}</p>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onWithdraw}>
        {m('edit.withdraw')}
      </button>
    </section>
  )
}
