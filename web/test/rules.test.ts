// SPDX-License-Identifier: EUPL-1.2
// Everything that the server can find wrong has words in both languages: the rules are read from where they are written.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adviceFor } from '../src/shared/failure'

const server = join(import.meta.dirname, '../../src')
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** The ways in which the server makes a fault; the name of the rule comes first in each. */
const makers = [
  String.raw`\bfault(?:_of_cell)?\(`,
  String.raw`\bfaults_?\.push_back\(\s*\{`,
  String.raw`\bfail\(\s*\{`,
  String.raw`as_error\(\s*\{`,
  String.raw`\bFault(?:\s+fault)?\s*\{`,
  String.raw`\{\{(?="\w+",\s*\{\})`,
  String.raw`\breport\(\w+,`,
]
const made = new RegExp(`(?:${makers.join('|')})\\s*"([a-z][a-z_]*)"\\s*,`, 'g')

function rulesOfServer(): string[] {
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(cpp|h)$/.test(name))
  const found = files.flatMap((name) => [...read(server, name).matchAll(made)].map(([, rule]) => rule!))
  return [...new Set(found)].sort()
}

const messages = (language: string) =>
  JSON.parse(read(import.meta.dirname, '../src/messages', language, 'shared.json')) as Record<string, string>
const worded = (language: string) =>
  Object.keys(messages(language))
    .filter((key) => key.startsWith('fault.'))
    .map((key) => key.slice('fault.'.length))
    .sort()

test.each(['nl', 'en'])('every unit that a figure may have is said in words in %s', (language) => {
  const units = [...read(server, 'model/units.h').matchAll(/Unit\{"([^"]+)"/g)].map(([, unit]) => unit!)
  expect(units.length).toBeGreaterThan(20)
  expect(units.filter((unit) => unit !== '%' && !(`unit.${unit}` in messages(language)))).toEqual([])
})

describe('the rules of the server', () => {
  test('are found, each way of making a fault', () => {
    expect(rulesOfServer()).toEqual(
      expect.arrayContaining(['type', 'missing_file', 'duplicate_key', 'syntax', 'encoding', 'field', 'unknown_reference']),
    )
  })

  test.each(['nl', 'en'])('have a sentence each in %s, and no sentence is without a rule', (language) => {
    expect(worded(language)).toEqual(rulesOfServer())
  })
})

test('every status that the server gives for an error says what to do, and not only that it failed', () => {
  const statuses = [...read(server, 'base/result.cpp').matchAll(/\{"[a-z-]+", "[^"]+", (\d{3}), \d\}/g)].map(([, status]) =>
    Number(status),
  )
  expect(statuses.length).toBeGreaterThan(10)
  const general = statuses.filter((status) => adviceFor(status) === 'shared.failure.other')
  expect([...new Set(general)]).toEqual([400, 415])
})
