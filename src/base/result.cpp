// SPDX-License-Identifier: EUPL-1.2
#include "base/result.h"

#include <array>

namespace koers {

const ErrorDescription& describe(ErrorCode code) {
  static constexpr std::array<ErrorDescription, 12> kTable{{
      {"bad-input", "The input is not valid", 400, 2},
      {"unauthenticated", "Please log in first", 401, 1},
      {"forbidden", "You may not do this", 403, 1},
      {"not-found", "There is nothing here", 404, 1},
      {"conflict", "That does not fit the present state", 409, 1},
      {"stale", "Somebody else changed this first", 412, 1},
      {"precondition-needed", "Say which revision your change is based on", 428, 2},
      {"too-large", "That is too large", 413, 2},
      {"too-many-requests", "Too many requests; please wait", 429, 1},
      {"unsupported", "That form is not supported", 415, 2},
      {"cancelled", "Cancelled", 409, 1},
      {"broken-world", "Something outside the program failed", 503, 3},
  }};
  return kTable.at(static_cast<std::size_t>(code));
}

std::string to_string(const Fault& fault) {
  std::string out = fault.place.file;
  if (fault.place.line > 0) {
    out += ':' + std::to_string(fault.place.line);
    if (fault.place.column > 0) out += ':' + std::to_string(fault.place.column);
  }
  if (!out.empty()) out += ": ";
  if (!fault.path.empty()) out += fault.path + ": ";
  return out + "found " + fault.found + ", expected " + fault.expected;
}

}  // namespace koers
