// SPDX-License-Identifier: EUPL-1.2
import { useLanguage, type Language } from '../shared/language'
import { setQuery, usePlace } from '../shared/router'

const languages: { code: Language; name: string }[] = [
  { code: 'nl', name: 'Nederlands' },
  { code: 'en', name: 'English' },
]

export function LanguageSwitch() {
  const { language, setLanguage, m } = useLanguage()
  const { query } = usePlace()
  const choose = (code: Language) => {
    setLanguage(code)
    if (query.has('lang')) setQuery({ lang: code })
  }
  return (
    <div className="switch" role="group" aria-label={m('shell.language')}>
      {languages.map(({ code, name }) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          title={name}
          aria-label={`${code.toUpperCase()} ${name}`}
          onClick={() => choose(code)}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </div>
  )
}
