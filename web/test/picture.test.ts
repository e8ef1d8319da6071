// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { wrapped } from '../src/shared/picture'

test('words below a picture go over lines, and none is lost', () => {
  const text = 'Een deel is illustratief: ingevuld zodat het voorbeeld werkt, niet uit een bron.'
  const lines = wrapped(text, 200)
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.join(' ')).toBe(text)
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(200 / 7)
})
