// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript'
import { expect, test } from 'vitest'

test('the generated types are those of the API description (else: npm run api)', async () => {
  const description = new URL('../../api/openapi.yaml', import.meta.url)
  const current = readFileSync(join(import.meta.dirname, '../src/api/schema.d.ts'), 'utf8')
  expect(current).toBe(`${COMMENT_HEADER}${astToString(await openapiTS(description))}`)
})
