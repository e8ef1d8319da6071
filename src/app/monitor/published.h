// SPDX-License-Identifier: EUPL-1.2
// The figures as they may leave the house: without those of too few persons, and without what would give those away. All pages,
// answers of the API, reports and files are made from these; only the owner of the database sees more (`koers export`).
#pragma once
#include <vector>

#include "model/city.h"

namespace koers {

/// Does any indicator ask for it? If not, all figures may be seen as they are.
[[nodiscard]] bool has_disclosure_rules(const City& city);

/// The observations of a city after the rules of its indicators (`Indicator::disclosure`), in their order. One that is kept back
/// is there with status `suppressed`, without value, denominator and note. `stricter`: a city of another moment as it may be
/// seen, whose rules hold too and where what is kept back stays so: a rule made today also guards what is asked of last year, and
/// two days never tell together what neither tells alone.
///
/// A count is sensitive when it is below the threshold; any other figure when the persons behind it are, or are unknown. Counts
/// and shares of parts of a total (`Indicator::part_of`, `part_by`), areas within areas and periods within periods are protected
/// together; see monitor/suppression.h. A share that is `part_of` a count is that count in another form, and kept back with it.
/// Any other indicator without a rule is published as its source did, so keeping it back would hide nothing.
[[nodiscard]] std::vector<Observation> published_observations(const City& city, const City* stricter = nullptr);

}  // namespace koers
