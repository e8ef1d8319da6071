// SPDX-License-Identifier: EUPL-1.2
#include "monitor/recompute.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

constexpr std::size_t kYears = 8;
constexpr BootstrapParameters kFewDraws{50, 0.9, 2040};

double drawn(std::size_t indicator, std::size_t area, std::size_t year) {
  return uniform(7, DrawSite::evaluation, static_cast<std::uint32_t>(indicator), static_cast<std::uint32_t>(area * 100 + year));
}

/// Three municipalities of ten areas; the first indicator is a count, the second of which neither is better.
Panel panel() {
  Panel out{2012, kYears, {}, {}};
  for (int area = 0; area < 30; ++area) out.areas.push_back({area / 10, area % 10 / 5, 500.0 + 100 * area});
  const Sense senses[] = {Sense::less_is_better, Sense::neither, Sense::more_is_better, Sense::less_is_better};
  for (std::size_t indicator = 0; indicator < 4; ++indicator) {
    PanelIndicator own{indicator == 0, static_cast<int>(indicator / 2), {senses[indicator], 0.5}, {}};
    for (std::size_t area = 0; area < out.areas.size(); ++area) {
      for (std::size_t year = 0; year < kYears; ++year) {
        const double value = drawn(indicator, area, year);
        own.values.push_back(own.is_count ? std::floor(20 * value) : 10 + value);
      }
    }
    out.indicators.push_back(std::move(own));
  }
  return out;
}

double& value_of(Panel& panel, std::size_t indicator, std::size_t area, std::size_t year) {
  return panel.indicators[indicator].values[area * kYears + year];
}

/// Everything, one number after another; -1 where there is none.
std::vector<double> all_numbers(const std::vector<IndicatorStatistics>& statistics) {
  std::vector<double> out;
  const auto add_interval = [&](const Interval& each) { out.insert(out.end(), {each.value, each.lower, each.upper}); };
  const auto add_trends = [&](const std::vector<std::optional<Trend>>& trends) {
    for (const auto& each : trends) {
      out.push_back(each ? each->p_value : -1);
      if (each) add_interval(each->slope);
    }
  };
  for (const auto& own : statistics) {
    for (const double score : own.scores) out.push_back(std::isnan(score) ? -1 : score);
    add_trends(own.trends);
    add_trends(own.relative_trends);
    for (const auto& each : own.differences) {
      for (const double gini : each.gini) out.push_back(std::isnan(gini) ? -1 : gini);
      if (each.last) add_interval(each.last->gini);
      if (each.change_of_gini) add_interval(*each.change_of_gini);
    }
    for (const auto& moment : own.expectations) {
      for (const auto& each : moment) out.push_back(each ? each->p_value : -1);
    }
    for (const Alert alert : own.alerts) out.push_back(static_cast<double>(alert));
  }
  return out;
}

TEST(Recompute, IsTheSameOnAnyNumberOfThreads) {
  const auto one = all_numbers(recompute(panel(), kFewDraws, 1));
  EXPECT_EQ(all_numbers(recompute(panel(), kFewDraws, 2)), one);
  EXPECT_EQ(all_numbers(recompute(panel(), kFewDraws, 5)), one);
}

TEST(Recompute, GivesWhatEachStatisticGivesByItself) {
  const Panel about = panel();
  const auto found = recompute(about, kFewDraws, 2);
  std::vector<AreaLevels> levels;
  std::vector<Part> parts;
  for (std::size_t area = 10; area < 20; ++area) {
    levels.push_back({about.areas[area].district, about.areas[area].persons, {}});
    for (std::size_t year = 0; year < kYears; ++year) {
      levels.back().values.push_back({2012.0 + static_cast<double>(year), about.figure(2, area, year)});
    }
    parts.push_back({about.figure(2, area, kYears - 1), about.areas[area].persons, about.areas[area].district});
  }
  const auto expected = expect_levels(levels, 2019, about.indicators[2].concern);
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_EQ(found[2].expectations[0][10 + i]->p_value, expected[i]->p_value);
    EXPECT_EQ(found[2].trends[10 + i]->slope.value, trend_of(levels[i].values)->slope.value);
  }
  EXPECT_EQ(found[2].differences[1].gini.back(), gini(parts));
  EXPECT_EQ(found[2].differences[1].last->theil->upper, inequality(parts, kFewDraws).theil->upper);
}

TEST(Recompute, ScoresHaveMeanZeroAndDeviationOneInEachYear) {
  const auto found = recompute(panel(), kFewDraws);
  for (const std::size_t indicator : {0u, 2u, 3u}) {
    double sum = 0;
    double squares = 0;
    for (std::size_t area = 0; area < 30; ++area) {
      const double score = found[indicator].scores[area * kYears + 3];
      sum += score;
      squares += score * score;
    }
    EXPECT_NEAR(sum, 0, 1e-9);
    EXPECT_NEAR(squares / 30, 1, 1e-9);
  }
  EXPECT_TRUE(std::isnan(found[1].scores[0])) << "neither is better";
}

TEST(Recompute, AShiftThatStaysIsAnAlertToAct) {
  Panel about = panel();
  value_of(about, 3, 14, kYears - 2) += 9;
  value_of(about, 3, 14, kYears - 1) += 15;
  value_of(about, 3, 25, kYears - 1) += 9;
  const auto found = recompute(about, kFewDraws);
  EXPECT_EQ(found[3].alerts[14], Alert::act);
  EXPECT_EQ(found[3].alerts[25], Alert::watch);
  EXPECT_EQ(found[3].alerts[0], Alert::none);
}

TEST(Recompute, WhatIsMissingIsLeftOut) {
  Panel about = panel();
  for (std::size_t year = 0; year < kYears; ++year) value_of(about, 2, 3, year) = std::numeric_limits<double>::quiet_NaN();
  const auto found = recompute(about, kFewDraws);
  EXPECT_TRUE(std::isnan(found[2].scores[3 * kYears]));
  EXPECT_FALSE(found[2].trends[3]);
  EXPECT_FALSE(found[2].expectations[0][3]);
  EXPECT_EQ(found[2].alerts[3], Alert::none);
  EXPECT_TRUE(found[2].trends[4]);
}

TEST(Recompute, OfNothingIsNothing) {
  EXPECT_TRUE(recompute({}).empty());
  Panel without_areas{2012, kYears, {}, {{false, 0, {}, {}}}};
  EXPECT_TRUE(recompute(without_areas)[0].trends.empty());
}

}  // namespace
}  // namespace koers::monitor
