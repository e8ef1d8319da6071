// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../shared/language'

/** A moment to the minute in the reader's own time. */
export function useMoment(): (at: string) => string {
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' })
  return (at) => format.format(new Date(at))
}
