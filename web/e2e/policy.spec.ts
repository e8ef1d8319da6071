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

test('the register of policy is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'beleid', '/beleid'), [])
})

test('a fact sheet is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'beleidsdocument', '/beleid/woonvisie-2015'), [])
})

test('an alderman finds what is late for review, and can send that list on', async () => {
  const { page } = await visit(browser, { path: '/beleid' })
  const all = await page.locator('main tbody tr').count()
  await page.getByLabel('Herziening').selectOption('late')
  const late = await page.locator('main tbody tr').count()
  assert.ok(late > 0 && late < all, `${late} of ${all}`)
  assert.match(page.url(), /review=late/)
  const again = await visit(browser, { path: new URL(page.url()).pathname + new URL(page.url()).search })
  assert.equal(await again.page.locator('main tbody tr').count(), late)
  await again.page.getByRole('button', { name: 'Wis alle keuzes' }).click()
  assert.equal(await again.page.locator('main tbody tr').count(), all)
})

test('the picture of ages has the same documents as its table', async () => {
  const { page } = await visit(browser, { path: '/beleid' })
  const count = await page.locator('main .data-table tbody tr').count()
  await page.getByRole('button', { name: 'Als tabel' }).click()
  assert.equal(await page.locator('.figure tbody tr').count(), count)
})

test('a resident goes from a document to the challenge it serves', async () => {
  const { page } = await visit(browser, { path: '/beleid' })
  await page.getByLabel('Zoek in deze lijst').fill('woonvisie 2015')
  await page.locator('main tbody th a').first().click()
  await page.waitForURL('**/beleid/*')
  await page.getByRole('region', { name: 'Draagt bij aan deze opgaven' }).getByRole('link').first().click()
  await page.waitForURL('**/visie#opgave-*')
})

test('on a phone the cards take another order', async () => {
  const { page } = await visit(browser, { path: '/beleid', width: 360 })
  const order = page.getByLabel('Sorteer op')
  await order.selectOption({ label: 'Jaar' })
  const years = async () =>
    (await page.locator('main .data-table td[data-label=Jaar]').allTextContents()).filter((year) => /^\d{4}$/.test(year))
  const rising = await years()
  assert.deepEqual(rising, [...rising].sort())
  const turn = page.getByRole('button', { name: 'Oplopend (draai om)' })
  assert.ok((await turn.boundingBox())!.height >= 44 && (await order.boundingBox())!.height >= 44)
  await turn.click()
  assert.deepEqual(await years(), rising.toReversed())
  await page.getByRole('button', { name: 'Aflopend (draai om)' }).waitFor()
})
