// SPDX-License-Identifier: EUPL-1.2
// A picture that can stand outside this page: with its looks, its title, and what must be known of it.

const namespace = 'http://www.w3.org/2000/svg'
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'display',
  'visibility',
  'paint-order',
]
/** What means something on the page only. */
const ofThePage = ['class', 'role', 'tabindex', 'aria-pressed']
const margin = 16
const lineHeight = 20

export interface PictureFile {
  picture: SVGSVGElement
  title: string
  /** Sentences below the picture: its sources, and whether anything in it is made up. */
  notes: string[]
}

/** Lines of about `width` pixels. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(12, Math.floor(width / 7))
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= most) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}

/** Pictures leave in the light theme, as on paper: nobody knows what they will stand on. */
function inLightTheme<T>(work: () => T): T {
  const { dataset } = document.documentElement
  const before = dataset['theme']
  dataset['theme'] = 'light'
  try {
    return work()
  } finally {
    dataset['theme'] = before
  }
}

function copyWithLooks(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const originals = [picture, ...picture.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original)
    for (const name of ofThePage) copies[index]!.removeAttribute(name)
    for (const name of kept) copies[index]!.setAttribute(name, style.getPropertyValue(name))
  }
  return copy
}

function put(parent: Element, name: string, attributes: Record<string, string | number>, text?: string): Element {
  const element = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text !== undefined) element.textContent = text
  return parent.appendChild(element)
}

function compose({ picture, title, notes }: PictureFile): SVGSVGElement {
  const root = getComputedStyle(document.documentElement)
  const token = (name: string) => root.getPropertyValue(name).trim()
  const { width, height } = picture.getBoundingClientRect()
  const [head, foot] = [wrapped(title, width * 0.8), notes.flatMap((note) => wrapped(note, width))]
  const top = margin + head.length * (lineHeight + 4) + 8
  const total = {
    width: Math.round(width) + 2 * margin,
    height: Math.round(top + height + foot.length * lineHeight + 2 * margin),
  }
  const sheet = document.createElementNS(namespace, 'svg')
  for (const [key, value] of Object.entries(total)) sheet.setAttribute(key, String(value))
  sheet.setAttribute('viewBox', `0 0 ${total.width} ${total.height}`)
  put(sheet, 'title', {}, title)
  put(sheet, 'rect', { ...total, fill: token('--koers-card') })
  const words = { 'font-family': token('--koers-font-text'), x: margin }
  head.forEach((line, index) => {
    const y = margin + 18 + index * (lineHeight + 4)
    put(sheet, 'text', { ...words, y, 'font-size': 18, 'font-weight': 600, fill: token('--koers-ink') }, line)
  })
  const copy = copyWithLooks(picture)
  for (const [key, value] of Object.entries({ x: margin, y: top, width, height })) copy.setAttribute(key, String(value))
  sheet.appendChild(copy)
  foot.forEach((line, index) => {
    const y = top + height + margin + 12 + index * lineHeight
    put(sheet, 'text', { ...words, y, 'font-size': 14, fill: token('--koers-soft') }, line)
  })
  return sheet
}

export function svgText(file: PictureFile): string {
  return new XMLSerializer().serializeToString(inLightTheme(() => compose(file)))
}

export function svgFile(file: PictureFile): Blob {
  return new Blob([svgText(file)], { type: 'image/svg+xml' })
}
