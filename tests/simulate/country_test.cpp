// SPDX-License-Identifier: EUPL-1.2
#include "simulate/country.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "simulate/synthesise.h"

namespace koers::simulate {
namespace {

double total(const Margins& margins, MarginKind kind) {
  double sum = 0;
  for (const AreaMargins& area : margins.areas) sum += area[kind].total();
  return sum;
}

TEST(DrawnCountry, HasTheSizeOfTheNetherlands) {
  const Margins country = drawn_country({1, 0});
  EXPECT_EQ(country.regions.size(), kMunicipalities);
  EXPECT_EQ(country.areas.size(), kDistricts);
  EXPECT_NEAR(total(country, MarginKind::people), 18e6, 5e4);
  EXPECT_NEAR(total(country, MarginKind::dwelling_types), 8.3e6, 2e4);
}

// Key figures 2022 of all districts: a quarter has fewer than 960 inhabitants, half fewer than 3,100, a tenth more than 12,735;
// owners are 59, 71 and 80 % at the quartiles; the share of the lowest incomes goes down as the value goes up.
TEST(DrawnCountry, HasTheVarietyOfDistrictsOfTheNetherlands) {
  const Margins country = drawn_country({1, 0});
  std::vector<double> sizes;
  std::vector<double> owners;
  for (const AreaMargins& area : country.areas) {
    sizes.push_back(area[MarginKind::people].total());
    owners.push_back(area[MarginKind::tenures].values[0]);
  }
  std::ranges::sort(sizes);
  std::ranges::sort(owners);
  const auto at = [](const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size()))];
  };
  EXPECT_NEAR(at(sizes, 0.25), 960, 200);
  EXPECT_NEAR(at(sizes, 0.5), 3100, 500);
  EXPECT_NEAR(at(sizes, 0.9), 12735, 2000);
  EXPECT_NEAR(at(owners, 0.25), 59, 5);
  EXPECT_NEAR(at(owners, 0.5), 71, 5);
  EXPECT_NEAR(at(owners, 0.75), 80, 5);
}

TEST(DrawnCountry, IsAFunctionOfItsSeed) {
  const auto people = [](Stream stream) { return drawn_country(stream, 0.02).areas[3][MarginKind::people].values; };
  EXPECT_EQ(people({1, 0}), people({1, 0}));
  EXPECT_NE(people({1, 0}), people({2, 0}));
}

TEST(DrawnCountry, HasCodesThatNoRealPlaceHas) {
  const Margins country = drawn_country({1, 0}, 0.01);
  EXPECT_EQ(country.areas[0].code, "XD00000");
  EXPECT_EQ(country.regions[0], "XM0000");
}

TEST(DrawnCountry, CanBeSynthesised) {
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const Margins country = drawn_country({seed, 0}, 0.01);
    EXPECT_NEAR(static_cast<double>(country.areas.size()), 0.01 * kDistricts, 1);
    const auto made = synthesise(country, {seed, 0}, {2, {}});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->report.tables[0].name, "people");
    EXPECT_EQ(made->report.tables[0].tae, 0);
    EXPECT_NEAR(static_cast<double>(made->population.persons.rows()), 0.01 * 18e6, 1000);
  }
}

}  // namespace
}  // namespace koers::simulate
