// SPDX-License-Identifier: EUPL-1.2
// The head of a page: where am I, what is this, what can I do; it also names the browser tab.
import { useEffect, type ReactNode } from 'react'
import { useLanguage } from './language'
import { Link } from './Link'

interface PageHeaderProps {
  title: string
  intro?: ReactNode
  /** Small line above the title: kind, number. */
  above?: ReactNode
  /** The page that this one belongs to. */
  back?: { to: string; title: string }
  /** Buttons and switches at the right. */
  actions?: ReactNode
}

export function PageHeader({ title, intro, above, back, actions }: PageHeaderProps) {
  const { m } = useLanguage()
  useEffect(() => {
    document.title = title === 'Koers' ? title : `${title} · Koers`
  }, [title])
  return (
    <div className="page-header">
      {back && (
        <nav aria-label={m('shared.breadcrumb')} className="page-back">
          <Link to={back.to}>{back.title}</Link>
        </nav>
      )}
      <div className="page-header-row">
        <div className="page-header-text">
          {above && <p className="page-above">{above}</p>}
          <h1>{title}</h1>
          {intro && <p className="page-intro">{intro}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
    </div>
  )
}
