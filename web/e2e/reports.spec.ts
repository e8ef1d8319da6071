// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axeFindings, base, inspect, launch, overflow, visit } from './browser.ts'
import { visitAs } from './people.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('/rapporten is sound in every theme and width while nothing is frozen', async () => {
  assert.deepEqual(await inspect(browser, 'rapporten', '/rapporten'), [])
})

test('a resident looks at the state of the city as a page that is accessible by itself', async () => {
  const { page } = await visit(browser, { path: '/rapporten' })
  const link = page.getByRole('link', { name: 'Bekijk Staat van de stad (opent een nieuwe pagina)' })
  const address = await link.getAttribute('href')
  for (const width of [360, 1280] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(base + address)
    await page.getByRole('heading', { level: 1, name: /Staat van/ }).waitFor()
    assert.deepEqual(await axeFindings(page), [])
    assert.equal(await overflow(page), 0)
  }
  assert.equal(await page.locator('svg[role=img]').count(), await page.locator('figure').count())
})

test('a resident may not freeze, and is told who may', async () => {
  const { page } = await visit(browser, { path: '/rapporten' })
  await page.getByText('Wie daarvoor bevoegd is').waitFor()
  assert.equal(await page.getByRole('button', { name: /^Leg vast/ }).count(), 0)
})

test(
  'an officer freezes the profile of a neighbourhood, and everybody can fetch each of its files',
  { timeout: 300_000 },
  async () => {
    const page = await visitAs(browser, 'officer', '/rapporten')
    await page.getByLabel('Wijk of buurt').selectOption('WK063701')
    await page.getByRole('button', { name: 'Leg vast: Buurtprofiel' }).click()
    await page.getByText(/Vastgelegd als neighbourhood-WK063701-/).waitFor({ timeout: 240_000 })
    const row = page.getByRole('row', { name: /Buurtprofiel WK063701/ }).first()
    await row.waitFor()
    assert.deepEqual(await axeFindings(page), [])
    const files = await row.getByRole('link').evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''))
    assert.equal(files.length, 8)
    const { page: resident } = await visit(browser, { path: '/rapporten' })
    for (const file of files) {
      const answer = await resident.request.get(base + file)
      assert.equal(answer.status(), 200, file)
      assert.ok((await answer.body()).length > 500, file)
    }
  },
)

test('the open data are there, with their licence', async () => {
  const { page } = await visit(browser, { path: '/rapporten' })
  const links = await page.locator('.open-data a').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  assert.equal(links.length, 8)
  for (const link of links) assert.equal((await page.request.get(base + link)).status(), 200, link)
  const catalogue = (await (await page.request.get(`${base}/api/v1/open-data/catalogue`)).json()) as { 'dcat:dataset': unknown[] }
  assert.equal(catalogue['dcat:dataset'].length, 4)
})

test('a failing list of editions says so and can be asked again', async () => {
  const { page } = await visit(browser, { path: '/' })
  await page.route('**/api/v1/report-editions', (route) => route.fulfill({ status: 500, body: '{}' }))
  await page.getByRole('link', { name: 'Rapporten' }).first().click()
  await page.getByRole('alert').first().waitFor()
  await page.unroute('**/api/v1/report-editions')
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('heading', { name: 'Vastgelegde uitgaven' }).waitFor()
  await page.getByRole('alert').first().waitFor({ state: 'detached' })
})
