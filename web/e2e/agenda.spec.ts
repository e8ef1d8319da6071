// SPDX-License-Identifier: EUPL-1.2
// The agenda: what an alderman, a resident and a researcher do with it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { base, inspectAsItStands, launch, takeAlong, visit } from './browser.ts'

/** Small enough to be worked out while a test waits. */
const small = 'weging=actieagenda-economie-2020-2022'
const patience = 120_000

let browser: Browser
before(async () => {
  browser = await launch()
})
after(() => browser.close())

const bestSentence = (page: Page) => page.locator('.agenda-best-sentence')

async function found(path: string, width = 1280): Promise<Page> {
  const { page } = await visit(browser, { path, width })
  await bestSentence(page).waitFor({ timeout: patience })
  return page
}

for (const view of ['tijdlijn', 'borden', 'sporen', 'vergelijken'])
  test(`${view} is sound in every theme and width, with everything that can be opened open`, async () => {
    const page = await found(`/agenda?${small}&beeld=${view}`)
    await page.evaluate(() =>
      document.querySelectorAll('main details:not(.take-along)').forEach((each) => each.setAttribute('open', '')),
    )
    assert.deepEqual(await inspectAsItStands(page, `agenda-${view}`), [])
  })

test('what the agenda rests on is worked out at the press of a button, and is sound', async () => {
  const page = await found(`/agenda?${small}&beeld=afwegen`)
  for (const [title, there] of [
    ['Langzaam, gemiddeld of snel', '.tempo-column'],
    ['Met minder of meer geld', '.agenda-curve'],
    ['Wat de twee pijlers elkaar kosten', '.agenda-front'],
    ['Kern, grensgeval of erbuiten', '.standing-band'],
  ] as const) {
    await page.getByRole('region', { name: title }).getByRole('button', { name: 'Reken dit uit' }).click()
    await page.locator(there).first().waitFor({ timeout: patience })
  }
  await page.getByText(/Verschillen onder .* zijn toeval van het zoeken/).waitFor()
  await page.getByRole('button', { name: 'Neem stip 1 als agenda' }).click()
  await page.getByText(/Deze agenda staat nu op de pagina/).waitFor()
  assert.deepEqual(await inspectAsItStands(page, 'agenda-afwegen'), [])
  // The switch at the top now says of each tempo what it brings.
  await page
    .locator('.agenda-tempo', { hasText: 'Langzaam' })
    .getByText(/punten/)
    .waitFor()
})

test('an alderman sees how good the agenda is, wants something in, sees what gives way, and takes it back', async () => {
  const page = await found('/agenda?beeld=borden')
  assert.match((await bestSentence(page).textContent())!, /hoogstens|best mogelijke/)
  const out = page.locator('.agenda-column[data-form="out"] .agenda-card', {
    has: page.locator('[aria-pressed="false"] + [aria-pressed="false"]'),
  })
  const card = out.first()
  const title = (await card.locator('.agenda-card-title').textContent())!
  await card.getByRole('button', { name: 'Moet' }).press('Enter')
  await page.locator('.agenda-notice[data-kind="changed"], .agenda-notice[data-kind="refused"]').waitFor({ timeout: 5_000 })
  if (await page.locator('.agenda-notice[data-kind="refused"]').count()) return
  await page.waitForURL(/wensen=m\.effort/)
  const moved = page.locator('.agenda-card[data-marked="true"]', { hasText: title })
  await moved.getByText('veranderd').waitFor()
  // The focus went along with the card.
  assert.equal(await moved.getByRole('button', { name: 'Moet' }).evaluate((each) => each === document.activeElement), true)
  await page.getByRole('button', { name: `Laat de wens over ${title} los` }).waitFor()
  await page.getByText(/Er is een betere agenda gevonden|geen betere agenda gevonden/).waitFor({ timeout: patience })
  await page.getByRole('button', { name: 'Ongedaan maken' }).click()
  await page.waitForFunction(() => !location.search.includes('wensen'))
  assert.equal(await page.locator('.agenda-column[data-form="out"] .agenda-card', { hasText: title }).count(), 1)
})

test('a resident asks why something is not in, and reads the threshold', async () => {
  const page = await found('/agenda?beeld=borden&gebeurt=out')
  const card = page.locator('.agenda-card', { has: page.locator('[aria-pressed="false"] + [aria-pressed="false"]') }).first()
  await card.getByRole('link').click()
  await page.waitForURL(/onderdeel=/)
  await page.getByRole('button', { name: 'Waarom niet, en wat is ervoor nodig?' }).click()
  await page.getByRole('progressbar').first().waitFor()
  await page
    .locator('.agenda-why')
    .getByText(/zodra het .* punten waard is|past er niet in/)
    .waitFor({ timeout: patience })
  assert.deepEqual(await inspectAsItStands(page, 'agenda-onderdeel'), [])
})

test('the timeline has a table with the same years and money, to take along', async () => {
  const page = await found(`/agenda?${small}`)
  const part = page.locator('.agenda-view .figure').first()
  const rows = await page.locator('.timeline-row').count()
  assert.ok(rows > 0)
  const files = await takeAlong(page, part)
  assert.deepEqual(
    Object.keys(files),
    ['csv', 'xlsx', 'svg', 'png'].map((ending) => `agenda-tijdlijn.${ending}`),
  )
  assert.match(files['agenda-tijdlijn.svg']!.toString(), /bijbuigen|loopt door|nieuw/)
  await part.getByRole('button', { name: 'Als tabel' }).click()
  const heads = await part.getByRole('columnheader').allTextContents()
  assert.deepEqual(heads.slice(-3), ['2020', '2021', '2022'])
  assert.ok((await part.getByRole('rowheader').count()) >= rows)
})

test('the timeline is gone through with the arrow keys, and leads to the card of an item and back', async () => {
  const page = await found(`/agenda?${small}`)
  await page.locator('.timeline-row').first().focus()
  await page.keyboard.press('ArrowDown')
  const title = (await page.evaluate(() => document.activeElement?.querySelector('title')?.textContent))!
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.locator('.agenda-score .num').first().press('Enter')
  await page.getByRole('dialog').getByText(/tot/).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Terug naar de agenda' }).click()
  await page.locator('.timeline').waitFor()
})

test('a wish that does not fit says plainly what would be needed', async () => {
  const page = await found(`/agenda?${small}&beeld=borden`)
  await page.route('**/agenda-repairs', (route) =>
    route.fulfill({
      json: {
        outcome: 'not_found',
        changed: [],
        words: { nl: 'Er is geen agenda gevonden die past. Wie alles toch wil, komt het minst over de grens zo.' },
        choice: null,
        overruns: { words: { nl: '-' }, rows: [{ row: 'tempo', id: null, year: null, amount: 120_000 }], choice: null },
      },
    }),
  )
  await page.locator('.agenda-card').first().getByRole('button', { name: 'Niet' }).click()
  const refused = page.getByRole('alert')
  await refused.getByText('Deze wens past er niet bij').waitFor()
  await refused.getByText(/120\.000 meer aan verschuivingen/).waitFor()
  assert.doesNotMatch(page.url(), /wensen/)
  await refused.getByRole('button', { name: 'Laat deze wens achterwege' }).click()
  await refused.waitFor({ state: 'detached' })
})

test('a search can be stopped and begun again', async () => {
  const { page } = await visit(browser, { path: '/' })
  await page.goto(`${base}/agenda`)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByText('Het zoeken is gestopt.').waitFor()
  // What runs now is shown meanwhile.
  await page.locator('.timeline').waitFor()
  await page.getByRole('button', { name: 'Zoek opnieuw' }).click()
  await bestSentence(page).waitFor({ timeout: patience })
})

test('two agendas are compared, and a link holds one of them', async () => {
  const page = await found(`/agenda?${small}&beeld=vergelijken`)
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.getByRole('button', { name: /Kopieer een link/ }).click()
  const link = await page.getByRole('textbox', { name: /Kopieer een link/ }).inputValue()
  await page.goto(link)
  await page.getByRole('option', { name: 'De agenda uit de link' }).first().waitFor({ state: 'attached', timeout: patience })
  await page.getByLabel('Rechts').first().selectOption('link')
  await page.waitForURL(/rechts=link/)
})

test('a broken link, an unknown item and a city without a weighing are said to be so', async () => {
  const { page } = await visit(browser, { path: '/agenda?wensen=stuk' })
  await page.getByText('Deze link is niet heel').waitFor()
  await page.goto(`${base}/agenda?${small}&onderdeel=effort.bestaat-niet`)
  await page.getByRole('heading', { name: 'Dit onderdeel is er niet' }).waitFor()
  await page.route('**/agenda-frame*', (route) => route.fulfill({ status: 404, json: { type: '', title: '', status: 404 } }))
  await page.goto(`${base}/agenda`)
  await page.getByText('Er is nog niets om uit te kiezen').waitFor()
  assert.deepEqual(await inspectAsItStands(page, 'agenda-leeg'), [])
})
