// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/tree.h"

namespace koers {

/// One field that is not the same in two versions of a document. Absent on one side: the field was not there.
struct Difference {
  std::string path;                   ///< `milestones[2].title.nl`
  std::optional<std::string> before;  ///< JSON text
  std::optional<std::string> after;
  bool operator==(const Difference&) const = default;
};

/// Field by field, down to the scalars. Items of lists that have an id or number are paired by it, others by place.
[[nodiscard]] std::vector<Difference> differences(const Tree& before, const Tree& after);

/// A tree as JSON text.
[[nodiscard]] std::string to_json_text(const Tree& tree);

}  // namespace koers
