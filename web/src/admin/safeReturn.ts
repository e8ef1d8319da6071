// SPDX-License-Identifier: EUPL-1.2

/** Where to go after logging in: only an address of this site; anything else leads to the start. */
export function safeReturn(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
