// SPDX-License-Identifier: EUPL-1.2
// YAML as somebody wrote it. What is refused must say where.
#include <cstdint>

#include "base/tree.h"
#include "require.h"

namespace {

void check_tree(const koers::Tree& tree, int depth) {
  require(depth <= koers::TreeLimits{}.depth && tree.place.line > 0 && tree.place.file == "f");
  for (const auto& item : tree.items) check_tree(item, depth + 1);
  for (const auto& member : tree.members) {
    require(member.place.line > 0 && tree.find(member.key) == &member.value);  // keys are unique
    check_tree(member.value, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = koers::parse_yaml({reinterpret_cast<const char*>(data), size}, "f");
  if (tree) {
    check_tree(*tree, 0);
  } else {
    require(tree.error().faults.size() == 1 && tree.error().faults.front().place.file == "f");
  }
  return 0;
}
