// SPDX-License-Identifier: EUPL-1.2
// What an import would do to the figures that are held of its source.
#pragma once
#include <set>
#include <span>

#include "model/indicator.h"

namespace koers::gather {

/// What an import speaks of. Held figures inside it that the import does not have are gone; outside it they stay.
struct Scope {
  std::set<std::pair<Id<Indicator>, Period>> figures;
  std::set<Reference> areas;
  [[nodiscard]] bool contains(const Observation& figure) const;
};

enum class Change : std::uint8_t { added = 1, changed = 2, gone = 3 };
BOOST_DESCRIBE_ENUM(Change, added, changed, gone)

struct FigureChange {
  Change change{};
  std::optional<Observation> before;
  std::optional<Observation> after;
};

struct Differences {
  std::vector<FigureChange> changes;  ///< in the order of the import, what is gone at the end
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t gone = 0;
  std::int64_t same = 0;
  [[nodiscard]] bool is_empty() const { return changes.empty(); }
};

/// `held`: the figures that the store has of the source. A figure is the same when value and status are, and the denominator
/// where the import gives one; where in the source it was read is no difference.
[[nodiscard]] Differences compare(std::span<const Observation> held, std::span<const Observation> staged, const Scope& scope);

/// What the source is to hold afterwards: what is held outside the scope, and what was staged; a figure that is the same stays as
/// it is held, with its note and denominator.
[[nodiscard]] std::vector<Observation> merged(std::span<const Observation> held, std::span<const Observation> staged,
                                              const Scope& scope);

}  // namespace koers::gather
