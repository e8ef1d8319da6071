// SPDX-License-Identifier: EUPL-1.2
/** The mark of Koers: the ring of the policy cycle with a needle that points the way. */
export function Compass() {
  return (
    <svg className="compass" viewBox="0 0 64 64" aria-hidden="true">
      <path className="q-vision" d="M32 9a23 23 0 0 1 23 23" />
      <path className="q-frameworks" d="M55 32a23 23 0 0 1-23 23" />
      <path className="q-realisation" d="M32 55A23 23 0 0 1 9 32" />
      <path className="q-feedback" d="M9 32A23 23 0 0 1 32 9" />
      <path className="needle" d="m32 18 7 26-7-6-7 6z" />
    </svg>
  )
}
