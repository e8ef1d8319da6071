// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { referringIn } from '../src/edit/referring'

const faultAt = (path: string) => ({ rule: 'unknown_reference', path, found: 'guideline/x', expected: 'an id' })
const problem = (status: number, paths: string[]) => ({ type: 't', title: 't', status, faults: paths.map(faultAt) })

test('each document that stands in the way is named once', () => {
  const paths = ['effort/entree challenges[0]', 'effort/entree challenges[1]', 'policy_document/wonen serves[0]']
  expect(referringIn(problem(409, paths))).toEqual([
    { kind: 'effort', id: 'entree' },
    { kind: 'policy_document', id: 'wonen' },
  ])
})

test('another refusal names no documents', () => {
  expect(referringIn(problem(403, ['effort/entree owner']))).toEqual([])
  expect(referringIn(problem(409, ['milestones[0].title', '']))).toEqual([])
})
