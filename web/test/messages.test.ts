// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fill } from '../src/shared/messages'

const source = join(import.meta.dirname, '../src')
const folder = join(source, 'messages')
const features = readdirSync(join(folder, 'nl')).filter((name) => name.endsWith('.json'))

function messagesOf(language: string, file: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Record<string, string>
}

function sources(): string {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages') && !name.endsWith('.d.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('\n')
}

const params = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('the messages', () => {
  test.each(features)('%s says the same things in both languages', (file) => {
    const [dutch, english] = [messagesOf('nl', file), messagesOf('en', file)]
    expect(Object.keys(english).sort()).toEqual(Object.keys(dutch).sort())
    for (const [key, message] of Object.entries(dutch)) {
      expect(new Set(params(english[key]!)), key).toEqual(new Set(params(message)))
      expect(message, key).not.toBe('')
    }
  })

  const text = sources()
  test.each(features)('%s has no message that nobody uses', (file) => {
    const feature = file.replace('.json', '')
    const unused = Object.keys(messagesOf('nl', file)).filter((key) => !isUsed(`${feature}.${key}`, text))
    expect(unused).toEqual([])
  })
})

/** Named whole, or begun by a template (`policy.state.${…}`), or by a prefix handed to label(). */
function isUsed(key: string, text: string): boolean {
  if (text.includes(`'${key}'`) || text.includes(`"${key}"`)) return true
  const parts = key.split('.')
  return parts.slice(1).some((_, index) => {
    const prefix = parts.slice(0, index + 1).join('.')
    return text.includes(`\`${prefix}.\${`) || text.includes(`'${prefix}'`)
  })
}

test('a message takes values and chooses between one and many', () => {
  expect(fill('{count} rij | {count} rijen', { count: 1 })).toBe('1 rij')
  expect(fill('{count} rij | {count} rijen', { count: 2 })).toBe('2 rijen')
  expect(fill('Beste {naam}', {})).toBe('Beste {naam}')
})
