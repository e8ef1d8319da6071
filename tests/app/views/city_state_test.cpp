// SPDX-License-Identifier: EUPL-1.2
#include "app/views/city_state.h"

#include "app/city_fixture.h"
#include "app/monitor_city.h"

namespace koers::test {
namespace {

using namespace std::chrono_literals;
constexpr auto kToday = 2022y / 3 / 1;

/// Two indicators with a distribution, and figures of the city and one other municipality.
MonitorCity measured() {
  MonitorCity made;
  made.indicator("low", Polarity::less_is_better).distribution("low", AreaLevel::municipality, "40", "4");
  made.indicator("high", Polarity::more_is_better).distribution("high", AreaLevel::municipality, "20", "2");
  made.figure("low", "GM1", "2022", "44").figure("high", "GM1", "2022", "21");
  made.figure("low", "GM2", "2022", "36").figure("high", "GM2", "2022", "22");
  return made;
}

TEST(CityState, AMechanismIsTheWeightedMeanOfItsScores) {
  auto made = measured();
  made.set("strength", SetPurpose::mechanism, {{"low", "3"}, {"high", "1"}});
  const auto state = views::city_state(made.city(), kToday);
  ASSERT_EQ(state.mechanisms.size(), 1U);
  const auto& index = state.mechanisms[0].index;
  ASSERT_TRUE(index);
  EXPECT_DOUBLE_EQ(index->index.value, (3 * -1 + 0.5) / 4);
  EXPECT_DOUBLE_EQ(index->weight_present, 1);
  EXPECT_EQ(index->rank.value, 2);
  EXPECT_EQ(index->rank.of, 2) << "GM3 has no figures";
  ASSERT_EQ(index->beside.size(), 1U);
  EXPECT_EQ(index->beside[0].area.id, "GM2");
}

TEST(CityState, SaysWhyThereIsNoIndex) {
  auto made = measured();
  made.indicator("unknown", Polarity::more_is_better);
  made.indicator("delivered", Polarity::more_is_better, IndicatorKind::performance);
  made.set("empty", SetPurpose::core, {});
  made.set("thin", SetPurpose::core, {{"low", "1"}, {"unknown", "1"}});
  made.set("mixed", SetPurpose::core, {{"low", "1"}, {"delivered", "1"}});
  const auto core = views::city_state(made.city(), kToday).core;
  ASSERT_EQ(core.size(), 3U);
  EXPECT_EQ(core[0].no_index, views::NoIndex::no_members);
  EXPECT_EQ(core[1].no_index, views::NoIndex::too_little_weight);
  ASSERT_EQ(core[1].without_figures.size(), 1U);
  EXPECT_EQ(core[1].without_figures[0].id, "unknown");
  EXPECT_EQ(core[2].no_index, views::NoIndex::mixed_kinds);
}

MonitorCity with_districts(const std::vector<std::string>& values, const std::string& period = "2022") {
  MonitorCity made;
  made.indicator("share", Polarity::less_is_better);
  for (std::size_t i = 0; i < values.size(); ++i) made.figure("share", "WK" + std::to_string(i + 1), period, values[i]);
  return made;
}

std::optional<views::InequalityView> differences(const City& city) {
  const auto state = views::city_state(city, kToday);
  return state.differences.empty() ? std::nullopt : std::optional(state.differences.front());
}

TEST(Differences, NeedFiveParts) {
  EXPECT_FALSE(differences(with_districts({"1", "2", "3", "4"}).city()));
  EXPECT_TRUE(differences(with_districts({"1", "2", "3", "4", "5"}).city()));
}

TEST(Differences, OfOneMomentSayNothingOfAChange) {
  const auto found = differences(with_districts({"1", "2", "3", "4", "5"}).city());
  EXPECT_EQ(found->verdict, views::DifferenceVerdict::one_moment_only);
  EXPECT_NEAR(found->moments[0].gini.value, 4.0 / 15, 1e-12);
  EXPECT_EQ(found->areas.front().area.id, "WK1");
}

TEST(Differences, GrowOnlyWhenTheIntervalExcludesZero) {
  auto apart = with_districts({"10", "10.1", "9.9", "10", "10"}, "2016");
  auto same = with_districts({"1", "2", "3", "4", "5"}, "2016");
  for (int i = 1; i <= 5; ++i) {
    apart.figure("share", "WK" + std::to_string(i), "2022", std::to_string(i * i));
    same.figure("share", "WK" + std::to_string(i), "2022", std::to_string(i));
  }
  EXPECT_EQ(differences(apart.city())->verdict, views::DifferenceVerdict::growing);
  EXPECT_EQ(differences(same.city())->verdict, views::DifferenceVerdict::not_shown);
}

TEST(Differences, AreNotMeasuredOfValuesBelowNothing) {
  EXPECT_FALSE(differences(with_districts({"-1", "2", "3", "4", "5"}).city()));
}

class ZoetermeerStateTest : public CityTest {};

TEST_F(ZoetermeerStateTest, EveryMechanismHasASetThatMeasuresItOrSaysWhatIsMissing) {
  const auto state = views::city_state(city(), kToday);
  ASSERT_EQ(state.mechanisms.size(), 5U);
  for (const auto& set : state.mechanisms) {
    ASSERT_TRUE(set.subject) << set.id;
    EXPECT_TRUE(set.index || set.gap || set.no_index) << set.id;
  }
  EXPECT_EQ(state.core.size(), 6U);
  for (const auto& set : state.core) {
    EXPECT_TRUE(set.index || set.gap) << set.id << " has no index and does not say what is missing";
  }
}

// Visie 1.2: socio-economic strength and residential attractiveness lag behind; the scores of 2022 say so too.
TEST_F(ZoetermeerStateTest, AttractivenessLiesBelowTheMeanOfTheCountry) {
  for (const auto& set : views::city_state(city(), kToday).mechanisms) {
    if (set.subject->id != "woonaantrekkelijkheid" || !set.index) continue;
    EXPECT_LT(set.index->index.value, 0);
  }
}

}  // namespace
}  // namespace koers::test
