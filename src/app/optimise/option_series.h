// SPDX-License-Identifier: EUPL-1.2
// The money and people of an option as series: one for each fund or team, an amount for each year that the option takes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/weighing.h"

namespace koers {

/// Cents from a fund, or hundredths of an fte from a team.
struct OptionSeries {
  Reference means;                    ///< fund/… or team/…
  std::vector<std::int64_t> amounts;  ///< hundredths, from the start of the option on
  Status status = Status::source;
  std::vector<Citation> sources;
  bool operator==(const OptionSeries&) const = default;
};

/// In the order of the option, money before people. What it gives twice from the same fund or team is added together, with the
/// weakest status, and without sources unless they are the same.
[[nodiscard]] std::vector<OptionSeries> series_of(const AppraisalOption& option);

/// In place of what the option has from that fund or team; all else stays as it is. Equal amounts become one.
void put_series(AppraisalOption& option, const OptionSeries& series);

/// The years in which an option can begin, within the years of an agenda: from `from`, and not after `to`.
[[nodiscard]] YearSpan start_years(const Appraisal& appraisal, const AppraisalOption& option, const YearSpan& agenda);

/// Hundredths as an exact decimal.
[[nodiscard]] Decimal decimal_of(std::int64_t hundredths);

}  // namespace koers
