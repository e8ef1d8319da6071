// SPDX-License-Identifier: EUPL-1.2
// All statistics of many indicators and areas at once, as after an import of a whole country.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "monitor/expectation.h"
#include "monitor/inequality.h"
#include "monitor/signals.h"

namespace koers::monitor {

struct PanelArea {
  int municipality = 0;  ///< 0, 1, 2, …; the areas of one stand together
  int district = 0;      ///< within it
  double persons = 0;
};

struct PanelIndicator {
  bool is_count = false;  ///< of events among the persons; scores, trends and differences are then those of the rate per person
  int theme = 0;
  Concern concern;
  std::vector<double> values;  ///< area by area and in each area year by year; not a number where there is no figure
};

/// Figures in columns: that of an area and a year has place area × years + year.
struct Panel {
  int first_year = 2000;
  std::size_t years = 0;
  std::vector<PanelArea> areas;
  std::vector<PanelIndicator> indicators;

  [[nodiscard]] std::size_t municipalities() const {
    return areas.empty() ? 0 : static_cast<std::size_t>(areas.back().municipality) + 1;
  }
  /// The figure itself, or the rate per person of a count.
  [[nodiscard]] double figure(std::size_t indicator, std::size_t area, std::size_t year) const;
};

/// Of one indicator in one municipality.
struct Differences {
  std::vector<double> gini;                 ///< of each year; not a number where it has no meaning
  std::vector<std::optional<Theil>> theil;  ///< of each year
  std::optional<Inequality> last;           ///< of the last year, with intervals
  std::optional<Interval> change_of_gini;   ///< from the first to the last year, of the areas that have both
};

inline constexpr std::size_t kJudgedMoments = 3;  ///< what a signal looks back on

struct IndicatorStatistics {
  std::vector<double> scores;                ///< in the places of the values; against all areas of the panel in that year
  std::vector<std::optional<Trend>> trends;  ///< of each area
  std::vector<std::optional<Trend>> relative_trends;  ///< against the mean of the municipality, weighted by persons
  std::vector<Differences> differences;               ///< of each municipality
  std::vector<std::optional<Expectation>> expectations[kJudgedMoments];  ///< of each area, in the last year and those before
  std::vector<Alert> alerts;                                             ///< of each area
};

/// One place per indicator. Signals are selected among all pairs of a municipality and a moment. The same on any number of
/// threads: what runs at once shares nothing that is written.
[[nodiscard]] std::vector<IndicatorStatistics> recompute(const Panel& panel, const BootstrapParameters& bootstrap = {},
                                                         int threads = 1);

}  // namespace koers::monitor
