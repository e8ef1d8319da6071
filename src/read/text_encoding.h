// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "read/answer.h"

namespace koers::reader {

struct DecodedText {
  std::string text;      ///< UTF-8, without byte order mark
  std::string encoding;  ///< UTF-8, UTF-16LE, UTF-16BE or windows-1252
};

/// By its byte order mark; without one UTF-8 when it is that, else Windows-1252. Refuses what is no text: a NUL, a control
/// character, a byte that Windows-1252 does not know, half a character of UTF-16.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, Answer& answer);

}  // namespace koers::reader
