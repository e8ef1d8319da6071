// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { inspect, launch, takeAlong, visit } from './browser.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('map and table are sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'buurten', '/buurten'), [])
})

test('profiles of a district and a neighbourhood are sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'wijk', '/buurten/WK063702'), [])
  assert.deepEqual(await inspect(browser, 'buurt', '/buurten/BU06370100'), [])
})

test('signals and the comparison of two areas are sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'signalen', '/buurten/signalen'), [])
  assert.deepEqual(await inspect(browser, 'vergelijken', '/buurten/vergelijken?a=WK063701&b=WK063706'), [])
})

test('a councillor compares two neighbourhoods and shares the address', async () => {
  const { page } = await visit(browser, { path: '/buurten' })
  await page.getByRole('link', { name: 'Twee gebieden vergelijken' }).click()
  await page.getByText('Kies twee verschillende gebieden').waitFor()
  await page.getByLabel('Eerste gebied').selectOption({ label: 'Palenstein' })
  await page.getByLabel('Tweede gebied').selectOption({ label: 'Dorp' })
  await page.waitForURL(/a=BU06370003&b=BU06370001/)
  await page.getByRole('heading', { name: 'Palenstein naast Dorp' }).waitFor()
  const said = await page.locator('.pair-picture').getAttribute('aria-label')
  await page.getByRole('button', { name: 'Als tabel' }).click()
  const rows = page.locator('.figure tbody tr')
  assert.equal(await rows.count(), said!.split('. ').length)
  const { page: shared } = await visit(browser, { path: new URL(page.url()).pathname + new URL(page.url()).search })
  await shared.getByRole('heading', { name: 'Palenstein naast Dorp' }).waitFor()
})

test('the map goes back in time, and its table with it', async () => {
  const { page } = await visit(browser, { path: '/buurten?niveau=neighbourhood&indicator=leefbaarometer-class' })
  const value = () =>
    page.locator('section[aria-label=Tabel] tbody tr', { hasText: 'Palenstein' }).locator('td').first().textContent()
  const latest = await value()
  await page.getByLabel('Periode').selectOption('2012')
  await page.waitForURL(/periode=2012/)
  await page.getByRole('heading', { name: 'Leefbaarheid, klasse (2012)' }).waitFor()
  assert.notEqual(await value(), latest)
  assert.match((await value())!, /^3/)
})

test('a profile shows where an area stands among all districts of the country', async () => {
  const { page } = await visit(browser, { path: '/buurten/WK063701' })
  const card = page.locator('.measurement', { has: page.getByRole('heading', { name: 'Personen met een laag inkomen' }) })
  assert.match(
    (await card.locator('svg.strip').getAttribute('aria-label'))!,
    /Land: van .* \(5%\) tot .* \(95%\), de helft tussen/,
  )
  await card.getByRole('button', { name: 'Als tabel' }).click()
  await card.getByRole('columnheader', { name: '25% ligt lager dan' }).waitFor()
})

test('a researcher compares districts on another figure and takes it along', async () => {
  const { page } = await visit(browser, { path: '/buurten' })
  await page.getByLabel('Cijfer', { exact: true }).selectOption('owner-occupied')
  await page.waitForURL(/indicator=owner-occupied/)
  const table = page.getByRole('region', { name: 'Tabel', exact: true })
  const files = await takeAlong(page, table)
  assert.deepEqual(Object.keys(files), ['district-owner-occupied.csv', 'district-owner-occupied.xlsx'])
  const csv = files['district-owner-occupied.csv']!.toString()
  assert.match(csv.split('\r\n')[0]!, /Periode,Status,Bron$/)
  assert.match(csv, /Kerncijfers wijken en buurten/)
  const sheet = unzipSync(files['district-owner-occupied.xlsx']!)['xl/worksheets/sheet1.xml']!
  assert.equal(strFromU8(sheet).match(/<row /g)!.length, csv.trimEnd().split('\r\n').length)
  await table.getByRole('button', { name: /%/ }).first().click()
  await page.getByRole('dialog').getByText('Kerncijfers wijken en buurten').waitFor()
})

test('a resident opens a district from the map with the keyboard', async () => {
  const { page } = await visit(browser, { path: '/buurten' })
  await page.locator('.map-area[role=button][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^Profiel van / }).click()
  await page.waitForURL('**/buurten/*')
  await page.getByRole('heading', { name: 'Inwoners naar leeftijd' }).waitFor()
})

test('neighbourhoods have their own level, and what is missing is said', async () => {
  const { page } = await visit(browser, { path: '/buurten' })
  await page.getByRole('button', { name: 'Buurten', exact: true }).click()
  await page.waitForURL(/niveau=neighbourhood/)
  await page.locator('main tbody th a').first().click()
  await page.getByText(/Van \d+ indicatoren is hier geen cijfer/).click()
  await page.getByText('De bronnen geven deze cijfers niet').waitFor()
})

test('the names of areas stand in the order of the alphabet, not of the figures', async () => {
  const { page } = await visit(browser, { path: '/buurten' })
  const names = await page.locator('main section[aria-label=Tabel] tbody th').allTextContents()
  assert.deepEqual(
    names,
    [...names].sort((a, b) => a.localeCompare(b)),
  )
})
