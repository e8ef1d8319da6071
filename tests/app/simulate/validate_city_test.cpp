// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/validate_city.h"

#include <algorithm>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

const ValidationRequest kSmall{2016, 2022, 2, 1, 1, false};

const CityValidation& small() {
  static const CityValidation kValidation = validate_city(city(), kSmall).value();
  return kValidation;
}

const JudgedMethod& method(const CityValidation& of, const std::string& name) {
  return *std::ranges::find(of.methods, name, &JudgedMethod::name);
}

bool has_method(const CityValidation& of, const std::string& name) {
  return std::ranges::find(of.methods, name, &JudgedMethod::name) != of.methods.end();
}

const JudgedModel& model(const CityValidation& of, Knowledge knowledge, Uncertainty uncertainty) {
  return *std::ranges::find_if(
      of.models, [&](const JudgedModel& each) { return each.knowledge == knowledge && each.uncertainty == uncertainty; });
}

TEST(ValidateCity, NoChangeIsOffByWhatChanged) {
  // Worked out by hand from the two tables of districts.
  const auto& scores = method(small(), "persistence").scores;
  EXPECT_NEAR(scores.mape, 5.67465, 1e-4);
  EXPECT_NEAR(scores.wape, 100 * 2755.0 / 125'770, 1e-9);
  EXPECT_NEAR(scores.worst_error, 100 * (310 - 395) / 395.0, 1e-9);
  EXPECT_EQ(small().names[scores.worst], "Buitengebied");
}

TEST(ValidateCity, WhatCannotBeComputedIsLeftOutWithTheReason) {
  std::vector<std::string> names;
  for (const MethodLeftOut& each : small().left_out) {
    names.push_back(each.name);
    EXPECT_TRUE(each.reason.ends_with('.')) << each.reason;
    EXPECT_FALSE(has_method(small(), each.name));
  }
  EXPECT_EQ(names, (std::vector<std::string>{"linear_trend", "shift_share", "cohort_ratios"}));
}

TEST(ValidateCity, LaterFiguresThatWereUsedAreToldWithTheirYear) {
  std::vector<std::pair<std::string, int>> found;
  for (const Leak& leak : small().leaks) {
    found.emplace_back(leak.what, leak.latest_year);
    EXPECT_EQ(leak.areas, 26U) << leak.what;
    EXPECT_FALSE(leak.source.empty());
  }
  EXPECT_EQ(found, (std::vector<std::pair<std::string, int>>{{"people", 2022},
                                                             {"households", 2017},
                                                             {"tenures", 2022},
                                                             {"periods", 2019},
                                                             {"incomes", 2022},
                                                             {"education", 2022},
                                                             {"work", 2022},
                                                             {"value", 2017}}));
}

TEST(ValidateCity, StrictlyOnlyWhatThereIsNoPopulationWithoutIsOfLater) {
  ValidationRequest strict = kSmall;
  strict.replicates = 1;
  strict.strict = true;
  const CityValidation validation = validate_city(city(), strict).value();
  std::vector<std::string> found;
  for (const Leak& leak : validation.leaks) found.push_back(leak.what);
  EXPECT_EQ(found, (std::vector<std::string>{"people", "households"}));
  EXPECT_NE(validation.inputs_hash, small().inputs_hash);
  EXPECT_NE(validation.models[0].forecast[0].mean, small().models[0].forecast[0].mean);
}

TEST(ValidateCity, InhabitantsOfTheEndDoNotReachTheModel) {
  City other = city();
  for (Observation& each : other.observations) {
    if (each.indicator.str() == "inhabitants" && each.area.kind == Kind::district && each.period.to.year == 2022)
      each.value = *parse_decimal("1000");
  }
  const CityValidation validation = validate_city(other, kSmall).value();
  for (std::size_t i = 0; i < validation.models.size(); ++i) {
    for (std::size_t district = 0; district < validation.names.size(); ++district)
      EXPECT_EQ(validation.models[i].forecast[district].mean, small().models[i].forecast[district].mean);
  }
  EXPECT_EQ(validation.inputs_hash, small().inputs_hash);
  EXPECT_NE(validation.models[0].scores.mape, small().models[0].scores.mape);
}

TEST(ValidateCity, AProgrammeBringsTheDwellingsThatCame) {
  const auto& without = model(small(), Knowledge::then, Uncertainty::chance);
  const auto& with = model(small(), Knowledge::programme, Uncertainty::chance);
  for (std::size_t i = 0; i < small().names.size(); ++i)
    EXPECT_EQ(with.dwellings[i] - without.dwellings[i], small().dwelling_change[i]) << small().names[i];
  EXPECT_EQ(small().dwelling_change.front(), 11'553 - 11'357);
}

TEST(ValidateCity, AModelIsHeldAgainstTheBestOfThoseThatKnowNoMore) {
  const auto& without = model(small(), Knowledge::then, Uncertainty::chance);
  EXPECT_EQ(without.best_baseline, "persistence");
  EXPECT_NEAR(without.ratio, without.scores.mape / method(small(), "persistence").scores.mape, 1e-12);
  EXPECT_EQ(model(small(), Knowledge::programme, Uncertainty::chance).best_baseline, "proportional_to_dwellings");
}

TEST(ValidateCity, DrawnParametersAndStartsDifferFromChanceAlone) {
  const auto& chance = model(small(), Knowledge::then, Uncertainty::chance);
  const auto& parameters = model(small(), Knowledge::then, Uncertainty::parameters);
  const auto& start = model(small(), Knowledge::then, Uncertainty::parameters_and_start);
  EXPECT_NE(chance.forecast[0].mean, parameters.forecast[0].mean);
  EXPECT_NE(parameters.forecast[0].mean, start.forecast[0].mean);
  EXPECT_EQ(chance.dwellings, parameters.dwellings);
}

TEST(ValidateCity, AgesAreJudgedInEveryYearThatHasThem) {
  ASSERT_EQ(small().ages.size(), 4U) << "two years, with and without the programme";
  const JudgedAges& first = small().ages.front();
  EXPECT_EQ(first.year, 2021);
  double start = 0;
  for (const double each : first.start) start += each;
  EXPECT_EQ(start, 124'045);
  EXPECT_NE(first.forecast, small().ages[1].forecast);
}

TEST(ValidateCity, TargetsAreThoseOfTheDesign) {
  EXPECT_EQ(small().targets.size(), 3U * 2 + 4);
  for (const TargetOutcome& each : small().targets)
    EXPECT_EQ(each.is_met(), each.measured >= each.lowest && each.measured <= each.highest) << each.name;
  EXPECT_EQ(small().targets[0].name, "mape");
  EXPECT_EQ(small().targets[0].highest, 8);
  EXPECT_EQ(small().targets[1].highest, 0.8);
}

TEST(ValidateCity, TheAnswerDoesNotDependOnThreads) {
  ValidationRequest threaded = kSmall;
  threaded.threads = 3;
  EXPECT_EQ(to_json(validate_city(city(), threaded).value()), to_json(small()));
}

TEST(ValidateCity, WithEarlierFiguresTrendsAreJudgedAndWithoutDwellingsThereIsNoProgramme) {
  City other = city();
  std::erase_if(other.observations, [](const Observation& each) {
    return each.indicator.str() == "dwellings" && each.area.kind == Kind::district && each.period.to.year == 2022;
  });
  for (const Observation& each : city().observations) {
    if (each.indicator.str() != "inhabitants" || each.area.kind != Kind::district || each.period.to.year != 2016) continue;
    other.observations.push_back(each);
    other.observations.back().period = *parse_period("2010");
  }
  ValidationRequest one = kSmall;
  one.replicates = 1;
  const CityValidation validation = validate_city(other, one).value();
  EXPECT_EQ(method(validation, "linear_trend").forecast, method(validation, "persistence").forecast) << "nothing had changed";
  EXPECT_TRUE(has_method(validation, "shift_share"));
  EXPECT_FALSE(has_method(validation, "proportional_to_dwellings"));
  EXPECT_EQ(validation.models.size(), 3U);
  EXPECT_TRUE(validation.dwelling_change.empty());
  EXPECT_EQ(validation.models[0].coverage, 0) << "one replicate has an interval of one point";
}

TEST(ValidateCity, YearsThatCannotBeAreRefusedWithTheirPlace) {
  for (const int to : {2016, 2010}) {
    const auto refused = validate_city(city(), {2016, to, 1, 1, 1, false});
    ASSERT_FALSE(refused);
    const Fault& fault = refused.error().faults.at(0);
    EXPECT_EQ(fault.rule, "range");
    EXPECT_EQ(fault.path, "to");
    EXPECT_EQ(fault.expected, "a year after 2016");
  }
  EXPECT_EQ(validate_city(city(), {2015, 2022, 1, 1, 1, false}).error().faults.at(0).rule, "missing_figure");
}

TEST(ValidateCity, ItIsToldEveryYearAndStopsWhenAsked) {
  std::uint32_t last = 0;
  const auto cancelled = validate_city(city(), kSmall, [&](std::uint32_t done, std::uint32_t all) {
    EXPECT_EQ(all, 6U * 2 * 6);
    EXPECT_EQ(done, ++last);
    return done < 3;
  });
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().code, ErrorCode::cancelled);
  EXPECT_EQ(last, 3U);
}

}  // namespace
}  // namespace koers::test
