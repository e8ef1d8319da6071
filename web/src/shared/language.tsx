// SPDX-License-Identifier: EUPL-1.2
// The reader's language: messages of the pages and texts of the city.
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Text } from '../api/types'
import { dutchMessages, fill, find, type MessageKey, type Messages, type Params } from './messages'

export type Language = 'nl' | 'en'
const remembered = 'koers-language'

interface Languages {
  language: Language
  setLanguage(language: Language): void
  /** A text of the city in the reader's language, else in any language it has. */
  text(t: Text | undefined): string
  m(key: MessageKey, params?: Params): string
  /** The message `prefix.value` of a value that the server chose; the bare value when there is none. */
  label(prefix: string, value: string): string
}

const LanguageContext = createContext<Languages | null>(null)

function isLanguage(value: string | null): value is Language {
  return value === 'nl' || value === 'en'
}

/** `?lang=` wins, then what was chosen before, then Dutch. */
export function firstLanguage(search: string, stored: string | null): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (isLanguage(asked)) return asked
  return isLanguage(stored) ? stored : 'nl'
}

/** Which of its languages a text is shown in. */
export function languageOf(t: Text, wanted: Language): string {
  if (t[wanted]) return wanted
  return t['nl'] ? 'nl' : (Object.keys(t)[0] ?? wanted)
}

export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'nl' ? dutchMessages : (await import('../messages/en')).messages
}

interface ProviderProps {
  first: Language
  firstMessages: Messages
  children: ReactNode
}

export function LanguageProvider({ first, firstMessages, children }: ProviderProps) {
  const [chosen, setChosen] = useState({ language: first, messages: firstMessages })
  const { language, messages } = chosen
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(remembered, language)
  }, [language])
  const setLanguage = useCallback((next: Language) => {
    void loadMessages(next).then((loaded) => setChosen({ language: next, messages: loaded }))
  }, [])
  const value = useMemo<Languages>(
    () => ({
      language,
      setLanguage,
      text: (t) => (t ? (t[languageOf(t, language)] ?? '') : ''),
      m: (key, params) => fill(find(messages, key) ?? key, params),
      label: (prefix, of) => find(messages, `${prefix}.${of}`) ?? of.replaceAll('_', ' '),
    }),
    [language, messages, setLanguage],
  )
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): Languages {
  const found = useContext(LanguageContext)
  if (!found) throw new Error('useLanguage outside LanguageProvider')
  return found
}

export function rememberedLanguage(): string | null {
  return localStorage.getItem(remembered)
}

/** A text of the city, marked with its language when that is not the reader's. */
export function LocalText({ of }: { of: Text | undefined }) {
  const { language } = useLanguage()
  if (!of) return null
  const found = languageOf(of, language)
  const shown = of[found] ?? ''
  return found === language ? <>{shown}</> : <span lang={found}>{shown}</span>
}
