// SPDX-License-Identifier: EUPL-1.2
// A small city with something to weigh, and sheets about it written as text.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/optimise/agenda_sheet.h"

namespace koers::test {

/// Sound by `check_city`. The building programme runs (`keep`, and `stop` from 2024 on), the first plan is new (`base` and
/// `plus`), the effort and the policy document `woonvisie` are called the same and so are the fund and the team `wonen`; nobody
/// weighs the effort `later`. The weighing `agenda-2023` is about 2023 to 2026.
[[nodiscard]] const City& sheet_city();

inline constexpr YearSpan kSheetYears{{2023}, {2026}};

/// A sheet `Blad1` of `begroting.xlsx`, with a row for each text and `|` between its cells. What looks like a number is one; a
/// first sign says what else a cell is: `'` text, `#` an error, `@` a date, `?` a truth value, `^` part of a merged cell, `~`
/// hidden.
[[nodiscard]] ForeignSheet sheet_of(const std::vector<std::string_view>& rows);

}  // namespace koers::test
