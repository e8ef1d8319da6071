// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace koers {

inline constexpr std::size_t kMaxIdLength = 64;

/// Letters, digits and `-`, not starting or ending with `-`, 1…64 characters. Nothing that means something in a path.
[[nodiscard]] constexpr bool is_valid_id(std::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength || text.front() == '-' || text.back() == '-') return false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && !(c >= '0' && c <= '9') && c != '-') return false;
  }
  return true;
}

/// The name of a `T`. Ids of different things do not mix.
template <class T>
class Id {
 public:
  Id() = default;
  explicit Id(std::string value) : value_(std::move(value)) {}
  [[nodiscard]] const std::string& str() const { return value_; }
  auto operator<=>(const Id&) const = default;

 private:
  std::string value_;
};

}  // namespace koers

template <class T>
struct std::hash<koers::Id<T>> {
  std::size_t operator()(const koers::Id<T>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
