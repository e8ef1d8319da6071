// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace koers {

/// A name as people type it over: without blanks around it, with one space for any blanks within it (also the one that does not
/// break), in lower case (the letters of Western Europe). Two names are the same when their folded forms are.
[[nodiscard]] std::string folded_name(std::string_view name);

}  // namespace koers
