// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { collectionOf, documentPath, historyPath } from '../src/shared/Link'
import { matchPath } from '../src/shared/router'

test('a pattern gives the values in an address', () => {
  expect(matchPath('/', '/')).toEqual({})
  expect(matchPath('/beleid/:id', '/beleid/woonvisie')).toEqual({ id: 'woonvisie' })
  expect(matchPath('/documenten/:collection/:id/bewerken', '/documenten/efforts/a%20b/bewerken')).toEqual({
    collection: 'efforts',
    id: 'a b',
  })
})

test('an address that does not fit gives nothing', () => {
  expect(matchPath('/beleid/:id', '/beleid')).toBeNull()
  expect(matchPath('/beleid/:id', '/besluiten/woonvisie')).toBeNull()
  expect(matchPath('/beleid/:id', '/beleid/%E0%A4%A')).toBeNull()
})

test('every kind of document has a page', () => {
  expect(documentPath('policy_document', 'woonvisie')).toBe('/beleid/woonvisie')
  expect(documentPath('neighbourhood', 'BU06370001')).toBe('/buurten/BU06370001')
  expect(documentPath('challenge', 'sociale-basis')).toBe('/visie#opgave-sociale-basis')
  expect(documentPath('cycle_activity', 'visie')).toBe('/documenten/cycle-activities/visie')
  expect(historyPath('process', 'pilot')).toBe('/documenten/processes/pilot')
  expect(collectionOf('focus_area')).toBe('focus-areas')
})
