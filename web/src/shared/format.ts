// SPDX-License-Identifier: EUPL-1.2
// Numbers, euros, dates and periods as the reader's language writes them.
import type { Language } from './language'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }
const minus = (text: string) => text.replace('-', '\u2212')

const numberFormats = new Map<string, Intl.NumberFormat>()

/** To make a format takes a hundred times as long as to use it, and a page of figures uses it a thousand times. */
function numberFormat(decimals: number, language: Language): Intl.NumberFormat {
  const key = `${language} ${decimals}`
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const found = numberFormats.get(key) ?? new Intl.NumberFormat(locales[language], options)
  numberFormats.set(key, found)
  return found
}

export function formatNumber(value: number, decimals: number, language: Language): string {
  return minus(numberFormat(decimals, language).format(value))
}

/** Whole euros; from a million on in millions with one decimal. */
export function formatEuro(value: number, language: Language, form: 'short' | 'full' = 'full'): string {
  const short = form === 'short' && Math.abs(value) >= 1_000_000
  const options: Intl.NumberFormatOptions = {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 0,
    maximumFractionDigits: short ? 1 : 0,
  }
  const shown = new Intl.NumberFormat(locales[language], options).format(short ? value / 1_000_000 : value)
  return minus(shown) + (short ? (language === 'nl' ? '\u00a0mln' : 'm') : '')
}

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/

/** Is a date known to the day? Sentences then say 'on', else 'in'. */
export const isDay = (date: string) => datePattern.exec(date)?.[3] !== undefined

/** '2021' stays a year, '2021-06' becomes 'juni 2021', '2021-06-03' becomes '3 juni 2021'; times are cut off. */
export function formatDate(date: string, language: Language, month: 'long' | 'short' = 'long'): string {
  const found = datePattern.exec(date)
  if (!found) return date
  const [, year, monthNumber, day] = found
  if (!monthNumber) return year!
  const when = new Date(Date.UTC(Number(year), Number(monthNumber) - 1, Number(day ?? 1)))
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month, timeZone: 'UTC' }
  if (day) options.day = 'numeric'
  return new Intl.DateTimeFormat(locales[language], options).format(when)
}

/** A date, or a span of two: '2020/2030' becomes '2020–2030'. */
export function formatPeriod(period: string, language: Language): string {
  return period
    .split('/')
    .map((part) => formatDate(part, language))
    .join('\u2013')
}

/** The unit as it stands behind a number: '%' close to it, words after a space, nothing for 'euro'. */
export function withUnit(shown: string, unit: string): string {
  if (unit === '') return shown
  return unit === '%' ? `${shown}%` : `${shown}\u00a0${unit}`
}

/** The first letter as a capital, for a text that begins a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
