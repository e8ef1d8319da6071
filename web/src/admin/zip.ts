// SPDX-License-Identifier: EUPL-1.2
// A ZIP archive of text files, stored without compression (PKWARE APPNOTE 6.3.10, 4.3.7–4.3.16).

export interface TextFile {
  name: string
  text: string
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

/** Numbers as little-endian bytes: [value, bytes] each. */
function fields(...list: [value: number, bytes: number][]): Uint8Array {
  return Uint8Array.from(
    list.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)),
  )
}

const utf8Names = 0x0800
const newYear1980 = 0x0021

export function zipOf(files: TextFile[]): Uint8Array<ArrayBuffer>[] {
  const encoder = new TextEncoder()
  const body: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  const push = (to: Uint8Array<ArrayBuffer>[], ...parts: Uint8Array[]) => {
    for (const part of parts) to.push(new Uint8Array(part))
    return parts.reduce((sum, part) => sum + part.length, 0)
  }
  let directorySize = 0
  for (const file of files) {
    const name = encoder.encode(file.name)
    const data = encoder.encode(file.text)
    const shared: [number, number][] = [
      [20, 2],
      [utf8Names, 2],
      [0, 2],
      [0, 2],
      [newYear1980, 2],
      [crc32(data), 4],
      [data.length, 4],
      [data.length, 4],
      [name.length, 2],
      [0, 2],
    ]
    directorySize += push(
      directory,
      fields([0x02014b50, 4], [20, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    )
    offset += push(body, fields([0x04034b50, 4], ...shared), name, data)
  }
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [directorySize, 4],
    [offset, 4],
    [0, 2],
  )
  return [...body, ...directory, new Uint8Array(end)]
}
