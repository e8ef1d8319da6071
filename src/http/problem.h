// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace koers::http {

/// An error as RFC 9457 (problem details) wants it on the wire.
struct Problem {
  int status = 500;
  std::string name;    ///< stable, for machines: `type` becomes `urn:koers:problem:<name>`
  std::string title;   ///< English, the same for all of this type
  std::string detail;  ///< a whole sentence about this case; empty is left out
  std::vector<Fault> faults;

  bool operator==(const Problem&) const = default;
};

/// Name, title and status come from the one table in base/result.h.
[[nodiscard]] Problem problem_of(const Error& error);

/// For what only HTTP knows (405, 408, 431 …): the title is the reason phrase, the name its kebab-case form.
[[nodiscard]] Problem problem_of(int status, std::string detail);

/// The JSON document; `instance` names this one occurrence, here the request id, and is left out when empty.
[[nodiscard]] std::string to_json(const Problem& problem, std::string_view request_id);

/// "Not Found" for 404; "Unknown" for a number that has no phrase.
[[nodiscard]] std::string_view reason_phrase(int status);

}  // namespace koers::http
