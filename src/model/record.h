// SPDX-License-Identifier: EUPL-1.2
// What all records have in common: each is described once (Boost.Describe), and reading, writing, comparing, checking and the
// schema for forms follow from that description.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/strong_id.h"

namespace koers {

template <class T>
concept Record = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsId = false;
template <class T>
inline constexpr bool kIsId<Id<T>> = true;

/// Calls `visit(name, field)` for each field of `record`, in the order of its description.
template <class R, class F>
  requires Record<std::remove_cvref_t<R>>
void for_each_field(R&& record, F&& visit) {
  using Members = boost::describe::describe_members<std::remove_cvref_t<R>, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>([&](auto member) { visit(member.name, record.*member.pointer); });
}

template <DescribedEnum E>
[[nodiscard]] const char* name_of(E value) {
  return boost::describe::enum_to_string(value, "?");
}

template <DescribedEnum E>
[[nodiscard]] std::optional<E> enum_from(std::string_view name) {
  E value{};
  if (name.find('\0') != std::string_view::npos) return std::nullopt;  // c_str() would end there
  if (!boost::describe::enum_from_string(std::string(name).c_str(), value)) return std::nullopt;
  return value;
}

template <DescribedEnum E>
[[nodiscard]] std::vector<std::string> names_of() {
  std::vector<std::string> names;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto each) { names.emplace_back(each.name); });
  return names;
}

}  // namespace koers
