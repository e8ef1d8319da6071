// SPDX-License-Identifier: EUPL-1.2
// To which pillar, guideline, challenge and area an item belongs.
#pragma once
#include "model/city.h"

namespace koers {

/// The challenges of an effort or policy document.
[[nodiscard]] std::vector<Id<Challenge>> challenges_of(const City& city, const Reference& item);

/// Does the item belong to a pillar, guideline, challenge or area? A neighbourhood lies in its district.
[[nodiscard]] bool belongs_to(const City& city, const Reference& item, const Reference& group);

/// How much of an item works for a pillar: all of it when it is of that pillar; otherwise the part of its challenges that the
/// pillar has too, and nothing when it is of another.
[[nodiscard]] double part_of_pillar(const City& city, const Reference& item, const Pillar& pillar);

}  // namespace koers
