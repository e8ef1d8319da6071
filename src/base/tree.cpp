// SPDX-License-Identifier: EUPL-1.2
#include "base/tree.h"

#include "base/utf8.h"

namespace koers {

const Tree* Tree::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

std::string Tree::describe() const {
  switch (type) {
    case Type::null:
      return "nothing";
    case Type::boolean:
    case Type::number:
      return text;
    case Type::string:
      return in_quotes(text);
    case Type::sequence:
      return "a sequence of " + std::to_string(items.size());
    case Type::mapping:
      return "a mapping";
  }
  return "nothing";
}

}  // namespace koers
