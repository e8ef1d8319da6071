// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import { useLanguage } from '../shared/language'

const seconds = 10

/** Withdraws after a pause in which it can still be stopped. */
export function Withdraw({ onWithdraw }: { onWithdraw: () => void }) {
  const { m } = useLanguage()
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    if (left === null) return
    const timer = setTimeout(() => {
      if (left > 1) return setLeft(left - 1)
      setLeft(null)
      onWithdraw()
    }, 1000)
    return () => clearTimeout(timer)
  }, [left, onWithdraw])
  return (
    <section className="document-section" aria-labelledby="intrekken">
      <h2 id="intrekken">{m('edit.withdraw')}</h2>
      <p className="soft">{m('edit.withdrawText')}</p>
      {left === null ? (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setLeft(seconds)}>
          {m('edit.withdraw')}
        </button>
      ) : (
        <div className="notice">
          <p>
            <span role="status">{m('edit.withdrawing')}</span>{' '}
            <span aria-hidden="true">{m('edit.secondsLeft', { count: left })}</span>
          </p>
          <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={() => setLeft(null)}>
            {m('edit.keep')}
          </button>
        </div>
      )}
    </section>
  )
}
