// SPDX-License-Identifier: EUPL-1.2
// Records as the YAML of a city package: fields in the order of the record, absent and empty ones left out, small mappings on
// one line. Reading it back gives the same record.
#pragma once
#include "model/write_record.h"

namespace koers {

/// A value on its way to paper: what JSON has, with numbers kept as written and members in order.
/// Lives only inside the writer; `Tree` is for what comes in.
struct YamlNode {
  enum class Type : std::uint8_t { number, string, sequence, mapping };
  Type type = Type::number;
  std::string text;
  std::vector<YamlNode> items;
  std::vector<std::string> keys;  ///< of a mapping; `items` are its values

  [[nodiscard]] bool is_scalar() const { return type == Type::number || type == Type::string; }
};

class YamlBuilder {
 public:
  template <class T>
  [[nodiscard]] static YamlNode build(const T& value);

 private:
  template <Record R>
  static YamlNode build_record(const R& record) {
    YamlNode node{YamlNode::Type::mapping, {}, {}, {}};
    for_each_field(record, [&](const char* name, const auto& field) {
      using T = std::remove_cvref_t<decltype(field)>;
      if constexpr (kIsOptional<T>) {
        if (!field) return;
      } else if constexpr (kIsVector<T>) {
        if (field.empty()) return;
      } else if constexpr (std::is_same_v<T, Status>) {
        if (field == default_status<R>()) return;
      }
      node.keys.emplace_back(name);
      node.items.push_back(build(field));
    });
    return node;
  }
  /// What a reader assumes when the field is not there.
  template <class R>
  static Status default_status() {
    if constexpr (requires { R::status; }) {
      return R{}.status;
    } else {
      return R{}.mix_status;
    }
  }

  static YamlNode build_scalar(const std::string& value) { return {YamlNode::Type::string, value, {}, {}}; }
  static YamlNode build_scalar(bool value) { return {YamlNode::Type::number, value ? "true" : "false", {}, {}}; }
  static YamlNode build_scalar(int value) { return {YamlNode::Type::number, std::to_string(value), {}, {}}; }
  static YamlNode build_scalar(const Reference& value) { return {YamlNode::Type::string, to_string(value), {}, {}}; }
  static YamlNode build_scalar(const Text& value);
  static YamlNode build_scalar(const Position& value);
  /// Years, dates, periods and quantities are written without quotes.
  template <class T>
  static YamlNode build_scalar(const T& value) {
    return {YamlNode::Type::number, to_string(value), {}, {}};
  }
};

template <class T>
YamlNode YamlBuilder::build(const T& value) {
  if constexpr (Record<T>) {
    return build_record(value);
  } else if constexpr (kIsOptional<T>) {
    return build(*value);
  } else if constexpr (kIsVector<T>) {
    YamlNode node{YamlNode::Type::sequence, {}, {}, {}};
    for (const auto& item : value) node.items.push_back(build(item));
    return node;
  } else if constexpr (DescribedEnum<T>) {
    return {YamlNode::Type::string, name_of(value), {}, {}};
  } else if constexpr (kIsId<T>) {
    return {YamlNode::Type::string, value.str(), {}, {}};
  } else {
    return build_scalar(value);
  }
}

#define KOERS_BUILD_ELSEWHERE(Type, kind) extern template YamlNode YamlBuilder::build<Type>(const Type&);
KOERS_FOR_EACH_RECORD(KOERS_BUILD_ELSEWHERE)
#undef KOERS_BUILD_ELSEWHERE

[[nodiscard]] std::string write_yaml(const YamlNode& node);

template <Record R>
[[nodiscard]] std::string to_yaml(const R& record) {
  return write_yaml(YamlBuilder::build(record));
}

/// As an item of a sequence.
template <Record R>
[[nodiscard]] std::string to_yaml_item(const R& record) {
  YamlNode list{YamlNode::Type::sequence, {}, {YamlBuilder::build(record)}, {}};
  return write_yaml(list);
}

}  // namespace koers
