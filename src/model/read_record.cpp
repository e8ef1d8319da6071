// SPDX-License-Identifier: EUPL-1.2
#include "model/read_record.h"

#include <algorithm>
#include <cmath>

namespace koers {

void RecordReader::fault(std::string rule, const Tree& tree, std::string expected) {
  if (faults_.size() >= kMaxFaults) return;
  faults_.push_back({std::move(rule), tree.place, path_, tree.describe(), std::move(expected)});
}

bool RecordReader::require(const Tree& tree, Tree::Type type, const char* expected) {
  if (tree.type == type) return true;
  fault("type", tree, expected);
  return false;
}

bool RecordReader::is_word(const Tree& tree) { return tree.type == Tree::Type::string || tree.type == Tree::Type::number; }

void RecordReader::read_value(const Tree& tree, std::string& value) {
  if (tree.type == Tree::Type::number) return fault("type", tree, "a text: put it in quotes");
  if (!require(tree, Tree::Type::string, "a text")) return;
  if (tree.text.empty()) return fault("empty", tree, "a text that is not empty");
  if (tree.text.size() > kMaxTextBytes) return fault("too_large", tree, "at most 20000 bytes of text");
  value = tree.text;
}

void RecordReader::read_value(const Tree& tree, int& value) {
  const char* const end = tree.text.data() + tree.text.size();
  const auto [reached, error] = std::from_chars(tree.text.data(), end, value);
  if (tree.type != Tree::Type::number || reached != end || error != std::errc{}) fault("type", tree, "a whole number");
}

void RecordReader::read_value(const Tree& tree, bool& value) {
  if (require(tree, Tree::Type::boolean, "true or false")) value = tree.text == "true";
}

void RecordReader::read_value(const Tree& tree, Text& value) {
  if (!require(tree, Tree::Type::mapping, "a text per language, such as {nl: …, en: …}")) return;
  for (const Tree::Member& member : tree.members) {
    const Step step(*this, member.key);
    read_value(member.value, value.by_language[member.key]);
  }
}

void RecordReader::read_value(const Tree& tree, Reference& value) {
  const auto parsed = tree.type == Tree::Type::string ? parse_reference(tree.text) : std::nullopt;
  if (parsed) {
    value = *parsed;
  } else {
    fault("type", tree, "a reference such as challenge/some-id");
  }
}

void RecordReader::read_value(const Tree& tree, Position& value) {
  constexpr std::array<double, 2> kLimits{180.0, 90.0};
  bool good = tree.type == Tree::Type::sequence && tree.items.size() == 2;
  for (std::size_t i = 0; good && i < 2; ++i) {
    const std::string& text = tree.items[i].text;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value[i]);
    good = tree.items[i].type == Tree::Type::number && parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size() &&
           std::abs(value[i]) <= kLimits[i];
  }
  if (!good) fault("type", tree, "a position [longitude, latitude] in degrees");
}

void RecordReader::report_unknown_fields(const Tree& tree, const std::vector<std::string_view>& known) {
  for (const Tree::Member& member : tree.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    Tree key;
    key.type = Tree::Type::string;
    key.text = member.key;
    key.place = member.place;
    std::string expected = "one of the fields";
    for (const auto name : known) expected += ' ' + std::string(name);
    fault("unknown_field", key, std::move(expected));
  }
}

#define KOERS_READ_HERE(Type, kind) template Type RecordReader::read<Type>(const Tree&);
KOERS_FOR_EACH_RECORD(KOERS_READ_HERE)

}  // namespace koers
