// SPDX-License-Identifier: EUPL-1.2
// Who tests a thousand figures finds fifty "significant" ones by chance alone: what is left after that.
#pragma once
#include <span>
#include <vector>

namespace koers::monitor {

/// The p values adjusted for their number, in their order: to keep those at or below `q` is to keep the expected share of false
/// discoveries at or below `q` (Benjamini and Hochberg, Controlling the false discovery rate, JRSS B 57, 1995; as `p.adjust` of R
/// gives them). Exact for independent tests, and for those that rise and fall together (Benjamini and Yekutieli, 2001).
[[nodiscard]] std::vector<double> adjust_for_number(std::span<const double> p_values);

}  // namespace koers::monitor
