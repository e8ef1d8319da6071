// SPDX-License-Identifier: EUPL-1.2
// How amounts, points and forms of an agenda read.
import { formatEuro, formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'
import type { Place } from './choice'
import type { Chosen, Item } from './types'

export function useWords() {
  const { m, language, label } = useLanguage()
  const number = (value: number, decimals: number) =>
    formatNumber(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value, decimals, language)
  return {
    number,
    points: (value: number) => number(value, 1),
    worth: (value: number) => number(value, 2),
    euro: (value: number) => formatEuro(value, language, 'short'),
    fte: (value: number) => number(value, 1),
    percent: (share: number, decimals = 0) => `${number(100 * share, decimals)}%`,
    form: (place: Place) => label('agenda.form', place),
    /** "ombuigen vanaf 2028" */
    line: ({ option, starts }: Pick<Chosen, 'option' | 'starts'>) => {
      if (!option) return label('agenda.form', 'out')
      if (option === 'keep' || starts === null) return label('agenda.form', option)
      return m('agenda.formFrom', { form: label('agenda.form', option), year: starts })
    },
    kind: ({ form }: Item) => label('agenda.kind', form),
  }
}
