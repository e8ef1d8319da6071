// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axeFindings, launch, overflow } from './browser.ts'
import { visitAs } from './people.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

const mapping = `id: enquete
title: {nl: Enquête, en: Survey}
source: {id: enquete-2021, title: Enquête 2021, publisher: Gemeente Zoetermeer}
decimal_sign: comma
area: {code: [Buurtcode], name: [Buurt]}
period: {fixed: "2021"}
figures:
  - {indicator: satisfied-surroundings, column: [Tevreden]}
`

async function look(page: Page, rows: string): Promise<void> {
  await page.getByLabel('Een bestand', { exact: true }).check()
  const text = `Buurtcode;Buurt;Tevreden\n${rows}`
  await page
    .getByLabel('Bestand (CSV, XLSX of ODS)')
    .setInputFiles({ name: 'enquete.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page
    .getByLabel('Vertaalbestand')
    .setInputFiles({ name: 'enquete.yaml', mimeType: 'text/plain', buffer: Buffer.from(mapping) })
  await page.getByRole('button', { name: 'Laat zien wat er verandert' }).click()
  await page.getByRole('heading', { name: 'Wat er zou veranderen' }).waitFor()
}

test('figures of a file are shown, taken in and taken back', async () => {
  for (const width of [1280, 360]) {
    const page = await visitAs(browser, 'administrator', '/beheer/cijfers', width)
    await look(page, 'BU06370001;Dorp;81,5\n')
    await page.locator('.import-counts', { hasText: '1 nieuw' }).waitFor()
    await page.locator('tr', { hasText: 'Dorp' }).getByText('81,5%').waitFor()
    assert.deepEqual(await axeFindings(page), [], `preview ${width}`)
    assert.equal(await overflow(page), 0, `preview ${width}`)
    await page.getByRole('button', { name: 'Deze cijfers opnemen' }).click()
    await page.getByRole('status').getByText('zijn opgenomen').waitFor()
    const undo = page.getByRole('button', { name: /van enquete-2021 terugdraaien/ })
    await undo.click()
    await undo.waitFor({ state: 'detached' })
    await page.locator('tr', { hasText: 'enquete-2021' }).getByText('Teruggedraaid op').first().waitFor()
    await page.context().close()
  }
})

test('what is wrong in a file is said with its place, and cannot be taken in', async () => {
  const page = await visitAs(browser, 'administrator', '/beheer/cijfers')
  await look(page, 'BU06370001;Dorp;81.5\nBU06370002;Dorp;50\n')
  await page.getByRole('alert').getByText('2 keer iets mis').waitFor()
  await page.getByText('enquete.csv:2:3').waitFor()
  await page.getByText('code en naam moeten allebei kloppen').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Deze cijfers opnemen' }).count(), 0)
  assert.deepEqual(await axeFindings(page), [])
})
