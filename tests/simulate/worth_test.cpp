// SPDX-License-Identifier: EUPL-1.2
#include "simulate/worth.h"

#include <cmath>

#include <gtest/gtest.h>

namespace koers::simulate {
namespace {

Parameters own_parameters() {
  Parameters out;
  out.worth_cost = -4;
  out.worth_room_short = 0.6;
  out.worth_room_over = 0.1;
  out.worth_ground_family = 0.7;
  out.worth_flat_old = 0.5;
  out.worth_owned = 0.3;
  out.worth_access = 0.2;
  out.worth_public_space = 0.4;
  out.worth_score = 0.05;
  out.worth_unlike = -0.25;
  out.worth_distance = -0.5;
  out.worth_same_neighbourhood = 0.9;
  return out;
}

/// Two neighbourhoods of one region, three and four kilometres apart, and one of another region.
std::vector<Neighbourhood> places() {
  std::vector<Neighbourhood> out(3);
  out[1].x_km = 3;
  out[1].y_km = 4;
  out[2].region = 1;
  return out;
}

Demand demand(LifeStage stage = LifeStage::single, bool has_origin = false) { return {40, 0, 0, has_origin, 3, stage}; }

Offer offer(Tenure tenure, DwellingType type, std::uint8_t rooms = 3, float cost = 0, std::uint16_t place = 0) {
  return {0, cost, place, rooms, segment_of(tenure, type), 0};
}

class WorthOfDwelling : public testing::Test {
 protected:
  Parameters parameters_ = own_parameters();
  Worth worth_{parameters_, places()};
  [[nodiscard]] double of(const Demand& demand, const Offer& offer) const { return worth_.of(demand, offer); }
  static constexpr double kFloat = 1e-6;
};

TEST_F(WorthOfDwelling, FallsWithTheShareOfIncomeThatItCosts) {
  EXPECT_NEAR(of(demand(), offer(Tenure::social_rent, DwellingType::flat)), 0, kFloat);
  EXPECT_NEAR(of(demand(), offer(Tenure::social_rent, DwellingType::flat, 3, 10)), -4 * 0.25, kFloat);
}

TEST_F(WorthOfDwelling, CountsRoomsShortAndTwoRoomsOverAtMost) {
  const auto with_rooms = [&](std::uint8_t rooms) { return of(demand(), offer(Tenure::social_rent, DwellingType::flat, rooms)); };
  EXPECT_NEAR(with_rooms(1), -1.2, kFloat);
  EXPECT_NEAR(with_rooms(2), -0.6, kFloat);
  EXPECT_NEAR(with_rooms(4), 0.1, kFloat);
  EXPECT_NEAR(with_rooms(5), 0.2, kFloat);
  EXPECT_NEAR(with_rooms(6), 0.2, kFloat);
}

TEST_F(WorthOfDwelling, OfAHouseIsMoreToFamiliesAndOfAFlatToTheOldest) {
  for (const LifeStage family : {LifeStage::young_family, LifeStage::older_family, LifeStage::one_parent_family}) {
    EXPECT_NEAR(of(demand(family), offer(Tenure::private_rent, DwellingType::terraced)), 0.7, kFloat);
    EXPECT_NEAR(of(demand(family), offer(Tenure::private_rent, DwellingType::flat)), 0, kFloat);
  }
  EXPECT_NEAR(of(demand(LifeStage::oldest), offer(Tenure::private_rent, DwellingType::flat)), 0.5, kFloat);
  EXPECT_NEAR(of(demand(LifeStage::couple), offer(Tenure::private_rent, DwellingType::detached)), 0, kFloat);
  EXPECT_NEAR(of(demand(), offer(Tenure::owner_occupied, DwellingType::flat)), 0.3, kFloat);
}

TEST_F(WorthOfDwelling, CountsWhereItIs) {
  std::vector<Neighbourhood> better = places();
  better[0].access = 1;
  better[0].public_space = -2;
  better[0].score = 2;
  worth_.update(better, {0, 0, 0});
  EXPECT_NEAR(of(demand(), offer(Tenure::social_rent, DwellingType::flat)), 0.2 - 0.8 + 0.1, kFloat);
}

TEST_F(WorthOfDwelling, FallsWithDistanceInStatusOnBothSides) {
  worth_.update(places(), {1, -1, 0});
  Demand one = demand();
  one.status = 0.5F;
  EXPECT_NEAR(of(one, offer(Tenure::social_rent, DwellingType::flat)), -0.25 * 0.5, kFloat);
  EXPECT_NEAR(of(one, offer(Tenure::social_rent, DwellingType::flat, 3, 0, 1)), -0.25 * 1.5, kFloat);
}

TEST_F(WorthOfDwelling, CountsTheWayFromHomeForWhoLivesInTheRegion) {
  const Demand resident = demand(LifeStage::single, true);
  EXPECT_NEAR(of(resident, offer(Tenure::social_rent, DwellingType::flat)), 0.9, kFloat);
  EXPECT_NEAR(of(resident, offer(Tenure::social_rent, DwellingType::flat, 3, 0, 1)), -0.5 * std::log(6.0), kFloat);
  EXPECT_NEAR(of(demand(), offer(Tenure::social_rent, DwellingType::flat, 3, 0, 1)), 0, kFloat);
  Demand elsewhere = resident;
  elsewhere.neighbourhood = 2;
  EXPECT_NEAR(of(elsewhere, offer(Tenure::social_rent, DwellingType::flat, 3, 0, 2)), 0.9, kFloat);
}

TEST_F(WorthOfDwelling, DoesNotLookAtThePriorityBit) {
  Offer first = offer(Tenure::owner_occupied, DwellingType::terraced);
  const double before = of(demand(LifeStage::young_family), first);
  first.segment |= kHasPriority;
  EXPECT_EQ(of(demand(LifeStage::young_family), first), before);
  EXPECT_EQ(tenure_of(first.segment), Tenure::owner_occupied);
}

}  // namespace
}  // namespace koers::simulate
