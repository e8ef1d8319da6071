// SPDX-License-Identifier: EUPL-1.2
// Numbers and periods as sources write them.
#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/foreign_table.h"
#include "base/quantity.h"
#include "gather/mapping.h"

namespace koers::gather {

/// A cell as a decimal. Text needs the decimal sign of the mapping; thousands are not separated. Numbers of a spreadsheet are
/// binary fractions: 0.1 + 0.2 is stored as 0.30000000000000004, and is 0.3 here (15 significant digits, nine places).
[[nodiscard]] std::optional<Decimal> number_of(const ForeignCell& cell, DecimalSign sign);

/// Exact; nothing when the product has more than nine places or does not fit.
[[nodiscard]] std::optional<Decimal> product(const Decimal& a, const Decimal& b);

/// The decimal nearest to `value` with `places` places; nothing when it does not fit.
[[nodiscard]] std::optional<Decimal> rounded(double value, int places);

/// A period such as 2022, 2022-01-01 or 2020/2022, or a key of the CBS: 2022JJ00 (year), 2022KW03 (quarter), 2022MM11 (month).
[[nodiscard]] std::optional<Period> period_of(std::string_view text);

}  // namespace koers::gather
