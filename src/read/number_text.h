// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koers::reader {

/// A whole number of digits alone, at most a billion, as file formats count with; nothing when it is something else.
[[nodiscard]] std::optional<std::int64_t> count_in(std::string_view text);

/// A finite number as XML and JSON write it, or nothing.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

/// The shortest decimal without an exponent that is this number again: spreadsheets write 1.1 as 1.1000000000000001.
[[nodiscard]] std::string number_text(double value);

}  // namespace koers::reader
