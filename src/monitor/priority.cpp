// SPDX-License-Identifier: EUPL-1.2
#include "monitor/priority.h"

#include <algorithm>

namespace koers::monitor {
namespace {

Scores sizes_by_theme(const ProblemArea& area, double norm) {
  Scores sizes;
  for (const auto& score : area.themes) {
    sizes.push_back(score ? std::optional(area.persons * std::max(0.0, norm - *score)) : std::nullopt);
  }
  return sizes;
}

}  // namespace

std::vector<ProblemSize> problem_sizes(const std::vector<ProblemArea>& areas, std::span<const double> weights,
                                       const PriorityParameters& parameters) {
  std::vector<Scores> sizes;
  for (const ProblemArea& area : areas) sizes.push_back(sizes_by_theme(area, parameters.norm));
  // The largest problem has rank 1, as the highest index has; an area without any score is no problem that we know of.
  const auto indices = mechanism_index(sizes, weights, {1e-9, parameters.draws, parameters.concentration, parameters.seed});
  std::vector<ProblemSize> out;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    ProblemSize each;
    for (const auto& size : sizes[i]) each.by_theme.push_back(size.value_or(0));
    if (indices[i]) {
      each.total = indices[i]->index.value;
      each.rank = indices[i]->rank;
    }
    out.push_back(std::move(each));
  }
  return out;
}

}  // namespace koers::monitor
