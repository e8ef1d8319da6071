// SPDX-License-Identifier: EUPL-1.2
// Which districts come first, by the size of their problems: derived from the figures, never typed in (mission F6).
#pragma once
#include "app/views/city_state.h"

namespace koers::views {

struct ThemeProblem {
  Mentioned theme;
  std::optional<double> score;  ///< weighted mean of the scores of its indicators, in standard deviations; more is better
  double size = 0;              ///< persons × standard deviations below the norm
};
BOOST_DESCRIBE_STRUCT(ThemeProblem, (), (theme, score, size))

struct PriorityRow {
  Mentioned area;
  double persons = 0;
  double size = 0;
  std::optional<RankInterval> rank;  ///< 1: the largest problem; none without any score
  std::vector<ThemeProblem> themes;
};
BOOST_DESCRIBE_STRUCT(PriorityRow, (), (area, persons, size, rank, themes))

struct PriorityTheme {
  Mentioned theme;
  std::vector<Mentioned> indicators;  ///< those with a score in some district
  std::vector<Period> periods;
};
BOOST_DESCRIBE_STRUCT(PriorityTheme, (), (theme, indicators, periods))

struct PriorityView {
  Date date;
  double norm = 0;  ///< a score: what lies below it counts as a problem
  std::vector<PriorityTheme> themes;
  std::vector<PriorityRow> rows;  ///< the largest problem first
};
BOOST_DESCRIBE_STRUCT(PriorityView, (), (date, norm, themes, rows))

/// Over the themes (indicator sets with that purpose) for which districts have scores, all with the same weight.
[[nodiscard]] PriorityView district_priority(const City& city, std::chrono::year_month_day today, double norm = 0);

}  // namespace koers::views
