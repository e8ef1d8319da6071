// SPDX-License-Identifier: EUPL-1.2
// When two names of a place or a column are the same name.
#pragma once
#include <string>
#include <string_view>

namespace koers::gather {

/// Lower case, without `wijk 01` or `buurt 01` before it, letters and digits only: `Wijk 00 Centrum` and `Centrum` are one.
[[nodiscard]] std::string bare_area_name(std::string_view name);

/// A column without its number: `AantalInwoners_5` → `AantalInwoners`. The number is a position, which moves from year to year.
[[nodiscard]] std::string_view without_position(std::string_view column);

/// `text` with `{year}` and `{table}` filled in.
[[nodiscard]] std::string filled_in(std::string_view text, std::string_view year, std::string_view table);

[[nodiscard]] std::string_view without_blanks(std::string_view text);

}  // namespace koers::gather
