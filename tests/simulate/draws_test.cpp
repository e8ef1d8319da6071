// SPDX-License-Identifier: EUPL-1.2
#include "simulate/draws.h"

#include <set>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

TEST(Draw, IsPhiloxOfItsPurpose) {
  // Known answer of Random123's kat_vectors for philox4x32-10 with counter and key of nothing but zeros would need site 0, which
  // no use has; so the call itself is compared.
  const r123::Philox4x32::ctr_type counter{{7, 1, (3U << 20U) | (5U << 8U) | 2U, 0}};
  const auto expected = r123::Philox4x32{}(counter, r123::Philox4x32::key_type{{42, 9}});
  const Block block = draw({42, 9}, (1ULL << 32U) | 7U, 3, DrawSite::demography, 5);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(block[i], expected[i]);
}

TEST(Draw, DiffersByEachPartOfItsPurpose) {
  std::set<Block> seen;
  for (std::uint32_t i = 0; i < 2; ++i) {
    for (std::uint32_t j = 0; j < 2; ++j) {
      for (std::uint32_t k = 0; k < 2; ++k) {
        seen.insert(draw({i, j}, k, 1, DrawSite::work));
        seen.insert(draw({i, j}, k, 2, DrawSite::work));
        seen.insert(draw({i, j}, k, 1, DrawSite::search));
        seen.insert(draw({i, j}, k, 1, DrawSite::work, 1));
      }
    }
  }
  EXPECT_EQ(seen.size(), 32U);
}

TEST(Odds, MeetTheirProbabilityAtTheEnds) {
  EXPECT_FALSE(happens(0, odds_of(0)));
  EXPECT_TRUE(happens(0xffffffffU, odds_of(1)));
  EXPECT_FALSE(happens(0x80000000U, odds_of(0.5)));
  EXPECT_TRUE(happens(0x7fffffffU, odds_of(0.5)));
  EXPECT_EQ(odds_of(-1), 0U);
}

TEST(DerivedKey, TellsChildrenYearsAndParentsApart) {
  std::set<std::uint64_t> keys;
  for (std::uint64_t parent = 0; parent < 50; ++parent) {
    for (std::uint32_t year = 0; year < 20; ++year) {
      for (std::uint32_t index = 0; index < 3; ++index) keys.insert(derived_key(parent, year, index));
    }
  }
  EXPECT_EQ(keys.size(), 50U * 20U * 3U);
}

}  // namespace
}  // namespace koers::simulate
