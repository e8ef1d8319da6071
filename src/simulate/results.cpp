// SPDX-License-Identifier: EUPL-1.2
#include "simulate/results.h"

namespace koers::simulate {

const MeasureDescription& describe(Measure measure) {
  static constexpr std::array<MeasureDescription, kMeasures> kTable{{
      {"persons", false, "Inhabitants"},
      {"persons_0_14", false, "Inhabitants of 0 to 14"},
      {"persons_15_24", false, "Inhabitants of 15 to 24"},
      {"persons_25_44", false, "Inhabitants of 25 to 44"},
      {"persons_45_64", false, "Inhabitants of 45 to 64"},
      {"persons_65_plus", false, "Inhabitants of 65 and over"},
      {"households", false, "Households with a dwelling of their own"},
      {"starters", false, "Households with a head of 18 to 24"},
      {"singles", false, "One person of 25 to 54"},
      {"couples", false, "Couples without children at home, head under 55"},
      {"young_families", false, "Couples with children, head under 40"},
      {"one_parent_families", false, "One-parent families"},
      {"older_families", false, "Couples with children, head of 40 or over"},
      {"empty_nests", false, "Households without children, head of 55 to 74"},
      {"oldest", false, "Households with a head of 75 or over"},
      {"dwellings", false, "Dwellings"},
      {"vacant", false, "Dwellings without a household"},
      {"owner_occupied", false, "Owner-occupied dwellings"},
      {"social_rent", false, "Social rented dwellings"},
      {"private_rent", false, "Private rented dwellings"},
      {"highest_income", false, "Households in the highest fifth of income of the city at the start"},
      {"lowest_income", false, "Households in the lowest two fifths of income of the city at the start"},
      {"working", false, "Inhabitants of 18 to 66 with paid work"},
      {"working_age", false, "Inhabitants of 18 to 66"},
      {"high_education", false, "Inhabitants of 18 to 66 with high education"},
      {"arrived", true, "Households that came from outside the city"},
      {"departed", true, "Households that left the city"},
      {"moved_in", true, "Households that came from another dwelling in the city"},
      {"moved_out", true, "Households that left for another dwelling in the city"},
      {"built", true, "Dwellings built"},
      {"demolished", true, "Dwellings demolished"},
      {"sold", true, "Social rented dwellings sold"},
      {"income_sum", false, "Income after tax of all households, thousands of euros a year"},
      {"score", false, "Socio-economic score, standard deviations of the start"},
  }};
  return kTable[static_cast<std::size_t>(measure)];
}

}  // namespace koers::simulate
