// SPDX-License-Identifier: EUPL-1.2
/** Up is dotted, down is striped, what may be chance is crossed: the map can be read without its colours. */
export function AreaPatterns({ prefix }: { prefix: string }) {
  const common = { patternUnits: 'userSpaceOnUse', width: 8, height: 8 } as const
  return (
    <defs>
      <pattern id={`${prefix}-up`} {...common} className="change-dots">
        <circle cx="4" cy="4" r="1.1" />
      </pattern>
      <pattern id={`${prefix}-up-strong`} {...common} className="change-dots change-on-strong">
        <circle cx="2" cy="2" r="1.1" />
        <circle cx="6" cy="6" r="1.1" />
      </pattern>
      <pattern id={`${prefix}-down`} {...common} className="change-stripes">
        <path d="M0 4h8" />
      </pattern>
      <pattern id={`${prefix}-down-strong`} {...common} className="change-stripes change-on-strong">
        <path d="M0 2h8M0 6h8" />
      </pattern>
      <pattern id={`${prefix}-chance`} {...common} className="change-cross">
        <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" />
      </pattern>
      <pattern id={`${prefix}-none`} {...common} className="map-hatch-none">
        <path d="M0 0l8 8M8 0L0 8" />
      </pattern>
      <pattern id={`${prefix}-steps-around`} {...common} className="change-dots">
        <path d="M0 4h8M4 0v8" />
      </pattern>
    </defs>
  )
}
