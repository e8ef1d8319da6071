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

test('searching is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'zoeken', '/zoeken?q=meerzicht'), [])
  assert.deepEqual(await inspect(browser, 'zoeken-leeg', '/zoeken'), [])
})

test('a resident types and goes to a result with the keyboard only', async () => {
  const { page } = await visit(browser, { path: '/zoeken' })
  await page.getByLabel('Wat zoekt u?').focus()
  await page.keyboard.type('meerzicht')
  await page.locator('.result mark').first().waitFor()
  assert.match(page.url(), /q=meerzicht/)
  assert.match((await page.locator('.result mark').first().textContent()) ?? '', /meerzicht/i)
  await page.keyboard.press('ArrowDown')
  const name = await page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
})

test('nothing found says what to try next', async () => {
  const { page } = await visit(browser, { path: '/zoeken?q=xyzzyx' })
  await page.locator('.empty-title', { hasText: 'Niets gevonden' }).waitFor()
  await page.locator('.suggestion-list a').first().click()
  await page.locator('.result').first().waitFor()
})

test('markup in the question stays text', async () => {
  const { page, faults } = await visit(browser, { path: `/zoeken?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}` })
  assert.equal(await page.locator('main img').count(), 0)
  assert.deepEqual(faults, [])
})
