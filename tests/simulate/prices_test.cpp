// SPDX-License-Identifier: EUPL-1.2
#include "simulate/prices.h"

#include <cmath>

#include <gtest/gtest.h>

#include "hamlet.h"
#include "simulate/family.h"

namespace koers::simulate {
namespace {

Parameters own_parameters() {
  Parameters out;
  out.price_growth = 0.01;
  out.price_response = 2;
  out.natural_vacancy = 0.02;
  out.price_step = 0.15;
  out.user_cost_owner = 0.05;
  return out;
}

/// A hundred flats of three rooms of one tenure, so many of them vacant.
Population flats(Tenure tenure, int vacant) {
  Population out = hamlet();
  for (int i = 0; i < 100; ++i) {
    const DwellingIndex flat = dwelling(out, tenure);
    if (i < 100 - vacant) settle(out, household(out, {person(out, Sex::woman, 40)}), flat, 2020);
  }
  return out;
}

double level_after(const Population& population, Tenure tenure, DwellingType type = DwellingType::flat, std::size_t size = 1) {
  PriceIndex index;
  update_prices(population, own_parameters(), index);
  return index.level[segment_of(tenure, type)][size];
}

TEST(Prices, FollowGrowthAtNaturalVacancy) {
  EXPECT_NEAR(level_after(flats(Tenure::owner_occupied, 2), Tenure::owner_occupied), std::exp(0.01), 1e-12);
}

TEST(Prices, RiseWhenVacanciesAreScarceAndFallWhenTheyAreMany) {
  EXPECT_NEAR(level_after(flats(Tenure::owner_occupied, 0), Tenure::owner_occupied), std::exp(0.01 + 2 * 0.02), 1e-12);
  EXPECT_NEAR(level_after(flats(Tenure::private_rent, 6), Tenure::private_rent), std::exp(0.01 - 2 * 0.04), 1e-12);
}

TEST(Prices, ChangeByNoMoreThanTheirLargestStep) {
  EXPECT_NEAR(level_after(flats(Tenure::owner_occupied, 60), Tenure::owner_occupied), std::exp(-0.15), 1e-12);
  Parameters steep = own_parameters();
  steep.price_response = 10;
  steep.natural_vacancy = 0.2;
  PriceIndex index;
  update_prices(flats(Tenure::private_rent, 0), steep, index);
  EXPECT_NEAR(index.level[segment_of(Tenure::private_rent, DwellingType::flat)][1], std::exp(0.15), 1e-12);
}

TEST(Prices, OfSocialRentFollowGrowthAlone) {
  EXPECT_NEAR(level_after(flats(Tenure::social_rent, 60), Tenure::social_rent), std::exp(0.01), 1e-12);
}

TEST(Prices, OfASegmentOrSizeWithoutDwellingsFollowGrowth) {
  const Population population = flats(Tenure::owner_occupied, 60);
  EXPECT_NEAR(level_after(population, Tenure::owner_occupied, DwellingType::detached), std::exp(0.01), 1e-12);
  EXPECT_NEAR(level_after(population, Tenure::owner_occupied, DwellingType::flat, 0), std::exp(0.01), 1e-12);
  EXPECT_NEAR(level_after(population, Tenure::owner_occupied, DwellingType::flat, 2), std::exp(0.01), 1e-12);
}

TEST(Prices, DoNotCountDwellingsThatAreGone) {
  Population population = flats(Tenure::owner_occupied, 50);
  for (DwellingIndex i = 0; i < 100; ++i) {
    if (population.dwellings.occupant[i] == kNone) population.dwellings.status[i] = DwellingStatus::gone;
  }
  EXPECT_NEAR(level_after(population, Tenure::owner_occupied), std::exp(0.01 + 2 * 0.02), 1e-12);
}

TEST(Prices, AddUpOverTheYears) {
  const Population population = flats(Tenure::owner_occupied, 6);
  PriceIndex index;
  for (int i = 0; i < 5; ++i) update_prices(population, own_parameters(), index);
  EXPECT_NEAR(index.level[segment_of(Tenure::owner_occupied, DwellingType::flat)][1], std::exp(5 * -0.07), 1e-12);
}

TEST(Offer, CostsAnOwnerPartOfTheValueAndATenantTwelveRents) {
  Population population = hamlet();
  const DwellingIndex owned = dwelling(population, Tenure::owner_occupied, 1);
  const DwellingIndex rented = dwelling(population, Tenure::private_rent);
  PriceIndex index;
  EXPECT_FLOAT_EQ(offer_of(population.dwellings, owned, own_parameters(), index).cost, 300 * 0.05F);
  EXPECT_FLOAT_EQ(offer_of(population.dwellings, rented, own_parameters(), index).cost, 7.2F);
  index.level[segment_of(Tenure::private_rent, DwellingType::flat)][1] = 1.5;
  EXPECT_FLOAT_EQ(offer_of(population.dwellings, rented, own_parameters(), index).cost, 10.8F);
  const Offer offer = offer_of(population.dwellings, owned, own_parameters(), index);
  EXPECT_EQ(offer.dwelling, owned);
  EXPECT_EQ(offer.neighbourhood, 1);
  EXPECT_EQ(offer.rooms, 3);
  EXPECT_EQ(tenure_of(offer.segment), Tenure::owner_occupied);
}

TEST(SizeOfDwellings, IsSmallMiddleOrLarge) {
  EXPECT_EQ(size_of(1), 0U);
  EXPECT_EQ(size_of(2), 0U);
  EXPECT_EQ(size_of(3), 1U);
  EXPECT_EQ(size_of(4), 1U);
  EXPECT_EQ(size_of(5), 2U);
  EXPECT_EQ(size_of(6), 2U);
}

}  // namespace
}  // namespace koers::simulate
