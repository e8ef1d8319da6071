// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/record.h"

namespace koers {

/// Both databases keep UTF-8 without NUL, and nothing else, unchanged.
[[nodiscard]] bool is_storable(std::string_view text);

struct NamedText {
  std::string_view text;
  std::string_view what;
};
/// `bad_input` that names the first that is not storable.
[[nodiscard]] Result<void> expect_storable(std::initializer_list<NamedText> texts);

/// The enum value of a stored name. Throws BrokenWorld when there is none: a newer program or another hand wrote it.
template <DescribedEnum E>
[[nodiscard]] E stored_enum(std::string_view name) {
  const auto value = enum_from<E>(name);
  if (!value) throw BrokenWorld("The database holds the unknown name '" + std::string(name) + "'.");
  return *value;
}

}  // namespace koers
