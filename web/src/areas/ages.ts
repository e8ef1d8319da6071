// SPDX-License-Identifier: EUPL-1.2
// The age groups of the key figures of the statistics office, from young to old.
export const ageIndicators = ['age-0-14', 'age-15-24', 'age-25-44', 'age-45-64', 'age-65-plus']
