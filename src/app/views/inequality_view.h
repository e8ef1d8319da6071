// SPDX-License-Identifier: EUPL-1.2
// How the parts of the city differ in one indicator, and whether they grow apart (mechanism 4).
#pragma once
#include "app/views/indicator_state.h"

namespace koers::views {

enum class DifferenceVerdict : std::uint8_t { growing = 1, shrinking = 2, not_shown = 3, one_moment_only = 4 };
BOOST_DESCRIBE_ENUM(DifferenceVerdict, growing, shrinking, not_shown, one_moment_only)

/// How unequal the parts of the city are in one indicator and period.
struct DifferenceMoment {
  Period period;
  int areas = 0;
  Estimate gini;
  std::optional<Estimate> theil;  ///< none where a value is not above zero
  std::optional<double> theil_between;
  std::optional<double> theil_within;
  std::optional<Estimate> quintile_ratio;
};
BOOST_DESCRIBE_STRUCT(DifferenceMoment, (), (period, areas, gini, theil, theil_between, theil_within, quintile_ratio))

struct DifferenceChange {
  Period from;
  Period to;
  int areas = 0;  ///< with a value in both
  Estimate gini;
};
BOOST_DESCRIBE_STRUCT(DifferenceChange, (), (from, to, areas, gini))

struct AreaValue {
  Mentioned area;
  std::optional<Mentioned> within;
  Decimal value;
  std::optional<double> weight;  ///< persons
};
BOOST_DESCRIBE_STRUCT(AreaValue, (), (area, within, value, weight))

struct InequalityView {
  std::string indicator;
  Text title;
  std::string unit;
  int decimals = 0;
  Polarity polarity{};
  AreaLevel level{};
  std::vector<DifferenceMoment> moments;
  std::optional<DifferenceChange> change;
  DifferenceVerdict verdict{};
  std::vector<AreaValue> areas;  ///< in the last period, by value
};
BOOST_DESCRIBE_STRUCT(InequalityView, (), (indicator, title, unit, decimals, polarity, level, moments, change, verdict, areas))

/// How the parts of the city differ; none when fewer than `kLeastParts` of them ever had a value in one period.
inline constexpr int kLeastParts = 5;
[[nodiscard]] std::optional<InequalityView> inequality_view(const MonitorContext& context, const Indicator& indicator);

}  // namespace koers::views
