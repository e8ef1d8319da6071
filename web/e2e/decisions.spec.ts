// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { inspect, launch, visit } from './browser.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('the decisions are sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'besluiten', '/besluiten'), [])
  assert.deepEqual(await inspect(browser, 'besluit', '/besluiten/raad-woonvisie-2015'), [])
})

test('a clerk finds what the college decided and what rests on it', async () => {
  const { page } = await visit(browser, { path: '/besluiten' })
  const all = await page.locator('.timeline-entry').count()
  await page.getByLabel('Wie besloot', { exact: true }).selectOption('college')
  const shown = await page.locator('.timeline-entry').count()
  assert.ok(shown > 0 && shown < all)
  assert.equal(await page.locator('.lane circle').count(), shown)
  await page.locator('.timeline-entry h3 a').first().click()
  await page.waitForURL('**/besluiten/*')
  await page.getByRole('region', { name: 'Wat op dit besluit berust' }).getByRole('link').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/besluiten'))
})

test('choices that nothing fits say how to go on', async () => {
  const { page } = await visit(browser, { path: '/besluiten?q=zzzz' })
  await page.getByText('Niets voldoet aan deze keuzes').waitFor()
  await page.getByRole('button', { name: 'Wis alle keuzes' }).click()
  await page.locator('.timeline-entry').first().waitFor()
})
