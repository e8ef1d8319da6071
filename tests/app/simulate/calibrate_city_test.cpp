// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/calibrate_city.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

using simulate::MomentKind;

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

const simulate::Population& start() {
  static const simulate::Population kStart = synthesise_city(city(), {})->population;
  return kStart;
}

City city_without(const std::set<std::string>& indicators) {
  City out = city();
  std::erase_if(out.observations, [&](const Observation& each) { return indicators.contains(each.indicator.str()); });
  return out;
}

const CityTarget* target(const CityTargets& targets, MomentKind kind) {
  const auto found = std::ranges::find(targets.used, kind, &CityTarget::kind);
  return found == targets.used.end() ? nullptr : &*found;
}

TEST(TargetsOf, AreTheCitysOwnFiguresWithTheirSource) {
  const CityTargets targets = targets_of(city(), start());
  ASSERT_NE(target(targets, MomentKind::births), nullptr);
  EXPECT_EQ(target(targets, MomentKind::births)->target.value, 1112);
  EXPECT_EQ(target(targets, MomentKind::arrivals)->target.value, 4919 + 1124);
  EXPECT_EQ(target(targets, MomentKind::departures)->target.value, 4550 + 470);
  EXPECT_EQ(target(targets, MomentKind::stays_in_city)->target.value, 58);
  EXPECT_EQ(target(targets, MomentKind::lettings_to_residents)->target.value, 75);
  EXPECT_NE(target(targets, MomentKind::social_lettings)->source.find("social-rent-lettings"), std::string::npos);
  EXPECT_NE(target(targets, MomentKind::moved_within_18_29)->source.find("Statistics Netherlands"), std::string::npos);
  EXPECT_TRUE(targets.missing.empty());
}

TEST(TargetsOf, LeaveOutWhatNobodyKnowsAndSaySo) {
  const CityTargets targets = targets_of(city_without({"births", "immigration"}), start());
  EXPECT_EQ(targets.missing, (std::vector<std::string>{"births", "arrivals"})) << "half of the arrivals is not the arrivals";
  EXPECT_EQ(target(targets, MomentKind::births), nullptr);
}

TEST(BuildingAsUsual, AddsTheCitysYearlyDwellingsWhereTheOthersStand) {
  EXPECT_NEAR(net_new_dwellings(city(), 2022), 316.4, 0.1);
  EXPECT_EQ(net_new_dwellings(city_without({"dwellings-net-per-year"}), 2022), 0);
  const auto plan = building_as_usual(start(), 316.4, 4);
  std::map<int, double> by_year;
  double social = 0;
  for (const simulate::PlanStep& step : plan) {
    by_year[step.year] += step.number;
    if (step.tenure == simulate::Tenure::social_rent) social += step.number;
  }
  ASSERT_EQ(by_year.size(), 4U);
  for (const auto& [year, number] : by_year) EXPECT_NEAR(number, 316.4, 4) << year;
  EXPECT_NEAR(social, 0.29 * 4 * 316.4, 2);
  EXPECT_TRUE(simulate::check(plan, start(), 2022, 2025).empty());
}

CalibrateRequest small_request() {
  CalibrateRequest out;
  out.years = 1;
  out.evaluations = 30;
  out.free = {"birth_scale", "departures"};
  return out;
}

TEST(CalibrateCity, BringsMomentsNearerAndTellsWhatIsKnown) {
  const CityCalibration done = calibrate_city(city(), small_request()).value();
  EXPECT_LE(done.calibration.distance, done.calibration.start_distance);
  const auto births = static_cast<std::size_t>(std::ranges::find(done.targets.used, MomentKind::births, &CityTarget::kind) -
                                               done.targets.used.begin());
  EXPECT_NEAR(done.calibration.moments[births], 1112, 3 * 44.5);
  EXPECT_EQ(done.identification.verdicts[0], simulate::Identified::yes) << "births say what the births are";
  // The estimate of births lies in its interval, and that in its box.
  const auto& interval = done.posterior.intervals[0];
  EXPECT_GT(interval.low, done.posterior_box[0].lowest);
  EXPECT_LT(interval.high, done.posterior_box[0].highest);
  EXPECT_LT(interval.low, interval.high);
  EXPECT_GT(done.effects[births][0].mean_size, done.effects[births][1].mean_size);
  EXPECT_EQ(done.screened.size(), 2U);
}

TEST(CalibrateCity, IsTheSameOnAnyNumberOfThreads) {
  CalibrateRequest request = small_request();
  request.free = {"birth_scale"};
  const auto one = to_json(calibrate_city(city(), request).value());
  request.synthesis.threads = 3;
  EXPECT_EQ(one, to_json(calibrate_city(city(), request).value()));
}

TEST(CalibrateCity, CanBeCancelledAndKnowsItsParameters) {
  const auto stopped = calibrate_city(city(), small_request(), [](std::uint32_t done, std::uint32_t) { return done < 5; });
  EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
  CalibrateRequest wrong = small_request();
  wrong.free = {"birth_scale", "loan_to_income"};
  const auto refused = calibrate_city(city(), wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.front().rule, "unknown_parameter");
  EXPECT_EQ(refused.error().faults.front().found, "loan_to_income");
}

}  // namespace
}  // namespace koers::test
