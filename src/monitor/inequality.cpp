// SPDX-License-Identifier: EUPL-1.2
#include "monitor/inequality.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

struct Totals {
  double weight = 0;
  double amount = 0;  // weight × value
  [[nodiscard]] double mean() const { return amount / weight; }
};

Totals totals_of(std::span<const Part> parts) {
  Totals totals;
  for (const Part& part : parts) {
    totals.weight += part.weight;
    totals.amount += part.weight * part.value;
  }
  return totals;
}

std::vector<Part> by_value(std::span<const Part> parts) {
  std::vector<Part> sorted(parts.begin(), parts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const Part& a, const Part& b) { return a.value < b.value; });
  return sorted;
}

double share_of_theil(double value, double mean) { return value / mean * std::log(value / mean); }

/// Mean value of the first `persons` of sorted parts.
template <class Iterator>
double mean_of_first(Iterator part, Iterator end, double persons) {
  double left = persons;
  double amount = 0;
  for (; part != end && left > 0; ++part) {
    const double taken = std::min(left, part->weight);
    amount += taken * part->value;
    left -= taken;
  }
  return amount / (persons - left);
}

/// Which part takes each place in a draw: one of the same group.
std::vector<std::size_t> drawn_places(std::span<const Part> parts, std::uint64_t seed, int draw) {
  std::map<int, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < parts.size(); ++i) groups[parts[i].group].push_back(i);
  std::vector<std::size_t> places(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& own = groups[parts[i].group];
    const double u = uniform(seed, DrawSite::bootstrap, static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(i));
    places[i] = own[static_cast<std::size_t>(u * static_cast<double>(own.size()))];
  }
  return places;
}

std::vector<Part> taken(std::span<const Part> parts, const std::vector<std::size_t>& places) {
  std::vector<Part> out;
  out.reserve(places.size());
  for (const std::size_t place : places) out.push_back(parts[place]);
  return out;
}

std::optional<Interval> interval_if_all(std::optional<double> value, const std::vector<double>& draws,
                                        const BootstrapParameters& parameters) {
  if (!value || draws.size() != static_cast<std::size_t>(parameters.draws)) return std::nullopt;
  return central_interval(*value, draws, parameters.coverage);
}

}  // namespace

double gini(std::span<const Part> parts) {
  const Totals totals = totals_of(parts);
  double below = 0;  // persons with a lower value
  double sum = 0;
  for (const Part& part : by_value(parts)) {
    sum += part.weight * part.value * (2 * below + part.weight - totals.weight);
    below += part.weight;
  }
  return sum / (totals.weight * totals.amount);
}

std::optional<Theil> theil(std::span<const Part> parts) {
  if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return !(part.value > 0); })) return std::nullopt;
  const Totals all = totals_of(parts);
  std::map<int, Totals> groups;
  Theil out;
  for (const Part& part : parts) {
    out.total += part.weight / all.weight * share_of_theil(part.value, all.mean());
    groups[part.group].weight += part.weight;
    groups[part.group].amount += part.weight * part.value;
  }
  for (const auto& [group, totals] : groups)
    out.between += totals.weight / all.weight * share_of_theil(totals.mean(), all.mean());
  for (const Part& part : parts) {
    const double group_mean = groups[part.group].mean();
    out.within += part.weight / all.weight * group_mean / all.mean() * share_of_theil(part.value, group_mean);
  }
  return out;
}

std::optional<double> quintile_ratio(std::span<const Part> parts) {
  const auto sorted = by_value(parts);
  const double fifth = totals_of(parts).weight / 5;
  const double lowest = mean_of_first(sorted.begin(), sorted.end(), fifth);
  if (!(lowest > 0)) return std::nullopt;
  return mean_of_first(sorted.rbegin(), sorted.rend(), fifth) / lowest;
}

std::optional<double> dissimilarity(std::span<const double> one, std::span<const double> other) {
  const double all_one = std::accumulate(one.begin(), one.end(), 0.0);
  const double all_other = std::accumulate(other.begin(), other.end(), 0.0);
  if (!(all_one > 0) || !(all_other > 0)) return std::nullopt;
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) sum += std::abs(one[i] / all_one - other[i] / all_other);
  return sum / 2;
}

Inequality inequality(std::span<const Part> parts, const BootstrapParameters& parameters) {
  std::vector<double> ginis;
  std::vector<double> theils;
  std::vector<double> ratios;
  for (int draw = 0; draw < parameters.draws; ++draw) {
    const auto drawn = taken(parts, drawn_places(parts, parameters.seed, draw));
    ginis.push_back(gini(drawn));
    if (const auto each = theil(drawn)) theils.push_back(each->total);
    if (const auto each = quintile_ratio(drawn)) ratios.push_back(*each);
  }
  const auto split = theil(parts);
  return {central_interval(gini(parts), ginis, parameters.coverage),
          interval_if_all(split ? std::optional(split->total) : std::nullopt, theils, parameters), split,
          interval_if_all(quintile_ratio(parts), ratios, parameters)};
}

Interval change_of_gini(std::span<const Part> before, std::span<const Part> after, const BootstrapParameters& parameters) {
  std::vector<double> changes;
  for (int draw = 0; draw < parameters.draws; ++draw) {
    const auto places = drawn_places(before, parameters.seed, draw);
    changes.push_back(gini(taken(after, places)) - gini(taken(before, places)));
  }
  return central_interval(gini(after) - gini(before), changes, parameters.coverage);
}

}  // namespace koers::monitor
