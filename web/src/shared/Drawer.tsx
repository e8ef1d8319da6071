// SPDX-License-Identifier: EUPL-1.2
// One drawer for the whole site: a native dialog that keeps the focus and gives it back.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from './language'
import { usePlace } from './router'

interface Content {
  title: string
  body: ReactNode
}

const DrawerContext = createContext<((title: string, body: ReactNode) => void) | null>(null)

export function DrawerProvider({ children }: { children: ReactNode }) {
  const { m } = useLanguage()
  const { path } = usePlace()
  const [content, setContent] = useState<Content | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const open = useCallback((title: string, body: ReactNode) => setContent({ title, body }), [])
  useEffect(() => {
    if (content && !dialog.current?.open) dialog.current?.showModal()
  }, [content])
  useEffect(() => dialog.current?.close(), [path])
  const value = useMemo(() => open, [open])
  const close = () => dialog.current?.close()
  return (
    <DrawerContext value={value}>
      {children}
      <dialog
        ref={dialog}
        className="drawer"
        aria-labelledby="drawer-title"
        onClose={() => setContent(null)}
        onClick={(event) => event.target === dialog.current && close()}
      >
        {content && (
          <div className="drawer-body">
            <button type="button" className="drawer-close" aria-label={m('shared.close')} onClick={close}>
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M5 5l14 14M19 5L5 19" />
              </svg>
            </button>
            <h2 id="drawer-title">{content.title}</h2>
            {content.body}
          </div>
        )}
      </dialog>
    </DrawerContext>
  )
}

/** `openDrawer(title, body)`. */
export function useDrawer(): (title: string, body: ReactNode) => void {
  const found = useContext(DrawerContext)
  if (!found) throw new Error('useDrawer outside DrawerProvider')
  return found
}
