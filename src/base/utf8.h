// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace koers {

/// The offset of the first byte that is not well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates), or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// The first control character other than tab, line feed and carriage return, or nothing.
[[nodiscard]] std::optional<std::size_t> first_control_character(std::string_view text);

/// Line and column (in bytes, from 1) of an offset.
[[nodiscard]] Place place_of(std::string_view text, std::size_t offset, const std::string& file);

/// What every text file must be: at most `max_bytes`, UTF-8 without byte order mark, no control characters.
[[nodiscard]] std::optional<Fault> text_fault(std::string_view text, const std::string& file, std::size_t max_bytes);

/// `text` in quotes, cut to at most 60 bytes at a character's edge, for messages.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace koers
