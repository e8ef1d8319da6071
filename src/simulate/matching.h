// SPDX-License-Identifier: EUPL-1.2
// Deferred acceptance: seekers ask for places in their own order, each place keeps the best claim that it has heard.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace koers::simulate {

inline constexpr std::uint32_t kUnmatched = 0xffffffffU;

/// One place that a seeker would take.
struct Wish {
  float worth = 0;  ///< to the seeker; more is better, equal ones by the lower place
  float claim = 0;  ///< of the seeker on that place; the highest wins, equal ones by the lower key
  std::uint32_t place = kUnmatched;
};

[[nodiscard]] constexpr bool is_preferred(const Wish& a, const Wish& b) {
  return a.worth > b.worth || (a.worth == b.worth && a.place < b.place);
}

/// What the seekers i = 0, 1, … wish: `wishes[i * width]` and on, best first, closed by a wish without a place when there are
/// fewer than `width`.
struct Wishes {
  std::span<const Wish> wishes;
  std::size_t width = 0;
  std::span<const std::uint64_t> keys;  ///< of the seekers; no two alike
};

/// For each seeker its place or kUnmatched. The result has no pair that would rather have each other, is the best such for every
/// seeker (Gale and Shapley, College admissions and the stability of marriage, 1962), and so is the same in whatever order they
/// ask. Every wish is asked once at most, which bounds the work.
[[nodiscard]] std::vector<std::uint32_t> match(const Wishes& wishes, std::size_t places);

}  // namespace koers::simulate
