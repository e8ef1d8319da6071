// SPDX-License-Identifier: EUPL-1.2
export function ArrowHeads() {
  return (
    <defs>
      {(['positive', 'negative'] as const).map((sign) => (
        <marker
          key={sign}
          id={`head-${sign}`}
          className={`head-${sign}`}
          viewBox="0 0 10 10"
          refX="6"
          refY="5"
          markerWidth="13"
          markerHeight="13"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0.5 10 5 0 9.5z" />
        </marker>
      ))}
    </defs>
  )
}
