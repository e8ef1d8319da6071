// SPDX-License-Identifier: EUPL-1.2
// Five bands of equal breadth with round borders: a band says about how much, never who is first.

export const bandCount = 5
const roundSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10]

function roundStepsFrom(least: number): number[] {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 10].flatMap((factor) => roundSteps.map((step) => step * power * factor))
}

const tidy = (value: number) => Number(value.toPrecision(12))

/** The borders of the bands, one more than there are bands; none when there is nothing to divide. */
export function bandBorders(values: (number | null)[]): number[] {
  const known = values.filter((value): value is number => value !== null)
  if (known.length === 0) return []
  const [lowest, highest] = [Math.min(...known), Math.max(...known)]
  if (lowest === highest) return [lowest, highest]
  const least = (highest - lowest) / bandCount
  for (const step of roundStepsFrom(least)) {
    const start = Math.floor(tidy(lowest / step)) * step
    if (step >= least - 1e-12 && tidy(start + bandCount * step) >= highest) return spread(start, step, highest)
  }
  return [lowest, highest]
}

/** As many bands as are needed to reach the highest value, at most five. */
function spread(start: number, step: number, highest: number): number[] {
  const borders = [tidy(start)]
  for (let index = 1; index <= bandCount; index += 1) {
    borders.push(tidy(start + index * step))
    if (borders[index]! >= highest) break
  }
  return borders
}

/** The band of a value, from 1; a value on a border belongs to the band above it, the highest to the last. */
export function bandOf(value: number, borders: number[]): number {
  const last = borders.length - 1
  for (let band = 1; band < last; band += 1) if (value < borders[band]!) return band
  return Math.max(last, 1)
}

/** The colour step of a band, so that few bands still run from light to dark. */
export function shadeOf(band: number, borders: number[]): number {
  const bands = Math.max(borders.length - 1, 1)
  return bands === 1 ? 3 : Math.round(1 + ((band - 1) * (bandCount - 1)) / (bands - 1))
}
