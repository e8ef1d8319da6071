// SPDX-License-Identifier: EUPL-1.2
// A step of a scenario in one line of plain words.
import { capital, formatEuro, formatNumber } from '../shared/format'
import { useLanguage } from '../shared/language'
import { areaCode, type Step } from './stepRules'
import { useAreaName } from './CardContext'

/** '2024–2035', or one year. */
export function yearsOf({ from, until }: Pick<Step, 'from' | 'until'>): string {
  return until === undefined || until === from ? String(from) : `${from}–${until}`
}

/** What is improved once and stays so, unlike what is counted. */
const stays = (form: Step['form']) => ['public_space', 'social_fund', 'access'].includes(form)

export function useStepWords(): (step: Step) => string {
  const { m, label, language } = useLanguage()
  const areaName = useAreaName()
  const homes = ({ type, form, number }: Step) => {
    const kind = type ?? (form === 'new_dwellings' ? 'flat' : 'any')
    return label(number === 1 ? 'escalator.home' : 'escalator.homes', kind)
  }
  const extras = (step: Step) => [
    ...(step.rooms === undefined ? [] : [m('escalator.roomsWords', { count: step.rooms })]),
    ...(step.price === undefined
      ? []
      : [
          m(step.tenure === 'owner' ? 'escalator.priceWords' : 'escalator.rentWords', {
            price: formatEuro(step.price, language),
          }),
        ]),
    ...(step.firstFor === undefined ? [] : [m('escalator.firstForWords', { area: areaName(step.firstFor) })]),
  ]
  return (step) => {
    const params = {
      number: step.number === undefined ? '?' : formatNumber(step.number, 0, language),
      homes: homes(step),
      tenure: step.tenure ? label('escalator.tenure', step.tenure) : '?',
      becomes: step.becomes ? label('escalator.tenure', step.becomes) : '?',
      education: label('escalator.educationWords', step.education ?? 'any'),
      amount: step.amount === undefined ? '?' : formatNumber(Math.abs(step.amount), step.amount % 1 === 0 ? 0 : 1, language),
      area: areaName(areaCode(step)) || '?',
      years: stays(step.form) && step.until === undefined ? m('escalator.fromYear', { year: step.from }) : yearsOf(step),
    }
    const worse = (step.amount ?? 0) < 0 ? 'worse' : 'better'
    const said = stays(step.form)
      ? m(`escalator.stepWords.${step.form as 'public_space'}.${worse}`, params)
      : m(`escalator.stepWords.${step.form as 'jobs'}`, params)
    return capital([said, ...extras(step)].join(', '))
  }
}
