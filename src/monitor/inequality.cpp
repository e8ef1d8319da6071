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

double gini_of_sorted(std::span<const Part> parts) {
  const Totals totals = totals_of(parts);
  double below = 0;  // persons with a lower value
  double sum = 0;
  for (const Part& part : parts) {
    sum += part.weight * part.value * (2 * below + part.weight - totals.weight);
    below += part.weight;
  }
  return sum / (totals.weight * totals.amount);
}

std::optional<double> quintile_ratio_of_sorted(std::span<const Part> parts) {
  const double fifth = totals_of(parts).weight / 5;
  const double lowest = mean_of_first(parts.begin(), parts.end(), fifth);
  if (!(lowest > 0)) return std::nullopt;
  return mean_of_first(parts.rbegin(), parts.rend(), fifth) / lowest;
}

/// How often each part is taken in a draw: every place of a group is taken by one of the same group.
class PartDraws {
 public:
  explicit PartDraws(std::span<const Part> parts) : groups_(parts.size()) {
    std::map<int, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < parts.size(); ++i) members[parts[i].group].push_back(i);
    for (const auto& [group, own] : members) {
      for (const std::size_t i : own) groups_[i] = {members_.size(), own.size()};
      members_.insert(members_.end(), own.begin(), own.end());
    }
  }
  [[nodiscard]] std::vector<double> times_taken(std::uint64_t seed, int draw) const {
    std::vector<double> times(groups_.size(), 0);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const auto& [first, size] = groups_[i];
      const double u = uniform(seed, DrawSite::bootstrap, static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(i));
      ++times[members_[first + static_cast<std::size_t>(u * static_cast<double>(size))]];
    }
    return times;
  }

 private:
  struct Group {
    std::size_t first = 0;  // among the members
    std::size_t size = 0;
  };
  std::vector<Group> groups_;         // of each part
  std::vector<std::size_t> members_;  // group by group
};

/// Parts that are sorted once for all draws: a part taken twice is one of twice the weight.
class SortedParts {
 public:
  explicit SortedParts(std::span<const Part> parts)
      : order_(parts.size()), all_(parts.begin(), parts.end()), drawn_(parts.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return all_[a].value < all_[b].value; });
  }
  /// Valid until the next draw.
  [[nodiscard]] std::span<const Part> drawn(const std::vector<double>& times) {
    for (std::size_t i = 0; i < order_.size(); ++i) {
      drawn_[i] = all_[order_[i]];
      drawn_[i].weight *= times[order_[i]];
    }
    return drawn_;
  }

 private:
  std::vector<std::size_t> order_;
  std::vector<Part> all_;
  std::vector<Part> drawn_;
};

/// Of values above zero: Theil's T without its split, Σ share × ln(value ÷ mean) × value ÷ mean.
double theil_total(std::span<const Part> parts) {
  const Totals totals = totals_of(parts);
  double sum = 0;
  for (const Part& part : parts) sum += part.weight * part.value * std::log(part.value);
  return sum / totals.amount - std::log(totals.mean());
}

std::optional<Interval> interval_if_all(std::optional<double> value, const std::vector<double>& draws,
                                        const BootstrapParameters& parameters) {
  if (!value || draws.size() != static_cast<std::size_t>(parameters.draws)) return std::nullopt;
  return central_interval(*value, draws, parameters.coverage);
}

}  // namespace

double gini(std::span<const Part> parts) { return gini_of_sorted(by_value(parts)); }

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

std::optional<double> quintile_ratio(std::span<const Part> parts) { return quintile_ratio_of_sorted(by_value(parts)); }

std::optional<double> dissimilarity(std::span<const double> one, std::span<const double> other) {
  const double all_one = std::accumulate(one.begin(), one.end(), 0.0);
  const double all_other = std::accumulate(other.begin(), other.end(), 0.0);
  if (!(all_one > 0) || !(all_other > 0)) return std::nullopt;
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i) sum += std::abs(one[i] / all_one - other[i] / all_other);
  return sum / 2;
}

Inequality inequality(std::span<const Part> parts, const BootstrapParameters& parameters) {
  const auto split = theil(parts);
  const PartDraws draws(parts);
  SortedParts sorted(parts);
  std::vector<double> ginis;
  std::vector<double> theils;
  std::vector<double> ratios;
  for (int draw = 0; draw < parameters.draws; ++draw) {
    const auto drawn = sorted.drawn(draws.times_taken(parameters.seed, draw));
    ginis.push_back(gini_of_sorted(drawn));
    if (split) theils.push_back(theil_total(drawn));
    if (const auto each = quintile_ratio_of_sorted(drawn)) ratios.push_back(*each);
  }
  return {central_interval(gini(parts), ginis, parameters.coverage),
          interval_if_all(split ? std::optional(split->total) : std::nullopt, theils, parameters), split,
          interval_if_all(quintile_ratio(parts), ratios, parameters)};
}

Interval change_of_gini(std::span<const Part> before, std::span<const Part> after, const BootstrapParameters& parameters) {
  const PartDraws draws(before);
  SortedParts sorted_before(before);
  SortedParts sorted_after(after);
  std::vector<double> changes;
  for (int draw = 0; draw < parameters.draws; ++draw) {
    const auto times = draws.times_taken(parameters.seed, draw);
    changes.push_back(gini_of_sorted(sorted_after.drawn(times)) - gini_of_sorted(sorted_before.drawn(times)));
  }
  return central_interval(gini(after) - gini(before), changes, parameters.coverage);
}

}  // namespace koers::monitor
