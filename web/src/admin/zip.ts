// SPDX-License-Identifier: EUPL-1.2
// A ZIP archive of text files. What it is made with is fetched when somebody asks for one.

export interface TextFile {
  name: string
  text: string
}

/** The first moment that a ZIP can name: the same files then give the same archive, whenever they are taken along. */
const mtime = new Date(1980, 0, 1)

export async function zipOf(files: TextFile[]): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate')
  const content = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))
  return new Blob([zipSync(content, { mtime })], { type: 'application/zip' })
}
