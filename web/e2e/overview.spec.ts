// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axeFindings, inspect, launch, overflow, takeAlong, visit } from './browser.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('home is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'koers', '/'), [])
})

test('an alderman sees what is late and goes to a part of the cycle', async () => {
  const { page } = await visit(browser, { path: '/' })
  await page.getByRole('heading', { level: 1, name: /op koers voor \d{4}/ }).waitFor()
  const part = page.getByRole('button', { name: /Kaders: \d+ te laat, \d+ aan de beurt/ })
  await part.focus()
  await page.keyboard.press('Enter')
  assert.equal(await part.getAttribute('aria-pressed'), 'true')
  await page.getByRole('link', { name: 'Bekijk het beleid' }).click()
  await page.waitForURL('**/beleid')
})

test('a researcher asks a number where it comes from, and gets the focus back', async () => {
  const { page } = await visit(browser, { path: '/' })
  const number = page.locator('.strip .num').first()
  await number.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByText('Bron', { exact: true }).waitFor()
  await drawer.getByText('Periode', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  assert.ok(await number.evaluate((element) => element === document.activeElement))
})

test('the ring is taken along as table and as picture, with what is made up marked', async () => {
  const { page, faults } = await visit(browser, { path: '/', theme: 'dark' })
  const files = await takeAlong(page, page.locator('.cycle'))
  assert.deepEqual(
    Object.keys(files).map((name) => name.split('.')[1]),
    ['csv', 'xlsx', 'svg', 'png'],
  )
  assert.match(files['beleidscyclus.csv']!.toString(), /Illustratief: ingevuld/)
  const svg = files['beleidscyclus.svg']!.toString()
  assert.match(svg, /Een deel is illustratief/)
  assert.ok(/<rect [^>]*fill="#fff/.test(svg), 'also from the dark theme it leaves as on paper')
  const png = files['beleidscyclus.png']!
  const width = Number(/<svg [^>]*?width="(\d+)"/.exec(svg)![1])
  assert.deepEqual([png.subarray(1, 4).toString(), png.readUInt32BE(16)], ['PNG', 2 * width])
  assert.deepEqual(await axeFindings(page), [])
  assert.deepEqual(faults, [])
})

test('a picture turns into a table with the same figures, and comes along as CSV', async () => {
  const { page } = await visit(browser, { path: '/' })
  const cycle = page.locator('.cycle')
  await cycle.getByText('Meenemen').click()
  const [download] = await Promise.all([page.waitForEvent('download'), cycle.getByRole('button', { name: 'CSV' }).click()])
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n')
  const beads = await cycle.locator('svg.ring .bead').count()
  assert.equal(lines.length, beads + 1)
  await cycle.getByRole('button', { name: 'Als tabel' }).click()
  assert.equal(await cycle.locator('table tbody tr').count(), beads)
  await cycle.getByRole('button', { name: 'Als beeld' }).click()
  await cycle.locator('svg.ring').waitFor()
})

test('a resident chooses what the map shows and opens a district with the keyboard', async () => {
  const { page } = await visit(browser, { path: '/' })
  const choice = page.getByLabel('Kies wat de kaart laat zien')
  await choice.selectOption({ index: 3 })
  await page.locator('.map-area[role=button][tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  assert.match(name, /.+: .+/)
  await page.keyboard.press('Enter')
  await page.locator('.map-goto a').click()
  await page.waitForURL('**/buurten/*')
})

test('everything can be read in English, and that is remembered', async () => {
  const { page } = await visit(browser, { path: '/?lang=en' })
  await page.getByRole('heading', { level: 1, name: /on course for \d{4}/ }).waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
  await page.getByRole('button', { name: /NL Nederlands/ }).click()
  await page.getByRole('heading', { level: 1, name: /op koers voor/ }).waitFor()
})

test('the skip link leads past the menu, and search starts from the header', async () => {
  const { page } = await visit(browser, { path: '/' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'inhoud')
  await page.getByRole('searchbox').fill('woonvisie')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/zoeken?q=woonvisie')
})

test('on a phone the menu opens and nothing sticks out', async () => {
  const { page } = await visit(browser, { path: '/', width: 360 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('link', { name: 'Visie', exact: true }).click()
  await page.waitForURL('**/visie')
  assert.equal(await overflow(page), 0)
})

test('an address that does not exist says so and offers a way on', async () => {
  const { page } = await visit(browser, { path: '/nergens' })
  await page.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor()
  const wrong = await inspect(browser, 'onbekend', '/nergens')
  // The server rightly answers 404, which the browser writes down.
  assert.deepEqual(
    wrong.filter((line) => !line.includes('status of 404')),
    [],
  )
})

test('when the server is away the page says what to do, and goes on when it is back', async () => {
  const { page } = await visit(browser, { path: '/nergens' })
  await page.route('**/api/v1/overview', (route) => route.abort())
  await page.getByRole('link', { name: 'Naar het begin' }).click()
  await page.getByText(/De server is niet bereikbaar/).waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await page.unroute('**/api/v1/overview')
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('heading', { level: 1, name: /op koers voor/ }).waitFor()
})
