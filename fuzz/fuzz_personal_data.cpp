// SPDX-License-Identifier: EUPL-1.2
// A note as somebody typed it. What is found lies in the text, in order, and in whole characters when the text has those.
#include <cstdint>

#include "base/utf8.h"
#include "model/personal_data.h"
#include "require.h"

namespace {

bool is_edge(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool whole = !koers::first_invalid_utf8(text);
  std::size_t end = 0;
  for (const koers::PersonalData& each : koers::find_personal_data(text, 2026)) {
    require(each.offset >= end && each.length > 0 && each.offset + each.length <= size);
    end = each.offset + each.length;
    if (whole) require(is_edge(text, each.offset) && is_edge(text, end));
  }
  return 0;
}
