// SPDX-License-Identifier: EUPL-1.2
// One answer of an OData service: a list of flat rows, and what is said about the list. Rows are handed on one by one, so a page
// of a hundred thousand costs no more than one.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace koers::fetch {

struct PageValue {
  enum class Type : std::uint8_t { null, boolean, number, text, nested };
  std::string name;
  Type type = Type::null;
  std::string text;  ///< numbers as they are written
};

using PageRow = std::span<const PageValue>;

/// The value of that name, or nothing.
[[nodiscard]] const PageValue* find_value(PageRow row, std::string_view name);
/// Its text without blanks around it; empty where it is null or not there.
[[nodiscard]] std::string text_of(PageRow row, std::string_view name);
/// A whole number, also where it is written as a text or as 12.0.
[[nodiscard]] std::optional<std::int64_t> number_of(PageRow row, std::string_view name);
[[nodiscard]] std::string_view trimmed(std::string_view text);

struct PageHead {
  std::string next_link;              ///< empty on the last page
  std::optional<std::int64_t> count;  ///< rows of the whole list, where the service says it
  std::int64_t rows = 0;              ///< on this page
};

/// An error ends the reading and is passed on.
using OnRow = std::function<Result<void>(PageRow row)>;

/// An object with the list `value`, and perhaps `odata.nextLink` and `odata.count` (with or without the `@` of OData 4).
[[nodiscard]] Result<PageHead> read_odata_page(std::string_view body, const std::string& address, const OnRow& on_row);

/// An object that is itself the row.
[[nodiscard]] Result<void> read_odata_object(std::string_view body, const std::string& address, const OnRow& on_row);

}  // namespace koers::fetch
