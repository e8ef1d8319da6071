// SPDX-License-Identifier: EUPL-1.2
#include "store/stored_text.h"

#include "base/utf8.h"

namespace koers {

bool is_storable(std::string_view text) { return text.find('\0') == std::string_view::npos && !first_invalid_utf8(text); }

Result<void> expect_storable(std::initializer_list<NamedText> texts) {
  for (const NamedText& each : texts) {
    if (!is_storable(each.text)) {
      return failure(ErrorCode::bad_input, "The " + std::string(each.what) + " must be UTF-8 text without NUL characters.");
    }
  }
  return {};
}

}  // namespace koers
