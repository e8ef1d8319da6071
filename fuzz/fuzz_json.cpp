// SPDX-License-Identifier: EUPL-1.2
// JSON as a client sent it. What is read must be written as JSON that is read as the same.
#include <cstdint>

#include "base/tree.h"
#include "model/differences.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = koers::parse_json({reinterpret_cast<const char*>(data), size}, "f");
  if (!tree) {
    require(tree.error().faults.size() == 1 && tree.error().faults.front().place.line > 0);
    return 0;
  }
  const std::string text = koers::to_json_text(*tree);
  const auto again = koers::parse_json(text, "g");
  require(again && koers::to_json_text(*again) == text && koers::differences(*tree, *again).empty());
  return 0;
}
