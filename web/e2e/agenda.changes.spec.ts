// SPDX-License-Identifier: EUPL-1.2
// What those who may do with an agenda: keep it as the next version, and send in the sheet of the controller.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFindings, launch, overflow, visit } from './browser.ts'
import { visitAs } from './people.ts'

const economy = 'weging=actieagenda-economie-2020-2022'
const patience = 120_000

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

/** One row of a sheet, about the first item of the economic agenda. */
async function sheet(page: Page): Promise<string> {
  const frame = await page.evaluate(async () =>
    (await fetch('/api/v1/agenda-frame?weighing=actieagenda-economie-2020-2022')).json(),
  )
  const item = (frame as { items: { item: string }[] }).items[0]!.item
  return `onderdeel;optie;start;middel;eenheid;2020;2021;2022;status\n${item};doorgaan;2020;fund/budget-economie;EUR;70000;70000;60001;illustratief\n`
}

async function sendSheet(page: Page, text: string) {
  await page
    .getByLabel('Ingevuld werkblad')
    .setInputFiles({ name: 'bedragen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click()
}

test('a resident takes the sheet along and cannot send one in', async () => {
  const { page } = await visit(browser, { path: `/agenda?${economy}` })
  const link = page.getByRole('link', { name: 'Haal het werkblad op (XLSX)' })
  const answer = await page.request.get(new URL((await link.getAttribute('href'))!, page.url()).href)
  assert.equal(answer.status(), 200)
  assert.equal(await page.getByLabel('Ingevuld werkblad').count(), 0)
})

test(
  'an officer sees what a sheet would change, takes it over, and sees where another is wrong',
  { timeout: patience },
  async () => {
    const page = await visitAs(browser, 'officer', `/agenda?${economy}`)
    const text = await sheet(page)
    await sendSheet(page, text)
    await page.getByRole('table', { name: 'Wat het werkblad verandert' }).waitFor()
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      assert.deepEqual(await axeFindings(page), [])
      assert.equal(await overflow(page), 0)
    }
    await page.getByRole('button', { name: 'Neem over' }).click()
    await page.getByText('Het is overgenomen').waitFor()
    await sendSheet(page, text.replace('60001', 'zestig'))
    await page.getByRole('table', { name: 'Fouten in het werkblad' }).waitFor()
    assert.match(await page.getByRole('table', { name: 'Fouten in het werkblad' }).innerText(), /H2/)
    assert.deepEqual(await axeFindings(page), [])
  },
)

test('an officer keeps the agenda as the next version, and anybody compares it line by line', { timeout: patience }, async () => {
  const page = await visitAs(browser, 'officer', `/agenda?${economy}&beeld=vergelijken`)
  await page.getByRole('button', { name: 'Bewaar als volgende versie' }).click({ timeout: patience })
  await page
    .getByLabel('Titel (Nederlands)')
    .fill('Een volgende agenda voor de economische samenwerkingsverbanden van Zoetermeer')
  assert.deepEqual(await axeFindings(page), [])
  await page.getByRole('button', { name: 'Bewaar als volgende versie' }).last().click()
  await page.getByText('De versie is bewaard, als voorstel.').waitFor()
  const { page: resident } = await visit(browser, { path: `/agenda?${economy}&beeld=vergelijken`, width: 360 })
  await resident.getByRole('heading', { name: 'Versies van de agenda' }).waitFor()
  await resident.getByRole('table', { name: /Een volgende agenda/ }).waitFor({ timeout: patience })
  assert.deepEqual(await axeFindings(resident), [])
  assert.equal(await overflow(resident), 0)
})
