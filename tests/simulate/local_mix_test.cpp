// SPDX-License-Identifier: EUPL-1.2
#include "simulate/local_mix.h"

#include <gtest/gtest.h>

#include <cmath>

namespace koers::simulate {
namespace {

/// Two neighbourhoods of the same dwellings, with so many young families of two children and singles in each.
Population twin_quarters(int families_here, int singles_here, int families_there, int singles_there) {
  Population out;
  out.neighbourhoods.resize(2);
  const auto add = [&](std::uint16_t where, LifeStage stage, int number) {
    for (int i = 0; i < number; ++i) {
      out.dwellings.key.push_back(out.dwellings.rows());
      out.dwellings.neighbourhood.push_back(where);
      out.dwellings.type.push_back(DwellingType::terraced);
      out.dwellings.rooms.push_back(4);
      out.dwellings.tenure.push_back(Tenure::owner_occupied);
      out.dwellings.occupant.push_back(static_cast<HouseholdIndex>(out.households.stage.size()));
      out.households.stage.push_back(stage);
      out.households.children.push_back(stage == LifeStage::young_family ? 2 : 0);
    }
  };
  add(0, LifeStage::young_family, families_here);
  add(0, LifeStage::single, singles_here);
  add(1, LifeStage::young_family, families_there);
  add(1, LifeStage::single, singles_there);
  return out;
}

float at(const LocalMix& mix, std::size_t where, LifeStage stage) {
  return mix[where][mix_kind(stage, stage == LifeStage::young_family ? 2 : 0)];
}

TEST(LocalMix, IsNothingWhereDwellingsTellAll) {
  const LocalMix mix = local_mix(twin_quarters(300, 100, 600, 200));
  for (const auto& steps : mix) {
    for (const float each : steps) EXPECT_NEAR(each, 0, 1e-6);
  }
}

TEST(LocalMix, IsTheLogarithmOfWhatTheDwellingsDoNotTell) {
  const LocalMix mix = local_mix(twin_quarters(300, 100, 100, 300));  // half and half in these dwellings
  EXPECT_NEAR(at(mix, 0, LifeStage::young_family), std::log((300 + kLocalMixPrior) / (200 + kLocalMixPrior)), 1e-6);
  EXPECT_NEAR(at(mix, 1, LifeStage::young_family), std::log((100 + kLocalMixPrior) / (200 + kLocalMixPrior)), 1e-6);
  EXPECT_NEAR(at(mix, 0, LifeStage::oldest), 0, 1e-6);
}

TEST(LocalMix, TellsLargeFamiliesFromSmallOnes) {
  EXPECT_NE(mix_kind(LifeStage::young_family, 1), mix_kind(LifeStage::young_family, 3));
  EXPECT_EQ(mix_kind(LifeStage::young_family, 3), mix_kind(LifeStage::young_family, 7));
  EXPECT_EQ(mix_kind(LifeStage::oldest, -1), mix_kind(LifeStage::oldest, 0));
}

TEST(LocalMix, SaysLittleOfFewHouseholds) {
  const LocalMix few = local_mix(twin_quarters(3, 1, 1, 3));
  EXPECT_GT(at(few, 0, LifeStage::young_family), 0);
  EXPECT_LT(at(few, 0, LifeStage::young_family), 0.05);
}

TEST(LocalMix, AVacantDwellingSaysNothing) {
  Population start = twin_quarters(300, 100, 100, 300);
  const LocalMix before = local_mix(start);
  start.dwellings.key.push_back(9999);
  start.dwellings.neighbourhood.push_back(0);
  start.dwellings.type.push_back(DwellingType::terraced);
  start.dwellings.rooms.push_back(4);
  start.dwellings.tenure.push_back(Tenure::owner_occupied);
  start.dwellings.occupant.push_back(kNone);
  EXPECT_EQ(local_mix(start), before);
}

}  // namespace
}  // namespace koers::simulate
