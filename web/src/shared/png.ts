// SPDX-License-Identifier: EUPL-1.2
// A picture as pixels, twice as many as on the screen.
import { svgText, type PictureFile } from './picture'

const scale = 2

function fontRules(): CSSFontFaceRule[] {
  const own = [...document.styleSheets].filter(({ href }) => href?.startsWith(location.origin))
  return own.flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSFontFaceRule)
}

async function dataUrl(url: string): Promise<string> {
  const content = await (await fetch(url)).blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(content)
  })
}

/** The fonts that `svg` names, within itself: what is drawn as an image cannot ask for files. */
async function fontsFor(svg: string): Promise<string> {
  const used = fontRules().filter(({ style }) => svg.includes(style.getPropertyValue('font-family').replace(/["']/g, '')))
  const rules = used.map(async ({ style, parentStyleSheet, cssText }) => {
    const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1]
    if (!address) return ''
    const content = await dataUrl(new URL(address, parentStyleSheet?.href ?? location.href).href)
    return cssText.replace(address, content)
  })
  return (await Promise.all(rules)).join('')
}

export async function pngFile(file: PictureFile): Promise<Blob> {
  const svg = svgText(file)
  const drawn = svg.replace(/>/, `><style>${await fontsFor(svg)}</style>`)
  const image = new Image()
  // An address of the kind `data:`, for that is what the content security policy allows images to be.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
  })
}
