// SPDX-License-Identifier: EUPL-1.2
// Random numbers as a function of what they are for: (seed, replicate; entity, year, site). The same on one thread or many, in
// whatever order they are asked, and the same in two scenarios for the same entity, so that their difference is paired.
#pragma once
#include <array>
#include <cstdint>

#include <Random123/philox.h>

namespace koers::simulate {

/// Which run of an ensemble; part of the key of every draw.
struct Stream {
  std::uint32_t seed = 0;
  std::uint32_t replicate = 0;
};

/// What a number is drawn for. Append only: a number that changes changes every run.
enum class DrawSite : std::uint8_t {
  synthesis = 1,        ///< the starting population
  demography = 2,       ///< death, birth, leaving home, separation of one person in one year
  union_formation = 3,  ///< whether a single looks for a partner, and in which order
  education = 4,
  work = 5,
  search = 6,    ///< whether a household looks for another dwelling, and whether it leaves
  sampling = 7,  ///< which vacancies a searcher sees
  taste = 8,     ///< what a searcher sees in one dwelling that others do not
  priority = 9,  ///< who goes first among equals
  arrival = 10,  ///< households from outside
  risk_paths = 11,
  country = 12,    ///< the drawn country for scale
  experiment = 13  ///< at which parameters a model is looked at
};

using Block = std::array<std::uint32_t, 4>;

/// Four independent 32-bit numbers: Philox4x32-10 (Salmon e.a., Parallel random numbers: as easy as 1, 2, 3, SC11, 2011).
/// `item` tells draws of one entity, year and site apart. Years 0…4095, items 0…4095.
[[nodiscard]] inline Block draw(Stream stream, std::uint64_t entity, std::uint32_t year, DrawSite site, std::uint32_t item = 0) {
  const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32U),
                                            (year << 20U) | (item << 8U) | static_cast<std::uint32_t>(site), 0}};
  const r123::Philox4x32::key_type key{{stream.seed, stream.replicate}};
  const auto block = r123::Philox4x32{}(counter, key);
  return {block[0], block[1], block[2], block[3]};
}

/// Uniform in (0, 1), never 0 or 1.
[[nodiscard]] constexpr double unit(std::uint32_t bits) { return (bits + 0.5) * 0x1.0p-32; }

/// A probability as the number of 32-bit draws that mean "yes": `happens(bits, odds_of(p))` has probability p to 2⁻³².
[[nodiscard]] constexpr std::uint64_t odds_of(double probability) {
  if (!(probability > 0)) return 0;
  return probability >= 1 ? 1ULL << 32U : static_cast<std::uint64_t>(probability * 0x1.0p32);
}
[[nodiscard]] constexpr bool happens(std::uint32_t bits, std::uint64_t odds) { return bits < odds; }

/// The key of somebody or something that comes into being during a run: a function of who made it, when and which it was, never
/// of the order of arrival (the mixer of SplitMix64: Steele e.a., Fast splittable pseudorandom number generators, OOPSLA 2014).
[[nodiscard]] constexpr std::uint64_t derived_key(std::uint64_t parent, std::uint32_t year, std::uint32_t index) {
  std::uint64_t z = parent + 0x9e3779b97f4a7c15ULL * (1 + ((std::uint64_t{year} << 32U) | index));
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

}  // namespace koers::simulate
