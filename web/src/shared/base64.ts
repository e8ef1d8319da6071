// SPDX-License-Identifier: EUPL-1.2
// A file as the API takes it.
const piece = 0x8000

/** Base64, in pieces: a call takes only so many arguments. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}
