// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/agenda_problem.h"

#include <gtest/gtest.h>

#include "app/optimise/option_scores.h"
#include "app/optimise/weighed_city.h"

namespace koers {
namespace {

using namespace koers::test;
using optimise::Cents;

constexpr double kTiny = 1e-9;

std::vector<Cents> money(const AgendaProblem& problem, std::size_t column) {
  return problem.columns[column].means.money.contains("geld") ? problem.columns[column].means.money.at("geld")
                                                              : std::vector<Cents>{};
}

double worth(const AgendaProblem& problem, std::size_t column) {
  return static_cast<double>(problem.portfolio.columns[column].value) / static_cast<double>(optimise::kUnitsPerPoint);
}

std::vector<std::string> faults_of(const Result<AgendaProblem>& problem) {
  std::vector<std::string> out;
  if (problem) return out;
  for (const Fault& each : problem.error().faults) out.push_back(to_string(each));
  return out;
}

TEST(AgendaProblem, HasAColumnForEveryOptionAndYearInWhichItCanStart) {
  const AgendaProblem problem = problem_of(weighed_city());
  ASSERT_EQ(problem.items.size(), 4U);
  EXPECT_EQ(problem.items[0].columns.size(), 1U + 3U + 3U) << "keep; stop and bend only after the contract";
  EXPECT_EQ(problem.items[1].columns.size(), 8U);
  EXPECT_THROW(static_cast<void>(column_of(problem, "effort/school", OptionForm::bend, 2023)), std::out_of_range);
  EXPECT_TRUE(problem.portfolio.items[0].running);
  EXPECT_FALSE(problem.portfolio.items[1].running);
  EXPECT_FALSE(problem.portfolio.columns[column_of(problem, "effort/school", OptionForm::stop, 2024)].active);
}

TEST(AgendaProblem, KeepsWhatRunsUntilAnotherOptionStarts) {
  const AgendaProblem problem = problem_of(weighed_city());
  EXPECT_EQ(money(problem, column_of(problem, "effort/school", OptionForm::keep, 2023)),
            (std::vector<Cents>{6000, 6000, 6000, 6000}));
  EXPECT_EQ(money(problem, column_of(problem, "effort/school", OptionForm::stop, 2025)),
            (std::vector<Cents>{6000, 6000, 1000, 0}));
  EXPECT_EQ(money(problem, column_of(problem, "effort/school", OptionForm::bend, 2024)),
            (std::vector<Cents>{6000, 3000, 3000, 0}));
  EXPECT_EQ(money(problem, column_of(problem, "effort/park", OptionForm::base, 2026)), (std::vector<Cents>{0, 0, 0, 5000}))
      << "what falls after the agenda is left out";
}

TEST(AgendaProblem, CountsWhatMovesAwayFromWhatHappensByItself) {
  const AgendaProblem problem = problem_of(weighed_city());
  EXPECT_EQ(problem.baseline_money, 24'000);
  EXPECT_EQ(problem.portfolio.columns[column_of(problem, "effort/school", OptionForm::keep, 2023)].shift, 0);
  EXPECT_EQ(problem.portfolio.columns[column_of(problem, "effort/school", OptionForm::stop, 2025)].shift, 5'000 + 6'000);
  EXPECT_EQ(problem.portfolio.columns[column_of(problem, "effort/bridge", OptionForm::base, 2024)].shift, 4'500);
}

TEST(AgendaProblem, LimitsWhatMovesByTheTempo) {
  const AgendaProblem slow = problem_of(weighed_city(), {"kader", Tempo::slow, {}, {}});
  EXPECT_EQ(slow.portfolio.shift_limit, 2'400);
  EXPECT_FALSE(problem_of(weighed_city()).portfolio.shift_limit);
  EXPECT_EQ(faults_of(agenda_problem(weighed_city(), {"kader", Tempo::medium, {}, {}})),
            std::vector<std::string>{"tempo: found medium, expected one of slow fast"});
}

TEST(PartInForce, GrowsInEqualStepsAndStays) {
  EXPECT_NEAR(part_in_force(0, 1, 4, 0), 1, kTiny);
  EXPECT_NEAR(part_in_force(2, 1, 4, 0), 0.5, kTiny);
  EXPECT_NEAR(part_in_force(1, 2, 4, 0), (0.5 + 1 + 1) / 4, kTiny);
  EXPECT_NEAR(part_in_force(3, 2, 4, 0), 0.5 / 4, kTiny);
}

TEST(PartInForce, CountsLaterYearsLess) {
  const double d = 1 / 1.25;
  EXPECT_NEAR(part_in_force(1, 1, 3, 25), (d + d * d) / (1 + d + d * d), kTiny);
}

TEST(AgendaProblem, IsWorthTheWeightedScoresOverItsYears) {
  const AgendaProblem problem = problem_of(weighed_city());
  EXPECT_NEAR(worth(problem, column_of(problem, "effort/school", OptionForm::keep, 2023)), 1, kTiny);
  EXPECT_NEAR(worth(problem, column_of(problem, "effort/park", OptionForm::base, 2023)), 0.5 * 3 * (0.5 + 1 + 1 + 1) / 4, kTiny);
  // From 1 by 1.5 to 2 points.
  EXPECT_NEAR(worth(problem, column_of(problem, "effort/school", OptionForm::bend, 2024)), (1 + 1.5 + 2 + 2) / 4, kTiny);
  EXPECT_NEAR(worth(problem, column_of(problem, "effort/school", OptionForm::stop, 2025)), (1.0 + 1 + 0 + 0) / 4, kTiny);
}

TEST(CombinedScore, TakesThePanelTogetherAndTellsHowFarItAgrees) {
  AppraisalOption option;
  const Reference to{Kind::guideline, "lijn"};
  const auto score = [&](int low, int likely, int high) {
    option.contributions.push_back({to, {low, 0}, {likely, 0}, {high, 0}, Basis::panel, {}, {}, Status::source, {}});
  };
  EXPECT_EQ(combined_score(option, to).assessors, 0);
  score(0, 1, 2);
  EXPECT_FALSE(combined_score(option, to).agreement) << "one person agrees with nobody";
  score(-1, 1, 1);
  score(1, 2, 3);
  const CombinedScore found = combined_score(option, to);
  EXPECT_EQ(found.estimate.low, -1);
  EXPECT_NEAR(found.estimate.likely, 4.0 / 3, kTiny);
  EXPECT_EQ(found.estimate.high, 3);
  EXPECT_NEAR(*found.agreement, 1 - (0.0 + 1 + 1) / 3 / 6, kTiny);
}

TEST(AgendaProblem, TakesOrderSupportOverlapAndConflictFromTheLinks) {
  const auto link = [](LinkNature nature, std::optional<int> lag) {
    return weighed_city([=](City& city) {
      Effort park = *city.all<Effort>().find("park");
      park.links = {{{Kind::effort, "bridge"}, nature, lag, {}}};
      city.all<Effort>().put(std::move(park));
    });
  };
  const AgendaProblem ordered = problem_of(link(LinkNature::needs, 2));
  ASSERT_EQ(ordered.portfolio.orders.size(), 1U);
  EXPECT_EQ(ordered.portfolio.orders[0].before, 2U);
  EXPECT_EQ(ordered.portfolio.orders[0].after, 1U);
  EXPECT_EQ(ordered.portfolio.orders[0].lag, 2);
  EXPECT_EQ(problem_of(link(LinkNature::supports, {})).portfolio.pairs.at(0).bonus, optimise::kUnitsPerPoint / 10);
  EXPECT_EQ(problem_of(link(LinkNature::overlaps, {})).portfolio.pairs.at(0).bonus, -optimise::kUnitsPerPoint / 5);
  EXPECT_EQ(problem_of(link(LinkNature::conflicts, {})).portfolio.conflicts.at(0).items, (std::vector<std::size_t>{1, 2}));
}

TEST(AgendaProblem, TakesAConflictAsAPriceWhereTheFrameHasOne) {
  const auto city = weighed_city([](City& each) {
    Effort park = *each.all<Effort>().find("park");
    park.links = {{{Kind::effort, "bridge"}, LinkNature::conflicts, {}, {}}};
    each.all<Effort>().put(std::move(park));
    Weighing frame = *each.all<Weighing>().find("kader");
    frame.exchange.conflicts = Decimal{3, 1};
    each.all<Weighing>().put(std::move(frame));
  });
  const AgendaProblem problem = problem_of(city);
  EXPECT_TRUE(problem.portfolio.conflicts.empty());
  EXPECT_EQ(problem.portfolio.pairs.at(0).bonus, -3 * optimise::kUnitsPerPoint / 10);
}

TEST(AgendaProblem, LetsWhatRunsAlreadyDoWithoutWhatItNeeds) {
  const auto city = weighed_city([](City& each) {
    Effort school = *each.all<Effort>().find("school");
    school.links = {{{Kind::effort, "park"}, LinkNature::needs, {}, {}}};
    each.all<Effort>().put(std::move(school));
  });
  EXPECT_TRUE(problem_of(city).portfolio.orders.empty());
}

TEST(AgendaProblem, HoldsWhatWasWishedAndLetsTheAskerHaveTheLastWord) {
  const auto city = weighed_city([](City& each) {
    Weighing frame = *each.all<Weighing>().find("kader");
    frame.wishes = {{{Kind::effort, "park"}, WishKind::must, {}, {}},
                    {{Kind::effort, "school"}, WishKind::ban, OptionForm::stop, {}}};
    each.all<Weighing>().put(std::move(frame));
  });
  const AgendaProblem as_framed = problem_of(city);
  ASSERT_EQ(as_framed.portfolio.impositions.size(), 2U);
  EXPECT_EQ(as_framed.portfolio.impositions[1].columns.size(), 3U) << "stop in any year";
  const AgendaProblem asked = problem_of(city, {"kader", {}, {{{Kind::effort, "park"}, WishKind::ban, {}, {}}}, {}});
  ASSERT_EQ(asked.portfolio.impositions.size(), 2U);
  EXPECT_EQ(asked.portfolio.impositions[0].item, 0U);
  EXPECT_EQ(asked.portfolio.impositions[1].kind, optimise::Imposed::ban);
  EXPECT_EQ(problem_of(city, {"kader", {}, {}, {{Kind::effort, "park"}}}).portfolio.impositions.size(), 1U);
}

TEST(AgendaProblem, GivesEachPillarItsPart) {
  const AgendaProblem problem = problem_of(weighed_city());
  const std::size_t park = column_of(problem, "effort/park", OptionForm::base, 2023);
  const std::size_t bridge = column_of(problem, "effort/bridge", OptionForm::base, 2023);
  EXPECT_EQ(problem.pillars.first[park], problem.portfolio.columns[park].value);
  EXPECT_EQ(problem.pillars.second[park], 0);
  EXPECT_EQ(problem.pillars.second[bridge], problem.portfolio.columns[bridge].value);
}

TEST(AgendaProblem, RefusesAWishAboutNothing) {
  const Wish about_nothing{{Kind::effort, "tower"}, WishKind::must, {}, {}};
  const Wish of_no_option{{Kind::effort, "park"}, WishKind::must, OptionForm::plus, {}};
  const Wish too_early{{Kind::effort, "school"}, WishKind::must, OptionForm::light, {}};
  EXPECT_EQ(faults_of(agenda_problem(weighed_city(), {"kader", {}, {about_nothing, of_no_option, too_early}, {}})),
            (std::vector<std::string>{
                "wishes[0] item: found effort/tower, expected something that is weighed",
                "wishes[1] option: found plus, expected an option of effort/park that can start in these years",
                "wishes[2] option: found light, expected an option of effort/school that can start in these years"}));
}

TEST(AgendaProblem, RefusesMoneyAndPeopleThatTheFrameHasNoRowFor) {
  const auto city = weighed_city([](City& each) {
    each.all<Appraisal>().put(changed(each, "bridge", [](Appraisal& bridge) {
      bridge.options[0].costs.push_back({Id<Fund>("elders"), {{100}}, Status::source, {}});
      bridge.options[0].people.push_back({Id<Team>("niemand"), {{100}}, Status::source, {}});
    }));
  });
  EXPECT_EQ(faults_of(agenda_problem(city, {"kader", {}, {}, {}})),
            (std::vector<std::string>{"appraisal/bridge options: found fund/elders, expected a fund that weighing/kader has",
                                      "appraisal/bridge options: found team/niemand, expected a team that weighing/kader has"}));
}

TEST(AgendaProblem, RefusesOrderInACircleAndAnUnknownWeighing) {
  const auto city = weighed_city([](City& each) {
    for (const auto& [from, to] : {std::pair{"park", "bridge"}, std::pair{"bridge", "park"}}) {
      Effort effort = *each.all<Effort>().find(from);
      effort.links = {{{Kind::effort, to}, LinkNature::needs, {}, {}}};
      each.all<Effort>().put(std::move(effort));
    }
  });
  const auto circle = agenda_problem(city, {"kader", {}, {}, {}});
  ASSERT_FALSE(circle);
  EXPECT_EQ(circle.error().faults.at(0).rule, "circular_order");
  EXPECT_EQ(agenda_problem(weighed_city(), {"geen", {}, {}, {}}).error().code, ErrorCode::not_found);
}

TEST(AgendaProblem, WeighsOnlyWhatIsListed) {
  const auto city = weighed_city([](City& each) {
    Weighing frame = *each.all<Weighing>().find("kader");
    frame.items = {{Kind::effort, "bridge"}};
    each.all<Weighing>().put(std::move(frame));
  });
  EXPECT_EQ(problem_of(city).items.size(), 1U);
}

}  // namespace
}  // namespace koers
