// SPDX-License-Identifier: EUPL-1.2
// What a reader that was taken over may answer. However it is cut, the outcome is the same, and within the limits.
#include <cstdint>

#include "fetch/foreign_answer.h"
#include "require.h"

namespace {

using namespace koers;

ForeignLimits small_limits() {
  ForeignLimits limits;
  limits.cells = 1'000;
  limits.rows = 100;
  limits.sheets = 10;
  return limits;
}

void require_within(const ForeignFile& file) {
  std::size_t cells = 0;
  require(file.sheets.size() <= 10 && file.layers.size() <= 10);
  for (const ForeignSheet& sheet : file.sheets) {
    for (const ForeignRow& row : sheet.rows) {
      require(row.number >= 1 && row.number <= 100);
      cells += row.cells.size();
    }
  }
  require(cells <= 1'000);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  ForeignAnswer whole("f", small_limits());
  ForeignAnswer cut("f", small_limits());
  const bool is_good = whole.add(text) && whole.finish();
  const bool is_good_when_cut = cut.add(text.substr(0, size / 2)) && cut.add(text.substr(size / 2)) && cut.finish();
  require(is_good == is_good_when_cut);
  if (!is_good) {
    require(whole.error().message == cut.error().message);
    return 0;
  }
  require_within(whole.take());
  return 0;
}
