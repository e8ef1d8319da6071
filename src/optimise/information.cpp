// SPDX-License-Identifier: EUPL-1.2
#include "optimise/information.h"

#include <algorithm>

namespace koers::optimise {
namespace {

double doubt_of(double probability) { return 4 * probability * (1 - probability); }

Cents mean_cost(const Portfolio& problem, std::size_t item) {
  Cents sum = 0;
  Cents columns = 0;
  for (const Column& column : problem.columns) {
    if (column.item != item || !column.active) continue;
    for (const MoneyUse& use : column.money) sum += use.amount;
    ++columns;
  }
  return columns == 0 ? 0 : sum / columns;
}

}  // namespace

std::vector<DataNeed> data_needs(const Portfolio& problem, const Robustness& robustness) {
  std::vector<DataNeed> out;
  for (std::size_t item = 0; item < robustness.items.size(); ++item) {
    const double doubt = doubt_of(robustness.items[item].acceptability);
    if (doubt <= doubt_of(std::min(0.5, robustness.noise_floor))) continue;
    const Cents at_stake = mean_cost(problem, item);
    out.push_back({item, doubt, at_stake, doubt * static_cast<double>(at_stake)});
  }
  std::ranges::stable_sort(out, std::greater(), &DataNeed::need);
  return out;
}

}  // namespace koers::optimise
