// SPDX-License-Identifier: EUPL-1.2
// A whole file of any format. Whatever it holds, the reader answers something that its client takes in: a file, or a refusal.
#include <cstdint>

#include "fetch/foreign_answer.h"
#include "read/made_files.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  koers::ForeignLimits limits;
  limits.unpacked_bytes = 1 << 20;
  limits.output_bytes = 1 << 20;
  limits.cells = 20'000;
  limits.positions = 20'000;
  limits.text_bytes = 1 << 16;
  const auto file = koers::testing::read_bytes({reinterpret_cast<const char*>(data), size}, "f", limits);
  if (!file) {
    // A refusal by the reader itself has a place; one by the client means that the two do not agree.
    require(file.error().faults.size() == 1 && file.error().faults.front().place.file == "f");
    require(file.error().faults.front().rule != "answer");
  }
  return 0;
}
