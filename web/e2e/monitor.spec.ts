// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axeFindings, inspect, launch, overflow, visit } from './browser.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

for (const [name, path] of [
  ['staat', '/staat'],
  ['indicatoren', '/staat/indicatoren'],
  ['indicator', '/staat/indicatoren/woz-value'],
  ['ontbrekend', '/staat/ontbrekend'],
] as const) {
  test(`${path} is sound in every theme and width`, async () => {
    assert.deepEqual(await inspect(browser, name, path), [])
  })
}

interface State {
  mechanisms: {
    id: string
    index?: { beside: unknown[] }
    indicators: { series: { value?: number }[] }[]
    withoutFigures: unknown[]
  }[]
  differences: { areas: unknown[] }[]
}

test('a councillor reads how the first mechanism stands and opens its table', async () => {
  const { page } = await visit(browser, { path: '/' })
  await page.getByRole('link', { name: 'Staat van de stad' }).first().click()
  await page.waitForURL('**/staat')
  await page.locator('.index-picture').waitFor()
  const state = await page.evaluate(async () => (await (await fetch('/api/v1/city-state')).json()) as State)
  const first = state.mechanisms[0]!
  const panel = page.locator(`#set-${first.id}`)
  await panel
    .getByText(/plaats \d+/)
    .first()
    .waitFor()
  await panel.getByRole('button', { name: 'Verloop, vergelijking en doelen' }).first().click()
  await panel.getByText('Naast andere').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await overflow(page), 0)
  await panel.getByRole('button', { name: 'Als tabel' }).last().click()
  const measured = first.indicators.filter(({ series }) => series.some(({ value }) => value !== undefined)).length
  assert.equal(await panel.locator('table tbody tr').count(), measured + first.withoutFigures.length)
})

test('the picture of the mechanisms has every municipality in its table', async () => {
  const { page } = await visit(browser, { path: '/staat' })
  const state = await page.evaluate(async () => (await (await fetch('/api/v1/city-state')).json()) as State)
  const figure = page.locator('.figure').filter({ has: page.locator('.index-picture') })
  assert.equal(
    await page.locator('.index-row', { has: page.locator('.index-own') }).count(),
    state.mechanisms.filter(({ index }) => index).length,
  )
  await figure.getByRole('button', { name: 'Als tabel' }).click()
  const rows = state.mechanisms.reduce((sum, { index }) => sum + 1 + (index?.beside.length ?? 0), 0)
  assert.equal(await page.locator('.figure').first().locator('tbody tr').count(), rows)
})

test('with the keyboard a mechanism and a part of the city tell where their figure comes from', async () => {
  const { page } = await visit(browser, { path: '/staat' })
  const drawer = page.getByRole('dialog')
  await page.locator('.index-button[tabindex="0"]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await drawer.getByText('Interval bij andere gewichten').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await page.keyboard.press('Escape')
  const part = page.locator('.part[tabindex="0"]').first()
  await part.focus()
  await page.keyboard.press('ArrowRight')
  const named = (await page.locator('.part:focus').getAttribute('aria-label'))!.split(':')[0]!
  assert.ok((await page.locator('.parts-name').first().textContent())!.startsWith(named))
  await page.keyboard.press('Enter')
  await drawer.getByText('Bron', { exact: true }).waitFor()
})

test('the norm of the order of districts can be chosen and stays in the address', async () => {
  const { page } = await visit(browser, { path: '/staat' })
  await page.locator('.order-bars').waitFor()
  await page.getByLabel('Norm', { exact: true }).selectOption('-1')
  await page.waitForURL('**/staat?norm=-1')
  await page.locator('.order-bars').waitFor()
  await page.locator('.order-bars .index-row').first().click()
  await page.getByRole('dialog').getByText('Personen').waitFor()
  assert.deepEqual(await axeFindings(page), [])
})

test('a councillor reads what is not known, who answers for it, and takes the table along', async () => {
  const { page } = await visit(browser, { path: '/staat' })
  await page.getByRole('link', { name: 'Wat we niet weten' }).click()
  await page.waitForURL('**/staat/ontbrekend')
  const part = page.locator('section', { has: page.locator('#leemte-contradicted') })
  await part.getByText('Koers laat beide zien en kiest niet.').waitFor()
  await part.getByRole('link', { name: 'Als tabel, om mee te nemen' }).click()
  await page.waitForURL('**/staat/indicatoren?leemte=contradicted')
})

test('a researcher narrows the register to a gap and opens an indicator', async () => {
  const { page } = await visit(browser, { path: '/staat/indicatoren' })
  const all = await page.locator('.data-table tbody tr').count()
  await page.getByRole('button', { name: /bronnen spreken elkaar tegen/ }).click()
  await page.waitForURL('**/staat/indicatoren?leemte=contradicted')
  const narrowed = await page.locator('.data-table tbody tr').count()
  assert.ok(narrowed > 0 && narrowed < all, `${narrowed} of ${all}`)
  await page.locator('.data-table tbody th a').first().click()
  await page.waitForURL('**/staat/indicatoren/*')
  await page.getByText('Bronnen spreken elkaar tegen', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Velden en geschiedenis' }).click()
  await page.waitForURL('**/documenten/indicators/*')
})
