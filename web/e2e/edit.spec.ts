// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { axeFindings, base, inspect, launch, overflow, shoot, visit } from './browser.ts'
import { ask, visitAs } from './people.ts'

const effort = '/documenten/efforts/living-labs'
const api = '/documents/efforts/living-labs'
let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

interface Seen {
  revision: number
  body: Record<string, unknown>
}

test('the general page of a document is sound in every theme and width', async () => {
  assert.deepEqual(await inspect(browser, 'document', '/documenten/budgets/actieagenda-economie-2020-2022'), [])
})

test('who is not logged in is asked to', async () => {
  assert.deepEqual(await inspect(browser, 'bewerken-dicht', `${effort}/bewerken`), [])
})

test('the form is sound at both widths', async () => {
  for (const width of [360, 1280]) {
    const page = await visitAs(browser, 'officer', `${effort}/bewerken`, width)
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      assert.deepEqual(await axeFindings(page), [], `${theme} ${width}`)
    }
    assert.equal(await overflow(page), 0)
    await page.context().close()
  }
})

test('an officer changes an effort, sees what changed, and undoes it', async () => {
  const page = await visitAs(browser, 'officer', `${effort}/bewerken`)
  const owner = page.getByLabel(/^Eigenaar/)
  const before = await owner.inputValue()
  await owner.fill('Team Samen')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.waitForURL(/bewaard=\d+/)
  await page.locator('.difference', { hasText: 'Eigenaar' }).first().getByText('Team Samen').waitFor()
  await page.locator('.notice').getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.locator('.field-row', { hasText: 'Team Samen' }).waitFor({ state: 'detached' })
  const { body } = await ask(page, 'GET', api)
  assert.equal((body as Seen).body['owner'] ?? '', before)
})

test('a fault stands at its field, and what was typed survives a reload', async () => {
  const page = await visitAs(browser, 'officer', `${effort}/bewerken`)
  await page.getByLabel(/^Begint/).fill('morgen')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  const begins = page.getByLabel(/^Begint/)
  assert.equal(await begins.getAttribute('aria-invalid'), 'true')
  await page.getByRole('alert').getByRole('button', { name: 'Begint' }).click()
  assert.ok(await begins.evaluate((element) => element === document.activeElement))
  assert.deepEqual(await axeFindings(page), [])
  await page.reload()
  await page.getByText('Uw eerdere invoer').waitFor()
  assert.equal(await page.getByLabel(/^Begint/).inputValue(), 'morgen')
  await page.getByRole('button', { name: 'Gooi die weg' }).click()
})

test('what the server refuses is told in Dutch, its English behind a note', async () => {
  const page = await visitAs(browser, 'officer', `${effort}/bewerken`)
  const { body: seen, etag } = await ask(page, 'GET', api)
  const wrong = { ...(seen as Seen).body, starts: '2031', ends: '2024' }
  const { status, body } = await ask(page, 'PUT', api, wrong, etag ?? '')
  assert.equal(status, 400)
  assert.equal((body as { faults: { rule: string }[] }).faults[0]!.rule, 'years_out_of_order')
  await page.getByLabel(/^Begint/).fill('2031')
  await page.getByLabel(/^Eindigt/).fill('2024')
  await page.getByRole('button', { name: 'Opslaan' }).click()
  const alert = page.getByRole('alert')
  await alert.getByText('De jaren of dagen staan niet in de goede volgorde').waitFor()
  await alert.getByText('Technische toelichting').click()
  await alert.getByText('not before 2031').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await shoot(page, 'fout-van-de-server')
})

test('a milestone is added, moved and taken out again with the keyboard', async () => {
  const page = await visitAs(browser, 'officer', `${effort}/bewerken`)
  const list = page.locator('#milestones')
  const before = await list.locator(':scope > ol > li').count()
  await list.getByRole('button', { name: 'Toevoegen aan mijlpalen' }).focus()
  await page.keyboard.press('Enter')
  assert.equal(await list.locator(':scope > ol > li').count(), before + 1)
  await page.getByRole('button', { name: `Haal mijlpalen ${before + 1} weg` }).focus()
  await page.keyboard.press('Enter')
  assert.equal(await list.locator(':scope > ol > li').count(), before)
})

test('a partner is picked by typing part of its name', async () => {
  const page = await visitAs(browser, 'officer', `${effort}/bewerken`)
  await page.getByRole('button', { name: 'Toevoegen aan opgaven' }).click()
  const input = page.locator('#challenges > ol > li').last().getByRole('combobox')
  await input.fill('sociale')
  await page.locator('.edit-reference [role=option]').first().waitFor()
  await page.keyboard.press('Enter')
  assert.match(await input.inputValue(), /sociale/i)
})

test('two people change the same effort and nothing is lost', async () => {
  const page = await visitAs(browser, 'officer', `${effort}/bewerken`)
  const { body: seen, etag } = await ask(page, 'GET', api)
  const { body } = seen as Seen
  await page.getByLabel(/^Eigenaar/).fill('Mijn team')
  const other = { ...body, owner: 'Hun team', ends: '2031' }
  const put = await ask(page, 'PUT', api, other, etag ?? '')
  assert.equal(put.status, 200)
  await page.getByRole('button', { name: 'Opslaan' }).click()
  const merge = page.getByRole('region', { name: 'Iemand anders was u net voor' })
  await merge.getByText('2031').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await merge.getByLabel(/Uw tekst/).check()
  await merge.getByRole('button', { name: 'Voeg samen' }).click()
  await page.getByRole('button', { name: 'Opslaan' }).click()
  await page.waitForURL(/bewaard=\d+/)
  const now = await ask(page, 'GET', api)
  const merged = (now.body as Seen).body
  assert.deepEqual([merged['owner'], merged['ends']], ['Mijn team', '2031'])
  await ask(page, 'PUT', api, body, now.etag ?? '')
})

test('a step needs a decision of who may take it, about this document', async () => {
  const page = await visitAs(browser, 'officer', effort)
  const { body } = await ask(page, 'GET', '/documents/decisions/raad-woonvisie-2015')
  const example = (body as Seen).body
  const step = page.getByRole('region', { name: 'Volgende stap' })
  const to = step.getByLabel('Nieuwe staat')
  const before = await to.locator('option').first().textContent()
  if ((await step.getByLabel(/^Besluit waarop/).count()) === 0) await step.getByText(/^Er is nog geen besluit/).waitFor()
  const { body: seen } = await ask(page, 'GET', api)
  const { permissions } = seen as { permissions: { transitions: { to: string; body?: string }[] } }
  const decision = {
    ...example,
    id: `stap-${Date.now()}`,
    body: permissions.transitions[0]!.body ?? 'council',
    date: '2026-11-02',
    subjects: ['effort/living-labs'],
    status: 'illustrative',
  }
  assert.equal((await ask(page, 'POST', '/documents/decisions', decision)).status, 201)
  await page.reload()
  await step.getByLabel(/^Besluit waarop/).selectOption(decision.id)
  await step.getByRole('button', { name: 'Zet deze stap' }).click()
  await page
    .locator('.field-row', { hasText: 'Staat' })
    .getByText(before ?? '', { exact: true })
    .waitFor()
  await page.locator('.revision').first().getByRole('link', { name: 'berust op een besluit' }).waitFor()
})

test('the history shows a document as it was on a day', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const page = await visitAs(browser, 'officer', effort)
  const day = page.getByLabel('Op deze dag')
  await day.fill(today)
  await page.getByRole('button', { name: 'Bekijk' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: String(new Date().getFullYear()) })
    .first()
    .waitFor()
  assert.equal(new URL(page.url()).searchParams.get('op'), today)
  assert.ok(((await day.getAttribute('min')) ?? '') <= today, 'no day before the ledger can be chosen')
  await page.goto(`${base}${effort}?op=1990-01-01`) // but it can be typed
  await page.getByRole('heading', { name: 'Van deze dag is er geen stand' }).waitFor()
})

test('what is withdrawn stays at its address, with the way back', async () => {
  const page = await visitAs(browser, 'officer', '/documenten/decisions/raad-woonvisie-2015')
  const { body: seen } = await ask(page, 'GET', '/documents/decisions/raad-woonvisie-2015')
  const id = `in-te-trekken-${Date.now()}`
  const example = { ...(seen as Seen).body, id, subjects: [], status: 'illustrative' }
  assert.equal((await ask(page, 'POST', '/documents/decisions', example)).status, 201)
  const address = `/documenten/decisions/${id}`
  await page.goto(base + address)
  await page.getByRole('button', { name: 'Intrekken' }).click()
  await page.getByText(/^Dit stuk is ingetrokken op .* door Bram Jansen/).waitFor()
  assert.equal(new URL(page.url()).pathname, address)
  assert.deepEqual(await axeFindings(page), [])
  const { page: residents } = await visit(browser, { path: address })
  await residents.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Terughalen' }).click()
  await page.getByRole('status').getByText('Opgeslagen als nieuwe versie').waitFor()
  const { body: back } = await ask(page, 'GET', `/documents/decisions/${id}`)
  assert.equal((back as Seen).revision, 3)
})
