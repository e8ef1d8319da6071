// SPDX-License-Identifier: EUPL-1.2
// All plans of the city beside each other: what a councillor does with it who has to weigh an agenda.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { base, inspect, inspectAsItStands, launch, takeAlong, visit } from './browser.ts'

/** Short enough to be played while a test waits. */
const short = 'against=baseline&years=2&replicates=2&seed=1'
const patience = 120_000

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

async function answered(page: Page): Promise<void> {
  await page.getByText('Klaar: 2 van 2 herhalingen').waitFor({ timeout: patience })
  // The last table may come a moment after the end is told.
  await page.waitForFunction(() => {
    const rows = [...document.querySelectorAll('.plan-marks')]
    return rows.length > 0 && rows.every((row) => row.textContent?.includes('2× gespeeld'))
  })
}

/** Other plans may work out an effort of the same name; that of the plan itself comes first. */
const rowOf = (page: Page, plan: string) =>
  page
    .locator('.plans-matrix')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: plan, exact: true }) })
    .first()

test('all plans are sound in every theme and width, with everything that can be opened open', async () => {
  const { page } = await visit(browser, { path: `/roltrap?plannen=alle&${short}` })
  await answered(page)
  await page.evaluate(() =>
    document.querySelectorAll('main details:not(.take-along)').forEach((each) => each.setAttribute('open', '')),
  )
  assert.deepEqual(await inspectAsItStands(page, 'roltrap-plannen'), [])
})

test('a councillor comes from the questions, sees what every plan does, and goes on to one of them', async () => {
  const { page } = await visit(browser, { path: '/roltrap' })
  await page.getByRole('link', { name: 'Alle plannen naast elkaar' }).click()
  await page.waitForURL(/plannen=alle&against=baseline&years=20&replicates=20&seed=1/)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.goto(`${base}/roltrap?plannen=alle&${short}`)
  await answered(page)
  assert.equal(await page.locator('.plans-matrix').getByRole('rowheader').count(), 8)
  await page
    .getByRole('list', { name: 'Goed om te weten' })
    .getByText(/2 herhalingen/)
    .waitFor()
  const row = rowOf(page, 'De Entree')
  assert.equal(await row.getByRole('cell').count(), 5)
  assert.equal(await row.getByRole('link', { name: 'Entree' }).last().getAttribute('href'), '/programmas/entree')
  await page
    .locator('.in-short')
    .getByText(/De Entree:/)
    .waitFor()
  await row.locator('.num').first().press('Enter')
  await page
    .getByRole('dialog')
    .getByText(/Woonroltrap .*2 herhalingen, begingetal 1/)
    .waitFor()
  await page.keyboard.press('Escape')
  await row.getByRole('link', { name: 'De Entree', exact: true }).first().click()
  await page.waitForURL(/scenario=entree&against=baseline&years=2&replicates=2&seed=1/)
})

test('the picture has a table with the same figures, to take along with where each row comes from', async () => {
  const { page } = await visit(browser, { path: `/roltrap?plannen=entree.meerzicht&${short}` })
  await answered(page)
  const part = page.locator('.plans-section').first()
  const pictured = await rowOf(page, 'De Entree').locator('.num').first().textContent()
  const files = await takeAlong(page, part)
  assert.deepEqual(Object.keys(files), ['plannen-mechanismen.csv', 'plannen-mechanismen.xlsx'])
  assert.match(files['plannen-mechanismen.csv']!.toString(), /[0-9a-f]{64}/)
  await part.getByRole('button', { name: 'Als tabel' }).click()
  const first = part.locator('tbody tr').first()
  assert.match((await first.textContent())!, /De Entree.*[0-9a-f]{64}/)
  const mean = Number((await first.locator('td').nth(2).textContent())!.replace('−', '-').replace(',', '.'))
  assert.equal(mean.toFixed(2), Number(pictured!.replace('−', '-').replace('+', '').replace(',', '.')).toFixed(2))
})

test('one figure of the city is chosen and shown for each plan', async () => {
  // Before its fourth year the Entree has no dwelling yet.
  const { page } = await visit(browser, { path: `/roltrap?plannen=entree.kwadrant&${short.replace('years=2', 'years=4')}` })
  await answered(page)
  const part = page.locator('#stad')
  await part.getByLabel('Kies welk cijfer u wilt zien').selectOption('dwellings')
  const entree = part.locator('.city-change', { hasText: 'De Entree' })
  assert.match((await entree.locator('.num').textContent())!, /▲ \+\d+/)
})

test('other plans are chosen with the keyboard, the address holds them, and what nobody waits for is stopped', async () => {
  const { page } = await visit(browser, { path: '/roltrap' })
  await page.goto(`${base}/roltrap?plannen=alle&years=30&replicates=50&seed=3`)
  await page.getByRole('progressbar').waitFor()
  await page.getByText(/Meer instellingen/).press('Enter')
  for (const [field, value] of [
    ['Jaren vooruit', '2'],
    ['Herhalingen', '2'],
  ] as const)
    await page.getByRole('spinbutton', { name: field }).fill(value)
  await page.getByText('Welke plannen (8 van 8)').press('Enter')
  for (const plan of ['Binnenstad', 'Kwadrant']) await page.getByLabel(plan, { exact: true }).press('Space')
  const stopped = page.waitForRequest((request) => request.method() === 'DELETE')
  await page.locator('.plans-choice').getByRole('button', { name: 'Opnieuw simuleren' }).press('Enter')
  await stopped
  await page.waitForURL(/plannen=entree\.dutch-innovation-park\.meerzicht\.mix-sociaal\.mix-gelijk\.mix-koop&/)
  await answered(page)
  assert.equal(await page.locator('.plans-matrix').getByRole('rowheader').count(), 6)
})

test('the first plan is there long before the last, and what was simulated stays when one stops', async () => {
  const { page } = await visit(browser, { path: '/roltrap' })
  await page.goto(`${base}/roltrap?plannen=alle&years=30&replicates=50&seed=2`)
  await page.locator('.plans-matrix .num').first().waitFor({ timeout: patience })
  await page.getByRole('progressbar').waitFor()
  await page.getByText('Nog niet gespeeld').first().waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByText(/Gestopt na \d+ van 50 herhalingen/).waitFor({ timeout: patience })
  assert.ok((await page.locator('.plans-matrix .num').count()) > 0)
})

test('a broken link and a plan that the city does not have are said to be so', async () => {
  assert.deepEqual(await inspect(browser, 'roltrap-plannen-stuk', '/roltrap?plannen=a.a'), [])
  const { page } = await visit(browser, { path: '/roltrap?plannen=entree.bestaat-niet' })
  await page.getByText('Deze vraag bestaat niet (meer)').waitFor()
})
