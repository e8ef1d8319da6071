// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { base, inspect, inspectAsItStands, launch, takeAlong, visit } from './browser.ts'

/** Short enough to be played while a test waits. */
const short = 'against=baseline&years=3&replicates=2&seed=1'
const patience = 120_000

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

const pack = (question: object) => Buffer.from(JSON.stringify({ v: 1, ...question })).toString('base64url')
const dwellings = { name: 'a', form: 'new_dwellings', area: 'neighbourhood/BU06370003', from: 2023, number: 150, tenure: 'owner' }

async function answered(page: Page): Promise<void> {
  await page.getByText('Klaar: 2 van 2 herhalingen').waitFor({ timeout: patience })
  await page.getByRole('heading', { name: 'In het kort' }).waitFor({ timeout: patience })
}

test('the questions, an empty form, a copy and a broken link are sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'roltrap', '/roltrap'), [])
  assert.deepEqual(await inspect(browser, 'roltrap-leeg', '/roltrap?opstellen=1'), [])
  assert.deepEqual(await inspect(browser, 'roltrap-kopie', '/roltrap?opstellen=1&scenario=meerzicht'), [])
  assert.deepEqual(await inspect(browser, 'roltrap-stuk', '/roltrap?vraag=abc'), [])
})

test('an answer is sound in every theme and width, with everything that can be opened open', async () => {
  const { page } = await visit(browser, { path: `/roltrap?scenario=entree&${short}` })
  await answered(page)
  await page.locator('.course-chart').waitFor()
  await page.evaluate(() =>
    document.querySelectorAll('main details:not(.take-along)').forEach((each) => each.setAttribute('open', '')),
  )
  assert.deepEqual(await inspectAsItStands(page, 'roltrap-antwoord'), [])
})

test('a title of three hundred letters breaks nothing', async () => {
  const title = 'Hoe verandert de stad als overal tegelijk iets gebeurt? '.repeat(6).slice(0, 300)
  const { page } = await visit(browser, { path: `/roltrap?vraag=${pack({ title, summary: '', steps: [dwellings] })}&${short}` })
  await answered(page)
  assert.deepEqual(await inspectAsItStands(page, 'roltrap-lang'), [])
})

test('an alderman opens a question of the city and reads the answer, with where it comes from', async () => {
  const { page } = await visit(browser, { path: '/roltrap' })
  await page.getByRole('link', { name: 'De Entree: simuleer' }).click()
  await page.waitForURL(/scenario=entree&against=baseline&years=20&replicates=20&seed=1/)
  await page.goto(`${base}/roltrap?scenario=entree&${short}`)
  await answered(page)
  assert.match((await page.locator('.in-short').textContent())!, /eind 2024/i)
  await page.getByText('Deels geijkt op cijfers van de stad').waitFor()
  await page.locator('.key-figures .num').first().click()
  await page
    .getByRole('dialog')
    .getByText(/Woonroltrap .*2 herhalingen, begingetal 1/)
    .waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.stair[tabindex="0"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('Eén persoon van 25 tot en met 54 jaar.').waitFor()
})

test('the stairs have a table with the same figures, to take along', async () => {
  const { page } = await visit(browser, { path: `/roltrap?scenario=entree&${short}` })
  await answered(page)
  const stairs = page.locator('.stairs-section')
  const pictured = await stairs.locator('.flow-number tspan').first().textContent()
  const files = await takeAlong(page, stairs)
  assert.deepEqual(Object.keys(files), ['roltrap-entree.csv', 'roltrap-entree.xlsx', 'roltrap-entree.svg', 'roltrap-entree.png'])
  await stairs.getByRole('button', { name: 'Als tabel' }).click()
  const row = stairs.locator('tbody tr', { hasText: 'Starters' }).filter({ hasText: 'Verhuist binnen de stad' })
  const plan = await row.locator('td').nth(2).textContent()
  assert.equal(Math.round(Number(plan!.replace('.', '').replace(',', '.'))), Number(pictured!.replace('.', '')))
})

test('a press on the map, with the keyboard too, shows the course of an area', async () => {
  const { page } = await visit(browser, { path: `/roltrap?scenario=entree&${short}` })
  await answered(page)
  const map = page.locator('.change-section')
  await map.getByLabel('Kies wat de kaart laat zien').selectOption('lowest_income_share')
  await map.getByRole('button', { name: 'Wijken', exact: true }).click()
  await map.locator('.map-area[role=button][tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  const name = (await map.locator('.map-area[aria-pressed=true]').getAttribute('aria-label'))!.split(':')[0]!
  await map.getByRole('heading', { name, level: 3 }).waitFor()
  await map.locator('.area-course').getByRole('button', { name: 'Als tabel' }).click()
  await map.getByRole('columnheader', { name: 'Eind van het jaar' }).waitFor()
})

test('a resident asks an own question, puts a step on the map, takes one back, and shares the link', async () => {
  const { page } = await visit(browser, { path: '/roltrap' })
  await page.getByRole('link', { name: 'Stel een eigen vraag' }).click()
  await page.getByLabel('Naam van de vraag').fill('Meer woningen in mijn buurt')
  await page.getByRole('button', { name: 'Openbare ruimte' }).click()
  await page.getByRole('button', { name: 'Maak ongedaan' }).click()
  assert.equal(await page.locator('.step-card').count(), 0)
  await page.getByRole('button', { name: 'Nieuwe woningen' }).click()
  await page.getByLabel('Aantal woningen').fill('120')
  await page.getByLabel('Tot en met').fill('2026')
  await page
    .locator('.form-map .map-area[role=button]')
    .filter({ has: page.locator('path') })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText('120 appartementen, sociale huur, in Dorp, 2025–2026').waitFor()
  await page.getByText(/Meer instellingen/).click()
  await page.getByLabel('Jaren vooruit').fill('5')
  await page.getByLabel('Herhalingen').fill('2')
  await page.getByRole('button', { name: 'Simuleer' }).click()
  await page.waitForURL(/vraag=/)
  await answered(page)
  assert.equal(await page.getByRole('button', { name: 'Bewaar als vraag van de stad' }).count(), 0)
  const { page: shared } = await visit(browser, { path: page.url().slice(base.length) })
  await shared.getByRole('heading', { name: 'Meer woningen in mijn buurt' }).waitFor()
  await answered(shared)
})

test('what is wrong stands at its step, before and after it is sent', async () => {
  const { page } = await visit(browser, { path: '/roltrap?opstellen=1' })
  await page.getByRole('button', { name: 'Openbare ruimte' }).click()
  await page.getByLabel('Hoeveel').fill('0.5')
  await page.getByRole('button', { name: 'Nieuwe woningen' }).click()
  await page.getByRole('button', { name: 'Simuleer' }).click()
  await page.getByText('Hier klopt iets niet: stap 2.').waitFor()
  const second = page.locator('.step-card').nth(1)
  await second.getByText('Hier ontbreekt iets dat ingevuld moet zijn').waitFor()
  await page.getByLabel('Aantal woningen').fill('100')
  await page.getByLabel('Tot en met').fill('2020')
  await page.getByRole('button', { name: 'Simuleer' }).click()
  await second.getByText('De jaren of dagen staan niet in de goede volgorde').waitFor()
  assert.equal(await page.getByLabel('Tot en met').getAttribute('aria-invalid'), 'true')
  assert.deepEqual(await inspectAsItStands(page, 'roltrap-fout'), [])
})

test('a simulation that takes long can be stopped, and what was simulated stays', async () => {
  const { page } = await visit(browser, { path: '/roltrap' })
  await page.goto(`${base}/roltrap?scenario=entree&years=30&replicates=100&seed=2`)
  await page.getByText('Bezig met simuleren').waitFor({ timeout: patience })
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByText(/Gestopt na \d+ van 100 herhalingen/).waitFor({ timeout: patience })
  await page.getByRole('button', { name: 'Opnieuw simuleren' }).first().waitFor()
})

test('two plans stand beside each other', async () => {
  const { page } = await visit(browser, { path: `/roltrap?scenario=mix-sociaal&${short}` })
  await answered(page)
  await page.getByLabel('Naast').selectOption('mix-koop')
  await page.waitForURL(/against=mix-koop/)
  await answered(page)
  await page.getByText('Vergeleken met: Zelfde aantal, vooral koop.').waitFor()
})

test('a question that the city does not have is said to be missing', async () => {
  const { page } = await visit(browser, { path: `/roltrap?scenario=bestaat-niet&${short}` })
  await page.getByText('Deze vraag bestaat niet (meer)').waitFor()
})
