// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axeFindings, inspect, launch, visit } from './browser.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

for (const [name, path] of [
  ['visie', '/visie'],
  ['oorzaken', '/visie/oorzaken'],
  ['dekking', '/visie/dekking'],
  ['uitgangspunten', '/visie/uitgangspunten'],
] as const) {
  test(`${path} is sound in every theme and width`, async () => {
    assert.deepEqual(await inspect(browser, name, path), [])
  })
}

test('a councillor opens a challenge and goes to something that is being done for it', async () => {
  const { page } = await visit(browser, { path: '/visie' })
  const challenge = page.locator('.challenge').first()
  await challenge.locator('summary').click()
  await challenge.getByText(/Wat er gebeurt/).waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await challenge.locator('.attached a[href^="/programmas/"]').first().click()
  await page.waitForURL('**/programmas/*')
})

test('a link to a challenge opens it', async () => {
  const { page } = await visit(browser, { path: '/visie' })
  const anchor = (await page.locator('.challenge').nth(3).getAttribute('id'))!
  const { page: linked } = await visit(browser, { path: `/visie#${anchor}` })
  assert.equal(await linked.locator(`#${anchor}`).evaluate((element) => (element as HTMLDetailsElement).open), true)
})

test('summed costs are marked where an amount in the sum was made up, and only there', async () => {
  const marked = async (challenge: string) => {
    const { page } = await visit(browser, { path: `/visie#opgave-${challenge}` })
    const body = page.locator(`#opgave-${challenge} .challenge-body`)
    await body.getByText('€', { exact: false }).first().waitFor()
    return body.locator('.illustrative').count()
  }
  assert.equal(await marked('wijken-eigen-verhaal'), 1)
  assert.equal(await marked('leven-lang-ontwikkelen'), 0)
})

test('a researcher asks an arrow for its evidence with the keyboard', async () => {
  const { page } = await visit(browser, { path: '/visie/oorzaken' })
  const arrow = page.locator('.arrow[role=button][tabindex="0"]')
  await arrow.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Zekerheid', { exact: true }).waitFor()
  await drawer.getByText('Bron', { exact: true }).waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await page.keyboard.press('Escape')
})

test('choosing a loop lights its arrows only', async () => {
  const { page } = await visit(browser, { path: '/visie/oorzaken' })
  await page.locator('.loop').first().click()
  const lit = await page.locator('.causal .arrow[data-dim="false"]').count()
  const all = await page.locator('.causal .arrow').count()
  assert.ok(lit >= 2 && lit < all, `${lit} of ${all}`)
})

test('guidelines appear around the mechanisms, and the table holds every influence', async () => {
  const { page } = await visit(browser, { path: '/visie/oorzaken' })
  const before = await page.locator('.causal .node').count()
  await page.getByLabel('Toon ook de hoofdlijnen').check()
  assert.ok((await page.locator('.causal .node').count()) > before)
  assert.deepEqual(await axeFindings(page), [])
  await page.getByRole('button', { name: 'Als tabel' }).click()
  const rows = await page.locator('.figure table tbody tr').count()
  const edges = await page.evaluate(
    async () => ((await (await fetch('/api/v1/causal-map')).json()) as { edges: unknown[] }).edges.length,
  )
  assert.equal(rows, edges)
})

test('the matrix has a row for every challenge and marks the empty ones', async () => {
  const { page } = await visit(browser, { path: '/visie/dekking' })
  const coverage = await page.evaluate(
    async () => (await (await fetch('/api/v1/coverage')).json()) as { challenges: { count: number }[]; cells: unknown[] },
  )
  assert.equal(await page.locator('.matrix-row').count(), coverage.challenges.length)
  assert.equal(await page.locator('.matrix-mark').count(), coverage.cells.length)
  assert.equal(await page.locator('tr[data-empty="true"]').count(), coverage.challenges.filter(({ count }) => count === 0).length)
})

test('the vision can be read as it was on another day', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const { page } = await visit(browser, { path: `/visie?op=${today}` })
  await page.getByText(/U leest de visie van/).waitFor()
  await page.locator('.challenge').first().waitFor()
  await page.getByRole('button', { name: 'Naar vandaag' }).click()
  await page.waitForURL((url) => !url.search.includes('op='))
})

test('of a day before the ledger began, the page says so and offers the way back', async () => {
  const { page } = await visit(browser, { path: '/visie?op=2022-02-01' })
  await page.getByText(/Koers houdt bij wat er is vastgelegd sinds/).waitFor()
  assert.match((await page.getByLabel('Zoals het was op').getAttribute('min')) ?? '', /^\d{4}-\d{2}-\d{2}$/)
  await page.getByRole('button', { name: 'Naar vandaag' }).click()
  await page.locator('.challenge').first().waitFor()
})
