// SPDX-License-Identifier: EUPL-1.2
// A hint about a password. Length counts most; names and runs count as nothing.

export const leastLength = 12
export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** The length that is left when repeated and consecutive letters and what others know are left out. */
function usefulLength(password: string, known: string[]): number {
  let rest = password.toLowerCase()
  for (const word of known) if (word.length >= 3) rest = rest.replaceAll(word.toLowerCase(), '')
  const letters = [...rest]
  const kept = letters.filter((letter, index) => {
    if (index === 0) return true
    const step = letter.codePointAt(0)! - letters[index - 1]!.codePointAt(0)!
    return Math.abs(step) > 1
  })
  return Math.min(kept.length, new Set(kept).size * 2)
}

export function strengthOf(password: string, known: string[]): Strength {
  if ([...password].length < leastLength) return 'short'
  const useful = usefulLength(password, ['koers', 'welkom', 'wachtwoord', 'password', 'zoetermeer', ...known])
  if (useful < 9) return 'weak'
  return useful < 16 ? 'fair' : 'strong'
}
