// SPDX-License-Identifier: EUPL-1.2
// A headless Chromium for the end-to-end tests; the server under test is KOERS_URL.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'

export const base = process.env['KOERS_URL'] ?? 'http://localhost:8040'
export const themes = ['light', 'dark', 'contrast'] as const
export const widths = [360, 1280] as const
type Theme = (typeof themes)[number]

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = process.env['KOERS_SHOTS']

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  })
}

export interface Visit {
  path: string
  theme?: Theme
  width?: number
  language?: 'nl' | 'en'
}

/** Opens a page and waits until it has what it asked for; `faults` collects what the browser complained about. */
export async function visit(
  browser: Browser,
  { path, theme = 'light', width = 1280, language = 'nl' }: Visit,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce', acceptDownloads: true })
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('koers-theme', chosenTheme!)
      localStorage.setItem('koers-language', chosenLanguage!)
    },
    [theme, language],
  )
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(base + path)
  await page.waitForSelector('h1')
  await page.waitForLoadState('networkidle')
  return { page, faults }
}

interface Finding {
  id: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe-core finds on the page as it stands, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    type Options = { resultTypes: string[] }
    const { axe } = window as unknown as { axe: { run(node: Document, options: Options): Promise<{ violations: Finding[] }> } }
    return (await axe.run(document, { resultTypes: ['violations'] })).violations // what passes need not be told whole
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary.split('\n')[1] ?? ''}`),
  )
}

/** How far the page sticks out sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
}

/** Presses every button under the first 'Meenemen' of `part`; the files by name, in the order of the buttons. */
export async function takeAlong(page: Page, part: Locator): Promise<Record<string, Buffer>> {
  const choices = part.locator('.take-along').first()
  await choices.getByText('Meenemen').click()
  const files: Record<string, Buffer> = {}
  for (const button of await choices.getByRole('button').all()) {
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
    files[file.suggestedFilename()] = readFileSync(await file.path())
  }
  return files
}

/** A picture of the page for people to look at, in the folder KOERS_SHOTS. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

/** Looks at one page in every theme and width; what is wrong with it, one line each. */
export async function inspect(browser: Browser, name: string, path: string): Promise<string[]> {
  const wrong: string[] = []
  for (const width of widths) {
    const { page, faults } = await visit(browser, { path, width })
    for (const theme of themes) {
      // As the switch in the head of the page does; a theme changes colours only, so the page need not come again.
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      const where = `${path} ${theme} ${width}`
      wrong.push(...(await axeFindings(page)).map((finding) => `${where} ${finding}`))
      const out = await overflow(page)
      if (out > 0) wrong.push(`${where} sticks out ${out} px`)
      await shoot(page, `${name}-${width}-${theme}`)
    }
    wrong.push(...faults.map((fault) => `${path} ${width} console: ${fault}`))
    await page.context().close()
  }
  return wrong
}

/** Looks at a page that somebody has done something with, as it stands, in every theme and width. */
export async function inspectAsItStands(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    for (const theme of themes) {
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
      wrong.push(...(await axeFindings(page)).map((finding) => `${name} ${theme} ${width} ${finding}`))
      const out = await overflow(page)
      if (out > 0) wrong.push(`${name} ${theme} ${width} sticks out ${out} px`)
      await shoot(page, `${name}-${width}-${theme}`)
    }
  }
  return wrong
}
