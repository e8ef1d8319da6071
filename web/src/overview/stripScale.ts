// SPDX-License-Identifier: EUPL-1.2

/** Places values between 0 and 1, the lowest and highest at the ends; equal values all in the middle. */
export function stripScale(values: number[]): (value: number) => number {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  return (value) => (highest === lowest ? 0.5 : (value - lowest) / (highest - lowest))
}
