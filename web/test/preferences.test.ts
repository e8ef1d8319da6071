// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { firstLanguage, languageOf } from '../src/shared/language'
import { chooseTheme } from '../src/shell/theme'

test('the address wins, then what was chosen before, then Dutch', () => {
  expect(firstLanguage('?lang=en', 'nl')).toBe('en')
  expect(firstLanguage('', 'en')).toBe('en')
  expect(firstLanguage('?lang=fr', null)).toBe('nl')
})

test('a text is shown in the reader’s language, else in Dutch, else in what there is', () => {
  expect(languageOf({ nl: 'huis', en: 'house' }, 'en')).toBe('en')
  expect(languageOf({ nl: 'huis', fr: 'maison' }, 'en')).toBe('nl')
  expect(languageOf({ fr: 'maison' }, 'en')).toBe('fr')
})

test('what the reader chose wins over what the system asks', () => {
  expect(chooseTheme('light', true, true)).toBe('light')
  expect(chooseTheme(null, true, true)).toBe('contrast')
  expect(chooseTheme('purple', false, true)).toBe('dark')
  expect(chooseTheme(null, false, false)).toBe('light')
})
