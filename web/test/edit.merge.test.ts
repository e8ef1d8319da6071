// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { describePath, pathOf, stepsOf } from '../src/edit/fieldNames'
import { changeOf, same, wordsOf } from '../src/edit/differences'
import { merge } from '../src/edit/form/merge'
import { groupRelations } from '../src/edit/groupRelations'

const base = { title: { nl: 'a', en: 'a' }, owner: 'x', areas: ['district/1'] }

test('changes to different fields go together', () => {
  const mine = { ...base, owner: 'y' }
  const theirs = { ...base, areas: ['district/2'] }
  expect(merge(base, mine, theirs)).toEqual({
    merged: { ...base, owner: 'y', areas: ['district/2'] },
    conflicts: [],
    theirs: ['areas'],
  })
})

test('the same field changed twice is a choice, and nothing is lost', () => {
  const result = merge(base, { ...base, owner: 'y' }, { ...base, owner: 'z' })
  expect(result.conflicts).toEqual(['owner'])
  expect(result.merged['owner']).toBe('y')
})

test('the same change made twice is no conflict', () => {
  expect(merge(base, { ...base, owner: 'y' }, { ...base, owner: 'y' }).conflicts).toEqual([])
})

test('what I emptied stays empty', () => {
  const { owner: _, ...mine } = base
  expect(merge(base, mine, base).merged['owner']).toBeUndefined()
})

test('a path is read whichever way it was written', () => {
  expect(stepsOf('milestones[2].title.en')).toEqual(['milestones', 2, 'title', 'en'])
  expect(pathOf(stepsOf('resident_involvement.nl'))).toBe('residentInvolvement.nl')
})

test('a path is told in words', () => {
  const label = (prefix: string, value: string) => (value.includes('.') ? value : `${prefix.replace('edit.', '')}:${value}`)
  expect(describePath('milestones[2].title.en', label)).toBe('fields:milestones 3 › fields:title › language:en')
  expect(describePath('links[0].to', label)).toBe('fields:links 1 › fields:to')
  const own: Record<string, string> = { 'steps.number': 'How many', steps: 'Steps', number: 'Number' }
  const within = (_prefix: string, name: string) => own[name] ?? name.replaceAll('_', ' ')
  expect(describePath('steps[0].number', within)).toBe('Steps 1 › How many')
  expect(describePath('number', within)).toBe('Number')
})

test('values are compared whatever the order of their keys', () => {
  expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  expect(same({ a: 1 }, { a: 2 })).toBe(false)
  expect(same(null, undefined)).toBe(true)
})

test('a part of a document reads as words', () => {
  expect(wordsOf([{ partner: 'x-1', role: 'lead' }], (value) => value.toUpperCase())).toBe('x-1, LEAD')
  expect(changeOf(null, 1)).toBe('added')
  expect(changeOf(1, null)).toBe('removed')
})

test('relations are grouped, what this names first', () => {
  const title = { nl: 't' }
  const groups = groupRelations([
    { direction: 'from', field: 'links[0].to', kind: 'effort', id: 'a', title },
    { direction: 'from', field: 'links[3].to', kind: 'effort', id: 'a', title },
    { direction: 'to', field: 'focus_areas', kind: 'focus_area', id: 'b', title },
  ])
  expect(groups.map(({ direction, field, relations }) => [direction, field, relations.length])).toEqual([
    ['to', 'focusAreas', 1],
    ['from', 'links.to', 1],
  ])
})
