// SPDX-License-Identifier: EUPL-1.2
/** A pattern for every band beside its colour; band 1 and 5 are plain, for light and dark speak for themselves. */
export function MapPatterns({ prefix }: { prefix: string }) {
  const common = { patternUnits: 'userSpaceOnUse', width: 8, height: 8 } as const
  return (
    <defs>
      <pattern id={`${prefix}-none`} {...common} className="map-hatch-none">
        <path d="M0 0l8 8M8 0L0 8" />
      </pattern>
      <pattern id={`${prefix}-2`} {...common} className="map-hatch">
        <circle cx="4" cy="4" r="0.9" />
      </pattern>
      <pattern id={`${prefix}-3`} {...common} className="map-hatch">
        <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" />
      </pattern>
      <pattern id={`${prefix}-4`} {...common} className="map-hatch map-hatch-light">
        <path d="M0 2h8M0 6h8" />
      </pattern>
    </defs>
  )
}
