// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'
import { themes, useTheme } from './theme'

const icons = {
  light: (
    <path d="M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 1v3M12 20v3M1 12h3M20 12h3M4.2 4.2l2.1 2.1M17.7 17.7l2.1 2.1M4.2 19.8l2.1-2.1M17.7 6.3l2.1-2.1" />
  ),
  dark: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />,
  contrast: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path className="filled" d="M12 3a9 9 0 0 1 0 18z" />
    </>
  ),
}

export function ThemeSwitch() {
  const { m } = useLanguage()
  const [theme, setTheme] = useTheme()
  return (
    <div className="switch" role="group" aria-label={m('shell.theme')}>
      {themes.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={theme === each}
          title={m(`shell.theme.${each}`)}
          aria-label={m(`shell.theme.${each}`)}
          onClick={() => setTheme(each)}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            {icons[each]}
          </svg>
        </button>
      ))}
    </div>
  )
}
