// SPDX-License-Identifier: EUPL-1.2
#include "model/differences.h"

#include <algorithm>

#include "model/write_record.h"

namespace koers {
namespace {

using Type = Tree::Type;

bool same(const Tree& a, const Tree& b) {
  if (a.type != b.type || a.text != b.text || a.items.size() != b.items.size() || a.members.size() != b.members.size())
    return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same(a.items[i], b.items[i])) return false;
  }
  return std::all_of(a.members.begin(), a.members.end(), [&](const Tree::Member& member) {
    const Tree* other = b.find(member.key);
    return other != nullptr && same(member.value, *other);
  });
}

/// What an item of a list is known by when the list is put in another order.
std::optional<std::string> name_of_item(const Tree& item) {
  for (const char* key : {"id", "number", "item", "partner"}) {
    const Tree* found = item.find(key);
    if (found != nullptr) return std::string(key) + '=' + found->text;
  }
  return std::nullopt;
}

/// The item of `others` with the name of `list.items[index]`; of several with that name, the one that comes as many-eth.
const Tree* partner_of(const Tree& list, std::size_t index, const Tree& others) {
  const auto name = name_of_item(list.items[index]);
  if (!name) return index < others.items.size() ? &others.items[index] : nullptr;
  const auto has_name = [&](const Tree& item) { return name_of_item(item) == name; };
  auto before = std::count_if(list.items.begin(), list.items.begin() + static_cast<std::ptrdiff_t>(index), has_name);
  const auto found =
      std::find_if(others.items.begin(), others.items.end(), [&](const Tree& other) { return has_name(other) && before-- == 0; });
  return found == others.items.end() ? nullptr : &*found;
}

class Comparison {
 public:
  void compare(const std::string& path, const Tree* before, const Tree* after) {
    if (before == nullptr || after == nullptr || before->type != after->type) return add(path, before, after);
    if (before->type == Type::mapping) return compare_members(path, *before, *after);
    if (before->type == Type::sequence) return compare_items(path, *before, *after);
    if (before->text != after->text) add(path, before, after);
  }
  std::vector<Difference> found;

 private:
  void add(const std::string& path, const Tree* before, const Tree* after) {
    if (before != nullptr && after != nullptr && same(*before, *after)) return;
    found.push_back({path, before ? std::optional(to_json_text(*before)) : std::nullopt,
                     after ? std::optional(to_json_text(*after)) : std::nullopt});
  }
  void compare_members(const std::string& path, const Tree& before, const Tree& after) {
    const std::string prefix = path.empty() ? "" : path + '.';
    for (const Tree::Member& member : before.members) compare(prefix + member.key, &member.value, after.find(member.key));
    for (const Tree::Member& member : after.members) {
      if (before.find(member.key) == nullptr) compare(prefix + member.key, nullptr, &member.value);
    }
  }
  void compare_items(const std::string& path, const Tree& before, const Tree& after) {
    for (std::size_t i = 0; i < before.items.size(); ++i) {
      compare(path + '[' + std::to_string(i) + ']', &before.items[i], partner_of(before, i, after));
    }
    for (std::size_t i = 0; i < after.items.size(); ++i) {
      if (partner_of(after, i, before) == nullptr) compare(path + '[' + std::to_string(i) + ']', nullptr, &after.items[i]);
    }
  }
};

template <class Items, class Write>
std::string join(const Items& items, char open, char close, Write write) {
  std::string out(1, open);
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    out += write(item);
  }
  return out + close;
}

}  // namespace

std::vector<Difference> differences(const Tree& before, const Tree& after) {
  Comparison comparison;
  comparison.compare("", &before, &after);
  return std::move(comparison.found);
}

std::string to_json_text(const Tree& tree) {
  switch (tree.type) {
    case Type::null:
      return "null";
    case Type::boolean:
    case Type::number:
      return tree.text;
    case Type::string:
      return json_string(tree.text);
    case Type::sequence:
      return join(tree.items, '[', ']', [](const Tree& item) { return to_json_text(item); });
    case Type::mapping:
      return join(tree.members, '{', '}',
                  [](const Tree::Member& member) { return json_string(member.key) + ':' + to_json_text(member.value); });
  }
  return "null";
}

}  // namespace koers
