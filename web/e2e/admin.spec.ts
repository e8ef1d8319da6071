// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { axeFindings, inspect, launch, overflow, visit } from './browser.ts'
import { administrator, password, setUpToken, visitAs } from './people.ts'

const city = join(import.meta.dirname, '../../cities/zoetermeer')
let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

test('the first administrator makes an account with the one-time link', async () => {
  const { page } = await visit(browser, { path: `/welkom#${setUpToken()}` })
  await page.getByRole('button', { name: 'Account maken' }).click()
  assert.equal(await page.locator('[aria-invalid=true]').count(), 3)
  await page.getByLabel('Uw naam').fill(administrator.displayName)
  await page.getByLabel('Inlognaam').fill(administrator.loginName)
  await page.getByLabel('Wachtwoord', { exact: true }).fill('te kort')
  await page.getByText('nog te kort').waitFor()
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByText('sterk', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Account maken' }).click()
  await page.waitForURL('**/beheer')
  await page.getByRole('heading', { name: 'Mensen' }).waitFor()
})

test('the doors are sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'inloggen', '/inloggen'), [])
  assert.deepEqual(await inspect(browser, 'welkom', '/welkom#x'), [])
  assert.deepEqual(await inspect(browser, 'beheer', '/beheer'), [])
})

test('a wrong password is refused kindly', async () => {
  const { page } = await visit(browser, { path: '/inloggen' })
  await page.getByLabel('Inlognaam').fill('niemand')
  await page.getByLabel('Wachtwoord', { exact: true }).fill('een verkeerd wachtwoord')
  await page.locator('main').getByRole('button', { name: 'Inloggen' }).click()
  await page.getByRole('alert').getByText('klopt niet').waitFor()
})

test('every part of the administration is sound', async () => {
  for (const width of [360, 1280]) {
    const page = await visitAs(browser, 'administrator', '/beheer', width)
    for (const part of ['mensen', 'inlezen', 'cijfers', 'meenemen', 'logboek', 'rechten', 'wachtwoord']) {
      await page.locator(`.admin-nav a[href$=${part}]`).click()
      await page.locator('.admin-title').waitFor()
      await page.waitForLoadState('networkidle')
      for (const theme of ['light', 'dark', 'contrast']) {
        await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
        assert.deepEqual(await axeFindings(page), [], `${part} ${theme} ${width}`)
      }
      assert.equal(await overflow(page), 0, `${part} ${width}`)
    }
    await page.context().close()
  }
})

test('an administrator adds somebody, who chooses a password with the link', async () => {
  const page = await visitAs(browser, 'administrator', '/beheer/mensen')
  const login = `nieuw-${Date.now()}`
  await page.getByLabel('Naam', { exact: true }).fill('Dilan Öztürk')
  await page.getByLabel('Inlognaam').fill(login)
  await page.getByRole('region', { name: 'Iemand toevoegen' }).getByLabel('onderzoeker').check()
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click()
  const link = await page.locator('.one-time-link code').textContent()
  const account = page.locator('.account', { hasText: login })
  await account.getByText('moet nog een wachtwoord kiezen').waitFor()
  const { page: theirs } = await visit(browser, { path: new URL(link!).pathname + new URL(link!).hash })
  await theirs.getByLabel('Uw naam').fill('Dilan Öztürk')
  await theirs.getByLabel('Inlognaam').fill(login)
  await theirs.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await theirs.getByRole('button', { name: 'Account maken' }).click()
  await theirs.waitForURL('**/beheer')
  await page.reload()
  await stopAccessAndUndo(page, login)
})

async function stopAccessAndUndo(page: Page, login: string): Promise<void> {
  const account = page.locator('.account', { hasText: login })
  await account.getByRole('button', { name: /Toegang stoppen/ }).click()
  await account.getByText('mag niet inloggen').waitFor()
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await account.getByText('mag niet inloggen').waitFor({ state: 'detached' })
}

/** The files of the worked example; `change` may alter one. */
function packageFiles(change: (name: string, text: string) => string): { name: string; mimeType: string; buffer: Buffer }[] {
  const names = readdirSync(city, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(yaml|csv|geojson)$/.test(name))
  return names.map((name) => {
    const text = change(name, readFileSync(join(city, name), 'utf8'))
    return { name: name.split('/').at(-1)!, mimeType: 'text/plain', buffer: Buffer.from(text) }
  })
}

test('an import with a fault shows its place and changes nothing', async () => {
  const page = await visitAs(browser, 'administrator', '/beheer/inlezen')
  const files = packageFiles((name, text) =>
    name === 'efforts.yaml' ? text.replace('state: proposed', 'state: misschien') : text,
  )
  await page.locator('#pakket-bestanden').setInputFiles(files)
  const fault = page.locator('tbody tr', { hasText: 'misschien' })
  await fault.waitFor({ timeout: 60_000 })
  const line =
    readFileSync(join(city, 'efforts.yaml'), 'utf8')
      .split('\n')
      .findIndex((each) => each.includes('state: proposed')) + 1
  assert.match((await fault.locator('th').textContent()) ?? '', new RegExp(`efforts\\.yaml:${line}:\\d+`))
  await fault.getByText('Dit heeft niet de vorm die hier hoort').waitFor()
  await fault.getByText('Technische toelichting').click()
  await fault.getByText(/Expected: one of/).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Lees het in' }).count(), 0)
  assert.deepEqual(await axeFindings(page), [])
})

test('a package that is right says what it would change', async () => {
  const page = await visitAs(browser, 'administrator', '/beheer/inlezen')
  await page.locator('#pakket-bestanden').setInputFiles(packageFiles((_, text) => text))
  await page.getByText(/Het pakket klopt/).waitFor({ timeout: 60_000 })
})

test('anybody with an account takes the package along', async () => {
  const page = await visitAs(browser, 'administrator', '/beheer/meenemen')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download het pakket' }).click(),
  ])
  const files = unzipSync(readFileSync(await file.path()))
  assert.match(strFromU8(files['efforts.yaml']!), /^- id: /m)
})

test('the rights of an officer can be read', async () => {
  const page = await visitAs(browser, 'administrator', '/beheer/rechten')
  await page.getByLabel('Rol', { exact: true }).selectOption('officer')
  await page
    .getByRole('row', { name: /Programma’s en projecten/ })
    .getByText('ja')
    .first()
    .waitFor()
})
