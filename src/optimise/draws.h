// SPDX-License-Identifier: EUPL-1.2
// Random numbers as a function of what they are for: (seed, restart; move, site). The same on one thread or many.
#pragma once
#include <array>
#include <cstdint>

#include <Random123/philox.h>

namespace koers::optimise {

/// What a number is drawn for. Append only: a number that changes changes every agenda.
enum class DrawSite : std::uint32_t {
  start = 1,          ///< the choice that a restart begins with
  move = 2,           ///< a step of the annealing
  temperature = 3,    ///< the moves by which the first temperature is set
  neighbourhood = 4,  ///< which items are chosen anew
  weights = 5,        ///< of criteria, in an analysis of robustness
  score = 6,          ///< of a column on a criterion
  cost = 7            ///< of an item
};

using Block = std::array<std::uint32_t, 4>;

/// Four independent 32-bit numbers: Philox4x32-10 (Salmon e.a., Parallel random numbers: as easy as 1, 2, 3, SC11, 2011).
[[nodiscard]] inline Block draw(std::uint32_t seed, std::uint32_t restart, DrawSite site, std::uint64_t index,
                                std::uint32_t part = 0) {
  const r123::Philox4x32::ctr_type counter{
      {static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32U), part, static_cast<std::uint32_t>(site)}};
  const r123::Philox4x32::key_type key{{seed, restart}};
  const auto block = r123::Philox4x32{}(counter, key);
  return {block[0], block[1], block[2], block[3]};
}

/// Uniform in (0, 1), never 0 or 1.
[[nodiscard]] constexpr double unit(std::uint32_t bits) { return (bits + 0.5) * 0x1.0p-32; }

/// Uniform in 0 … count − 1; the bias is below count/2³².
[[nodiscard]] constexpr std::size_t below(std::uint32_t bits, std::size_t count) {
  return static_cast<std::size_t>((std::uint64_t{bits} * count) >> 32U);
}

}  // namespace koers::optimise
