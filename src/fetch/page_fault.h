// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <utility>

#include "base/result.h"

namespace koers::fetch {

/// A failure that has one fault, in the page at `address`; the message says the same.
[[nodiscard]] inline std::unexpected<Error> page_fault(ErrorCode code, std::string rule, std::string address, std::string path,
                                                       std::string found, std::string expected) {
  Fault fault{std::move(rule), {std::move(address), 0, 0}, std::move(path), std::move(found), std::move(expected)};
  std::string message = to_string(fault);
  return failure(code, std::move(message), {std::move(fault)});
}

}  // namespace koers::fetch
