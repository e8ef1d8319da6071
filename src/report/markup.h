// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace koers::report {

/// `text` as it may stand between tags and in attributes of HTML and XML: nothing in it is markup. Control characters, which
/// XML cannot hold, are left out.
[[nodiscard]] std::string escaped(std::string_view text);

/// A coordinate, with at most two decimals and a point whatever the locale.
[[nodiscard]] std::string coordinate(double value);

}  // namespace koers::report
