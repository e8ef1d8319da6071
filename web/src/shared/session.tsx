// SPDX-License-Identifier: EUPL-1.2
// Who is logged in and what they may do; a resident when nobody is.
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Session } from '../api/types'
import { forgetAll, send, setCsrfToken } from './api'

interface Sessions {
  session: Session
  /** True until the server has said who this is. */
  loading: boolean
  /** For instance `may('edit effort')`. */
  may(permission: string): boolean
  logIn(loginName: string, password: string): Promise<void>
  logOut(): Promise<void>
  /** Takes over a session that the server gave otherwise, as after setting up an account. */
  accept(session: Session): void
}

const nobody: Session = { roles: ['resident'], permissions: [] }
const SessionContext = createContext<Sessions | null>(null)

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>(nobody)
  const [loading, setLoading] = useState(true)
  const take = useCallback((found: Session) => {
    setCsrfToken(found.csrfToken)
    setSession(found)
  }, [])
  const accept = useCallback(
    (found: Session) => {
      take(found)
      forgetAll()
    },
    [take],
  )
  useEffect(() => {
    send<Session>('GET', '/sessions/current')
      .then(
        ({ data }) => take(data),
        () => undefined,
      )
      .finally(() => setLoading(false))
  }, [take])
  const value = useMemo<Sessions>(
    () => ({
      session,
      loading,
      may: (permission) => session.permissions.includes(permission),
      logIn: async (loginName, password) => accept((await send<Session>('POST', '/sessions', { loginName, password })).data),
      logOut: async () => {
        await send('DELETE', '/sessions/current')
        accept(nobody)
      },
      accept,
    }),
    [session, loading, accept],
  )
  return <SessionContext value={value}>{children}</SessionContext>
}

export function useSession(): Sessions {
  const found = useContext(SessionContext)
  if (!found) throw new Error('useSession outside SessionProvider')
  return found
}
