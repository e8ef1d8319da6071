// SPDX-License-Identifier: EUPL-1.2
#include "monitor/mechanism_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

double weight_present(const Scores& scores, std::span<const double> weights) {
  double present = 0;
  double total = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    total += weights[i];
    if (scores[i]) present += weights[i];
  }
  return present / total;
}

double mean_of_present(const Scores& scores, std::span<const double> weights) {
  double sum = 0;
  double present = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!scores[i]) continue;
    sum += weights[i] * *scores[i];
    present += weights[i];
  }
  return sum / present;
}

/// 1 for the highest; equal values share the best rank.
std::vector<int> ranks_of(const std::vector<double>& values) {
  std::vector<double> sorted = values;
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::vector<int> ranks;
  for (const double value : values) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), value, std::greater<>());
    ranks.push_back(static_cast<int>(place - sorted.begin()) + 1);
  }
  return ranks;
}

/// Index and rank of every area in every draw: [area][draw].
struct Drawn {
  std::vector<std::vector<double>> indices;
  std::vector<std::vector<double>> ranks;
};

Drawn draw_all(const std::vector<const Scores*>& areas, std::span<const double> weights, const IndexParameters& parameters) {
  Drawn drawn{std::vector<std::vector<double>>(areas.size()), std::vector<std::vector<double>>(areas.size())};
  for (int draw = 0; draw < parameters.draws; ++draw) {
    const auto shares = dirichlet(weights, parameters.concentration, parameters.seed, static_cast<std::uint32_t>(draw));
    std::vector<double> values;
    for (const Scores* scores : areas) values.push_back(mean_of_present(*scores, shares));
    const auto ranks = ranks_of(values);
    for (std::size_t area = 0; area < areas.size(); ++area) {
      drawn.indices[area].push_back(values[area]);
      drawn.ranks[area].push_back(ranks[area]);
    }
  }
  return drawn;
}

Rank rank_interval(int value, const std::vector<double>& draws) {
  const Interval interval = central_interval(value, draws);
  return {value, static_cast<int>(std::floor(interval.lower)), static_cast<int>(std::ceil(interval.upper))};
}

}  // namespace

std::optional<double> weighted_score(const Scores& scores, std::span<const double> weights, double least_weight) {
  if (weight_present(scores, weights) < least_weight) return std::nullopt;
  return mean_of_present(scores, weights);
}

std::vector<std::optional<AreaIndex>> mechanism_index(const std::vector<Scores>& areas, std::span<const double> weights,
                                                      const IndexParameters& parameters) {
  std::vector<const Scores*> judged;
  std::vector<double> values;
  for (const Scores& scores : areas) {
    const auto value = weighted_score(scores, weights, parameters.least_weight);
    if (!value) continue;
    judged.push_back(&scores);
    values.push_back(*value);
  }
  const Drawn drawn = draw_all(judged, weights, parameters);
  const auto ranks = ranks_of(values);
  std::vector<std::optional<AreaIndex>> out(areas.size());
  std::size_t next = 0;
  for (std::size_t area = 0; area < areas.size(); ++area) {
    if (next == judged.size() || judged[next] != &areas[area]) continue;
    out[area] = AreaIndex{central_interval(values[next], drawn.indices[next]), rank_interval(ranks[next], drawn.ranks[next]),
                          weight_present(areas[area], weights)};
    ++next;
  }
  return out;
}

}  // namespace koers::monitor
