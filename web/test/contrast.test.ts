// SPDX-License-Identifier: EUPL-1.2
// The contrast of our own tokens, computed as WCAG 2.2 says.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8')

function tokensOf(theme: string): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)![1]!
  return Object.fromEntries([...block.matchAll(/--koers-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'card', 'tint']
const texts = ['ink', 'soft', 'link', 'park', 'water', 'brick', 'sun-text']
const strong = ['park', 'water', 'moss']

describe.each([
  ['light', 4.5, 3],
  ['dark', 4.5, 3],
  ['contrast', 7, 7],
])('in %s', (theme, least, leastParts) => {
  const tokens = tokensOf(theme)
  test.each(texts)('%s can be read on every ground', (text) => {
    for (const ground of grounds) expect(contrast(tokens[text]!, tokens[ground]!), ground).toBeGreaterThanOrEqual(least)
  })
  test.each(strong)('text on %s can be read', (ground) => {
    expect(contrast(tokens['on-strong']!, tokens[ground]!)).toBeGreaterThanOrEqual(least)
  })
  test('text on sun can be read', () => {
    expect(contrast(tokens['on-sun']!, tokens['sun']!)).toBeGreaterThanOrEqual(least)
  })
  test.each(['edge', 'focus', 'moss'])('%s can be told from every ground', (part) => {
    for (const ground of grounds) expect(contrast(tokens[part]!, tokens[ground]!), ground).toBeGreaterThanOrEqual(leastParts)
  })
})
