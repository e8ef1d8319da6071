// SPDX-License-Identifier: EUPL-1.2
#include "optimise/pareto.h"

#include <algorithm>
#include <cmath>

namespace koers::optimise {
namespace {

class Front {
 public:
  Front(const Portfolio& problem, const Pillars& pillars, const SearchOptions& options)
      : problem_(problem), pillars_(pillars), options_(options) {
    double total = 0;
    for (std::size_t c = 0; c < pillars.first.size(); ++c) {
      total += std::abs(static_cast<double>(pillars.first[c])) + std::abs(static_cast<double>(pillars.second[c]));
    }
    for (const Pair& pair : problem.pairs) total += std::abs(static_cast<double>(pair.bonus));
    while (weight_ > 1 && total * static_cast<double>(weight_) > static_cast<double>(kLargestTotal)) weight_ /= 10;
  }

  std::vector<FrontPoint> run(int points) {
    const auto most_second = point(pillars_.second, pillars_.first, {});
    if (!most_second) return {};
    const auto most_first = point(pillars_.first, pillars_.second, {});
    if (!most_first) return {};
    std::vector<FrontPoint> found{*most_second};
    options_.start = most_second->choice;
    const Value range = most_second->second - most_first->second;
    // The first step asks for the most of the first pillar without a loss of the second: only then is the end of the front
    // efficient, for prices count with the first.
    for (int step = 0; step + 1 < points && (step == 0 || range > 0); ++step) {
      const Value least = most_first->second + range * (points - 1 - step) / (points - 1);
      if (const auto next = point(pillars_.first, pillars_.second, least)) {
        found.push_back(*next);
        options_.start = next->choice;
      }
    }
    found.push_back(*most_first);
    return efficient(std::move(found));
  }

 private:
  /// Most of one pillar, and among equals most of the other: `weight_` times the one and once the other.
  std::optional<FrontPoint> point(const std::vector<Value>& most, const std::vector<Value>& then, std::optional<Value> least) {
    Portfolio asked = problem_;
    for (std::size_t c = 0; c < asked.columns.size(); ++c) asked.columns[c].value = weight_ * most[c] + then[c];
    for (Pair& pair : asked.pairs) pair.bonus *= weight_;
    for (Source& source : asked.sources) source.overrun.price *= weight_;
    for (Team& team : asked.teams) {
      team.hire_price *= weight_;
      team.overrun.price *= weight_;
    }
    if (least) asked.floors.push_back({"second pillar", pillars_.second, *least});
    const Search found = search(asked, options_);
    if (!found.verification.is_feasible()) return std::nullopt;
    return measured(found.choice);
  }

  [[nodiscard]] FrontPoint measured(const Choice& choice) const {
    Portfolio first = problem_;
    FrontPoint out{choice, 0, 0};
    for (std::size_t c = 0; c < first.columns.size(); ++c) first.columns[c].value = pillars_.first[c];
    out.first = verify(first, choice).value;
    for (const std::int32_t column : choice) {
      if (column != kNoColumn) out.second += pillars_.second[static_cast<std::size_t>(column)];
    }
    return out;
  }

  static bool is_better(const FrontPoint& a, const FrontPoint& b) {
    return a.first >= b.first && a.second >= b.second && (a.first > b.first || a.second > b.second);
  }

  static std::vector<FrontPoint> efficient(std::vector<FrontPoint> points) {
    std::vector<FrontPoint> out;
    std::ranges::stable_sort(points, [](const FrontPoint& a, const FrontPoint& b) { return a.second > b.second; });
    for (const FrontPoint& each : points) {
      const bool is_beaten = std::ranges::any_of(points, [&](const FrontPoint& other) { return is_better(other, each); });
      const bool is_there = !out.empty() && out.back().first == each.first && out.back().second == each.second;
      if (!is_beaten && !is_there) out.push_back(each);
    }
    return out;
  }

  const Portfolio& problem_;
  const Pillars& pillars_;
  SearchOptions options_;
  Value weight_ = 1000;  ///< as large as sums without loss allow
};

}  // namespace

std::vector<FrontPoint> front(const Portfolio& problem, const Pillars& pillars, int points, const SearchOptions& options) {
  return Front(problem, pillars, options).run(points);
}

}  // namespace koers::optimise
