// SPDX-License-Identifier: EUPL-1.2
// Step 2 and 3 of a year: death, birth, separation, nursing homes, and who is about to leave home or to look for a partner.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/life_tables.h"
#include "simulate/year.h"

namespace koers::simulate {

/// What happens to a person in a year, as bits.
enum LifeEvent : std::uint8_t {
  kDies = 1,
  kBears = 2,
  kLeavesHome = 4,
  kParts = 8,  ///< of the head of a couple
  kSeeksPartner = 16,
  kGoesToInstitution = 32
};

/// One row per person: what happens to it. A function of each person alone, so it is decided for all at once.
void decide_life_events(const Population& population, const LifeTables& tables, const Year& year,
                        std::vector<std::uint8_t>& events);

struct LifeAccount {
  std::uint32_t births = 0;
  std::uint32_t deaths = 0;
  std::uint32_t orphans = 0;  ///< children whom nobody of age was left to; they leave the city
  std::uint32_t separations = 0;
  std::uint32_t institutions = 0;
};

/// Carries out deaths, separations, moves to nursing homes and births, in this order; what comes free goes to `openings`. Who
/// separates from a couple is a household without a dwelling afterwards. A newborn on the row of somebody who died has no events.
[[nodiscard]] LifeAccount carry_out_life_events(Population& population, std::span<std::uint8_t> events, const Year& year,
                                                std::vector<Opening>& openings);

/// Age at the end of the year, at most 110.
[[nodiscard]] inline std::size_t age_in(int calendar_year, std::int16_t birth_year) {
  const int age = calendar_year - birth_year;
  return age < 0 ? 0 : (age > 110 ? 110 : static_cast<std::size_t>(age));
}

/// ln of what a person earns beside others of that age and education: a logistic variate with this standard deviation.
inline constexpr double kTalentDeviation = 0.35;
[[nodiscard]] float talent_of(std::uint32_t bits);

}  // namespace koers::simulate
