// SPDX-License-Identifier: EUPL-1.2
// The frame around every page.
import { Suspense, useEffect, useMemo, useRef } from 'react'
import { DrawerProvider } from '../shared/Drawer'
import { useLanguage } from '../shared/language'
import { usePlace } from '../shared/router'
import { Loading } from '../shared/States'
import { Footer } from './Footer'
import { Header } from './Header'
import { PageBoundary } from './PageBoundary'
import { findPage } from './routes'

/** After going to another page reading starts at its top, also for a screen reader. */
function useFreshStart(path: string, main: React.RefObject<HTMLElement | null>): void {
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    if (!location.hash) window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path, main])
}

export function App() {
  const { m } = useLanguage()
  const { path } = usePlace()
  const main = useRef<HTMLElement>(null)
  const { page: Page, params } = useMemo(() => findPage(path), [path])
  useFreshStart(path, main)
  return (
    <DrawerProvider>
      <a className="skip-link" href="#inhoud">
        {m('shell.skip')}
      </a>
      <Header path={path} />
      <main id="inhoud" className="page" tabIndex={-1} ref={main}>
        <PageBoundary key={path}>
          <Suspense fallback={<Loading skeleton="page" />}>
            <Page params={params} />
          </Suspense>
        </PageBoundary>
      </main>
      <Footer />
    </DrawerProvider>
  )
}
