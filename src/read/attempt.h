// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace koers::reader {

/// Does what the sandbox forbids, so that a test can see that it does: `network`, `open`, `exec`, `fork`, `descriptor`, `memory`,
/// `time`, `code`. Gives whether it succeeded, if it comes back at all. An unknown word: false.
[[nodiscard]] bool attempt(std::string_view what);

}  // namespace koers::reader
