// SPDX-License-Identifier: EUPL-1.2
// The state of the city: mechanisms, core indicators and action lines against the country.
#pragma once
#include "app/views/inequality_view.h"

namespace koers::views {

/// Why a set has no index.
enum class NoIndex : std::uint8_t { no_members = 1, too_little_weight = 2, mixed_kinds = 3 };
BOOST_DESCRIBE_ENUM(NoIndex, no_members, too_little_weight, mixed_kinds)

/// Whole numbers: 1 is the best.
struct RankInterval {
  int value = 0;
  int lower = 0;
  int upper = 0;
  int of = 0;
};
BOOST_DESCRIBE_STRUCT(RankInterval, (), (value, lower, upper, of))

/// A mechanism index: the weighted mean of scores, with the interval that the choice of weights leaves open.
struct IndexOf {
  Mentioned area;
  Estimate index;
  Band band{};
};
BOOST_DESCRIBE_STRUCT(IndexOf, (), (area, index, band))

struct SetIndex {
  Estimate index;
  Band band{};
  double weight_present = 0;  ///< share of the weights for which there is a score
  RankInterval rank;          ///< among the municipalities of the package
  std::vector<IndexOf> beside;
};
BOOST_DESCRIBE_STRUCT(SetIndex, (), (index, band, weight_present, rank, beside))

struct SetState {
  std::string id;
  int number = 0;
  Text title;
  Text summary;
  SetPurpose purpose{};
  std::optional<Mentioned> subject;
  std::optional<Direction> desired;  ///< of the mechanism
  std::optional<Text> gap;
  std::optional<SetIndex> index;
  std::optional<NoIndex> no_index;
  std::vector<IndicatorState> indicators;
  std::vector<Mentioned> without_figures;  ///< members that were never measured here
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(SetState, (),
                      (id, number, title, summary, purpose, subject, desired, gap, index, no_index, indicators, without_figures,
                       status, sources))

struct CityState {
  Date date;
  Mentioned city;
  std::vector<SetState> mechanisms;
  std::vector<SetState> core;
  std::vector<SetState> action_lines;
  std::vector<InequalityView> differences;
  std::vector<ForecastRecord> forecast_records;  ///< over all indicators of the city, by how far ahead
};
BOOST_DESCRIBE_STRUCT(CityState, (), (date, city, mechanisms, core, action_lines, differences, forecast_records))

[[nodiscard]] CityState city_state(const City& city, std::chrono::year_month_day today);

/// The index of a set in an area; none where `SetState` says why.
[[nodiscard]] std::optional<SetIndex> set_index(const MonitorContext& context, const IndicatorSet& set, const Reference& area);

/// One set in one area.
[[nodiscard]] SetState set_state(const MonitorContext& context, const IndicatorSet& set, const Reference& area);

}  // namespace koers::views
