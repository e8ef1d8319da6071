// SPDX-License-Identifier: EUPL-1.2
// The rates of life courses as numbers of 32-bit draws that mean "yes", ready for the yearly pass over all persons.
#pragma once
#include <array>
#include <cstdint>

#include "simulate/parameters.h"
#include "simulate/population.h"
#include "simulate/rates.h"

namespace koers::simulate {

using OddsByAge = std::array<std::uint64_t, kAges>;

/// By the age that somebody reaches in the year.
struct LifeTables {
  std::array<OddsByAge, 2> death{};         ///< by sex
  std::array<OddsByAge, 2> birth{};         ///< of a woman without (0) and with (1) a partner
  std::array<OddsByAge, 2> leaving_home{};  ///< by sex: wants to, × `search_per_leaver`
  OddsByAge separation{};                   ///< of a couple, by age of its head
  OddsByAge seeking{};                      ///< whether a person without a partner looks for one
  std::array<OddsByAge, 2> institution{};   ///< without (0) and with (1) a partner
};

/// Births: at every age the rate of all women is the published one for the women of `start`, divided between those with and
/// without a partner by `lone_birth_ratio`. So a population with more couples has more births, in every scenario alike.
[[nodiscard]] LifeTables life_tables(const Rates& rates, const Parameters& parameters, const Population& start);

}  // namespace koers::simulate
