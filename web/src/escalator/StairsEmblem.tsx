// SPDX-License-Identifier: EUPL-1.2
/** Eight steps with an arrow in and an arrow out, as an emblem of the page; says nothing that the text beside it does not. */
export function StairsEmblem() {
  const steps = Array.from({ length: 8 }, (_, index) => index)
  return (
    <svg className="stairs-emblem" viewBox="0 0 260 130" aria-hidden="true">
      {steps.map((index) => (
        <rect
          key={index}
          className="emblem-step"
          data-step={index}
          x={22 + index * 27}
          y={104 - index * 12}
          width="27"
          height={12 + index * 12}
        />
      ))}
      <path className="emblem-in" d="M0 92h14M8 86l7 6-7 6" />
      <path className="emblem-out" d="M240 14h14M248 8l7 6-7 6" />
    </svg>
  )
}
