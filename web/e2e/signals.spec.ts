// SPDX-License-Identifier: EUPL-1.2
// People who work with signals and notes: what they write is on the page, and nobody's name is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { axeFindings, launch, overflow, visit } from './browser.ts'
import { visitAs } from './people.ts'

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

interface Board {
  signals: { id: string; state: string; area: { id: string }; replies: unknown[] }[]
}

const boardOf = (page: Page) => page.evaluate(async () => (await (await fetch('/api/v1/signals')).json()) as Board)
const cardOf = (page: Page, id: string) => page.locator(`article:has(#signaal-${id})`)

async function openForm(card: Locator, title: string): Promise<Locator> {
  await card.getByText(title, { exact: true }).click()
  return card.getByRole('form', { name: title })
}

test('a resident reads who answers a question before when, and has no form to answer it', async () => {
  const { page } = await visit(browser, { path: '/buurten/signalen' })
  const late = (await boardOf(page)).signals.find(({ state }) => state === 'overdue')!
  const card = cardOf(page, late.id)
  await card.getByText('antwoord is te laat').waitFor()
  await card.getByText('Antwoord uiterlijk').waitFor()
  await card.getByText('illustratief voorbeeld').waitFor()
  await card.getByText('Waarom deze vraag').click()
  await card.getByRole('heading', { name: 'Verloop' }).waitFor()
  await card.getByRole('button', { name: 'Als tabel' }).first().click()
  await card.getByRole('columnheader', { name: 'verwacht' }).waitFor()
  assert.equal(await card.getByText('Antwoord geven').count(), 0)
  assert.deepEqual(await axeFindings(page), [])
})

test('an officer answers a late question with a reason, and it counts', async () => {
  const page = await visitAs(browser, 'officer', '/buurten/signalen')
  const late = (await boardOf(page)).signals.find(({ state }) => state === 'overdue')!
  const card = cardOf(page, late.id)
  const form = await openForm(card, 'Antwoord geven')
  await form.getByRole('button', { name: 'Leg het antwoord vast' }).click()
  assert.equal(await form.getByText('Vul dit in').count(), 2)
  assert.deepEqual(await axeFindings(page), [])
  await form.getByLabel('Wat is er gevonden').selectOption('acted_on')
  await form.getByLabel('Waarom').fill('Er loopt al een gesprek over de voorzieningen.')
  await form.getByRole('button', { name: 'Leg het antwoord vast' }).click()
  await card.getByText('beantwoord', { exact: true }).waitFor()
  await card.getByText('Er loopt al een gesprek over de voorzieningen.').waitFor()
  const after = (await boardOf(page)).signals.find(({ id }) => id === late.id)!
  assert.equal(after.state, 'answered')
})

test('a reply of the neighbourhood is placed, and one with a telephone number is refused where it stands', async () => {
  const page = await visitAs(browser, 'officer', '/buurten/signalen', 360)
  const { id } = (await boardOf(page)).signals.find(({ state }) => state === 'answered')!
  const card = cardOf(page, id)
  const form = await openForm(card, 'Reageren namens de buurt')
  await form.getByLabel('Namens wie').fill('Bewonersraad')
  const words = form.getByLabel('Reactie', { exact: true })
  await words.fill('Bel ons op 06-12345678.')
  await form.getByRole('button', { name: 'Plaats de reactie' }).click()
  await form.getByText('Bij teken 12 staat een telefoonnummer.').waitFor()
  assert.equal(await words.evaluate((each) => (each as HTMLTextAreaElement).selectionStart), 11)
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await overflow(page), 0)
  await words.fill('Wij zien het anders.')
  await form.getByRole('button', { name: 'Plaats de reactie' }).click()
  await card.locator('blockquote').getByText('Wij zien het anders.').waitFor()
})

test('a partner or officer adds what is seen, without anybody in it', async () => {
  const page = await visitAs(browser, 'officer', '/buurten/WK063703')
  await page.getByText('Waarneming toevoegen', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Waarneming toevoegen' })
  await form.getByLabel('Thema').selectOption('thema-sociaal')
  await form.getByLabel('Maand').fill('2022-02')
  await form.getByLabel('Beroep van wie het zag').fill('jongerenwerker')
  const words = form.getByLabel('Wat is er te zien')
  await words.fill('Mevrouw Jansen komt niet meer buiten.')
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await form.getByText('Bij teken 1 staat een naam van een persoon.').waitFor()
  assert.deepEqual(await axeFindings(page), [])
  await words.fill('Het is rustiger op het plein.')
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  const note = page.locator('.note-list li').filter({ hasText: 'Het is rustiger op het plein.' })
  await note.getByText('alleen voor medewerkers').waitFor()
  const { page: other } = await visit(browser, { path: '/buurten/WK063703' })
  assert.equal(await other.getByText('Het is rustiger op het plein.').count(), 0)
})
