// SPDX-License-Identifier: EUPL-1.2
// What one way to carry out an item asks, year by year of the agenda.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/weighing.h"
#include "optimise/portfolio.h"

namespace koers {

/// By fund and by team, an amount for each year of the agenda.
struct OptionMeans {
  std::map<std::string, std::vector<optimise::Cents>> money;
  std::map<std::string, std::vector<optimise::CentiFte>> people;
};

/// `option` from year `start` of the agenda on (0 is its first), for as many years as it takes; before that what `keep` asks,
/// when the item runs (null for something new). What falls after the `years` of the agenda is left out.
[[nodiscard]] OptionMeans option_means(const AppraisalOption* keep, const AppraisalOption& option, int start, int years);

/// Σ |money − money of the baseline| over funds and years; the baseline of something new is nothing.
[[nodiscard]] optimise::Cents shifted_money(const OptionMeans& means, const OptionMeans& baseline);
[[nodiscard]] optimise::Cents total_money(const OptionMeans& means);

}  // namespace koers
