// SPDX-License-Identifier: EUPL-1.2
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/index.css'
import { firstLanguage, LanguageProvider, loadMessages, rememberedLanguage } from './shared/language'
import { SessionProvider } from './shared/session'
import { App } from './shell/App'
import { applyTheme } from './shell/theme'

applyTheme()
const language = firstLanguage(location.search, rememberedLanguage())
document.documentElement.lang = language
const messages = await loadMessages(language)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider first={language} firstMessages={messages}>
      <SessionProvider>
        <App />
      </SessionProvider>
    </LanguageProvider>
  </StrictMode>,
)
