// SPDX-License-Identifier: EUPL-1.2
// From what somebody wrote (a Tree) to records that can be believed. All faults of a document are found, not only the first.
#pragma once
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "base/tree.h"
#include "base/utf8.h"
#include "model/kinds.h"

namespace koers {

/// Where each field of a document was written: path (`milestones[2].title`, empty for the whole) → place.
using Places = std::map<std::string, Place>;

inline constexpr std::size_t kMaxFaults = 1'000;
inline constexpr std::size_t kMaxTextBytes = 20'000;

/// Reads records out of trees, and remembers places and faults.
class RecordReader {
 public:
  explicit RecordReader(std::vector<Fault>& faults) : faults_(faults) {}

  template <Record R>
  [[nodiscard]] R read(const Tree& tree);
  [[nodiscard]] Places take_places() { return std::move(places_); }

 private:
  class Step;  // puts a name on the path for as long as it lives

  void fault(std::string rule, const Tree& tree, std::string expected);
  bool require(const Tree& tree, Tree::Type type, const char* expected);
  [[nodiscard]] static bool is_word(const Tree& tree);

  template <class T, class Parse>
  void parse(const Tree& tree, T& value, Parse parser, const char* expected) {
    const auto parsed = is_word(tree) ? parser(tree.text) : std::nullopt;
    if (parsed) {
      value = T{*parsed};
    } else {
      fault("type", tree, expected);
    }
  }

  void read_value(const Tree& tree, std::string& value);
  void read_value(const Tree& tree, int& value);
  void read_value(const Tree& tree, bool& value);
  void read_value(const Tree& tree, Text& value);
  void read_value(const Tree& tree, Reference& value);
  void read_value(const Tree& tree, Position& value);
  void read_value(const Tree& tree, Year& value) { parse(tree, value, parse_year, "a year such as 2021"); }
  void read_value(const Tree& tree, Date& value) { parse(tree, value, parse_date, "a date such as 2021, 2021-06 or 2021-06-14"); }
  void read_value(const Tree& tree, Period& value) { parse(tree, value, parse_period, "a period such as 2021 or 2020/2022"); }
  void read_value(const Tree& tree, Euro& value) { parse(tree, value, parse_euro, "euros such as 200000 or 1250.50"); }
  void read_value(const Tree& tree, Fte& value) { parse(tree, value, parse_fte, "fte with at most two decimals, such as 0.4"); }
  void read_value(const Tree& tree, Decimal& value) { parse(tree, value, parse_decimal, "a decimal number such as 12.5"); }

  template <class T>
  void read_value(const Tree& tree, Id<T>& value) {
    if (is_word(tree) && is_valid_id(tree.text)) {
      value = Id<T>(tree.text);
    } else {
      fault("type", tree, "an id of letters, digits and `-`");
    }
  }

  template <DescribedEnum E>
  void read_value(const Tree& tree, E& value) {
    const auto parsed = tree.type == Tree::Type::string ? enum_from<E>(tree.text) : std::nullopt;
    if (parsed) {
      value = *parsed;
      return;
    }
    std::string expected = "one of";
    for (const auto& name : names_of<E>()) expected += ' ' + name;
    fault("type", tree, std::move(expected));
  }

  template <class T>
  void read_value(const Tree& tree, std::optional<T>& value) {
    read_value(tree, value.emplace());
  }

  template <class T>
  void read_value(const Tree& tree, std::vector<T>& value);
  template <Record R>
  void read_value(const Tree& tree, R& record);
  template <class T>
  void read_field(const Tree& tree, const char* name, T& field);
  void report_unknown_fields(const Tree& tree, const std::vector<std::string_view>& known);

  std::vector<Fault>& faults_;
  Places places_;
  std::string path_;
};

class RecordReader::Step {
 public:
  Step(RecordReader& reader, std::string_view name) : reader_(reader), length_(reader.path_.size()) {
    if (!reader_.path_.empty()) reader_.path_ += '.';
    reader_.path_ += name;
  }
  Step(RecordReader& reader, std::size_t index) : reader_(reader), length_(reader.path_.size()) {
    reader_.path_ += '[' + std::to_string(index) + ']';
  }
  ~Step() { reader_.path_.resize(length_); }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  RecordReader& reader_;
  std::size_t length_;
};

template <Record R>
R RecordReader::read(const Tree& tree) {
  places_.clear();
  R record{};
  read_value(tree, record);
  return record;
}

template <class T>
void RecordReader::read_value(const Tree& tree, std::vector<T>& value) {
  if (!require(tree, Tree::Type::sequence, "a sequence")) return;
  value.reserve(tree.items.size());
  for (std::size_t i = 0; i < tree.items.size(); ++i) {
    const Step step(*this, i);
    if constexpr (!std::is_same_v<T, Position> && !kIsVector<T>) places_[path_] = tree.items[i].place;
    read_value(tree.items[i], value.emplace_back());
  }
}

template <Record R>
void RecordReader::read_value(const Tree& tree, R& record) {
  places_[path_] = tree.place;
  if (!require(tree, Tree::Type::mapping, "a mapping of fields")) return;
  std::vector<std::string_view> known;
  for_each_field(record, [&](const char* name, auto& field) {
    known.emplace_back(name);
    read_field(tree, name, field);
  });
  report_unknown_fields(tree, known);
}

template <class T>
void RecordReader::read_field(const Tree& tree, const char* name, T& field) {
  constexpr bool may_be_absent = kIsOptional<T> || kIsVector<T> || std::is_same_v<T, Status>;
  const Step step(*this, name);
  const Tree* found = tree.find(name);
  if (found != nullptr) {
    places_[path_] = found->place;
    read_value(*found, field);
  } else if (!may_be_absent) {
    Tree nothing;
    nothing.place = tree.place;
    fault("missing_field", nothing, std::string("the field `") + name + '`');
  }
}

#define KOERS_READ_ELSEWHERE(Type, kind) extern template Type RecordReader::read<Type>(const Tree&);
KOERS_FOR_EACH_RECORD(KOERS_READ_ELSEWHERE)
#undef KOERS_READ_ELSEWHERE

}  // namespace koers
