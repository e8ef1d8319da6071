// SPDX-License-Identifier: EUPL-1.2
// The register of indicators with what is missing of each: a gap is shown, never filled in.
#pragma once
#include "app/monitor/series.h"
#include "app/views/parts.h"

namespace koers::views {

/// What an indicator still lacks.
enum class IndicatorGap : std::uint8_t {
  no_figures = 1,       ///< nothing was ever measured in this city
  no_owner = 2,         ///< nobody answers for it
  no_due_date = 3,      ///< nobody has said when the next figure comes
  overdue = 4,          ///< the next figure should have been there
  too_coarse = 5,       ///< there are no figures at the level at which it is published
  no_reference = 6,     ///< nothing to hold it against: no other municipality, region or distribution
  one_moment_only = 7,  ///< a single period: no trend can be seen
  contradicted = 8      ///< sources give different values for one area and period
};
BOOST_DESCRIBE_ENUM(IndicatorGap, no_figures, no_owner, no_due_date, overdue, too_coarse, no_reference, one_moment_only,
                    contradicted)

struct IndicatorRow {
  std::string id;
  Text title;
  Text definition;
  std::string unit;
  int decimals = 0;
  IndicatorKind kind{};
  Polarity polarity{};
  std::optional<AreaLevel> level;
  std::optional<std::string> owner;
  std::optional<Date> next_due;
  std::vector<Mentioned> sets;
  int figures = 0;
  std::optional<Period> first_period;  ///< in the city as a whole, or else in any of its parts
  std::optional<Period> last_period;
  std::vector<IndicatorGap> gaps;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(IndicatorRow, (),
                      (id, title, definition, unit, decimals, kind, polarity, level, owner, next_due, sets, figures, first_period,
                       last_period, gaps, sources))

/// A set that should hold more than there are public figures for.
struct SetGap {
  Mentioned set;
  SetPurpose purpose{};
  Text gap;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(SetGap, (), (set, purpose, gap, sources))

struct IndicatorRegister {
  Date date;
  std::vector<IndicatorRow> rows;
  std::vector<SetGap> set_gaps;
};
BOOST_DESCRIBE_STRUCT(IndicatorRegister, (), (date, rows, set_gaps))

[[nodiscard]] IndicatorRegister indicator_register(const City& city, std::chrono::year_month_day today);

/// The same of one indicator.
[[nodiscard]] IndicatorRow indicator_row(const City& city, const SeriesIndex& series, const Indicator& indicator,
                                         std::chrono::year_month_day today);

}  // namespace koers::views
