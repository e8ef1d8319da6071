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

test('the register of efforts is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'programmas', '/programmas'), [])
})

test('a fact sheet is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'programma', '/programmas/een-leven-lang-ontwikkelen'), [])
})

test('a councillor presses a number in the picture and sees those projects only', async () => {
  const { page } = await visit(browser, { path: '/programmas' })
  const bubble = page.getByRole('button', { name: /^Projecten, in uitvoering: \d+/ })
  const count = Number(/: (\d+)/.exec((await bubble.getAttribute('aria-label')) ?? '')?.[1])
  await bubble.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/form=project.*state=running/)
  assert.equal(await page.locator('main tbody tr').count(), count)
})

test('a resident reads what runs in a district, why, and with what money', async () => {
  const { page } = await visit(browser, { path: '/programmas?q=leven+lang' })
  await page.locator('main tbody th a', { hasText: 'een leven lang ontwikkelen' }).first().click()
  await page.getByRole('heading', { name: 'Waarom' }).waitFor()
  await page.getByRole('heading', { name: 'Waarde op lange termijn' }).waitFor()
  const money = page.getByRole('region', { name: 'Geld', exact: true })
  await money
    .getByRole('button', { name: /200\.000/ })
    .first()
    .click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Actieagenda Economie').waitFor()
})

test('what is filled in for the example is marked', async () => {
  const { page } = await visit(browser, { path: '/programmas/wijken-van-de-toekomst' })
  await page.getByRole('region', { name: 'Inzet van mensen' }).getByText('illustratief').first().waitFor()
})
