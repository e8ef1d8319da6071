// SPDX-License-Identifier: EUPL-1.2
#include "monitor/trend.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace koers::monitor {
namespace {

constexpr std::size_t kMostForExact = 10;
constexpr double kTail = 0.05;  // of a 90 % interval

/// Pairs that rise less pairs that fall.
int kendall_score(std::span<const double> values) {
  int score = 0;
  for (std::size_t later = 1; later < values.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      score += (values[later] > values[earlier]) - (values[later] < values[earlier]);
    }
  }
  return score;
}

/// How many values are equal, for each value that occurs.
std::vector<int> sizes_of_ties(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<int> sizes;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i > 0 && sorted[i] == sorted[i - 1]) {
      ++sizes.back();
    } else {
      sizes.push_back(1);
    }
  }
  return sizes;
}

/// Of Kendall's score when there is no trend, corrected for ties (Kendall 1970, ch. 4).
double variance_of_score(std::size_t count, const std::vector<int>& ties) {
  const auto term = [](double n) { return n * (n - 1) * (2 * n + 5); };
  double sum = term(static_cast<double>(count));
  for (const int tie : ties) sum -= term(tie);
  return sum / 18;
}

/// How many orders of n different values have each number of falling pairs (the Mahonian numbers), as shares of n!.
std::vector<double> falling_pairs(std::size_t n) {
  std::vector<double> shares{1};
  for (std::size_t size = 2; size <= n; ++size) {
    std::vector<double> next(shares.size() + size - 1, 0);
    for (std::size_t pairs = 0; pairs < shares.size(); ++pairs) {
      for (std::size_t more = 0; more < size; ++more) next[pairs + more] += shares[pairs] / static_cast<double>(size);
    }
    shares = std::move(next);
  }
  return shares;
}

double exact_p(int score, std::size_t n) {
  const auto shares = falling_pairs(n);
  const int all = static_cast<int>(n * (n - 1) / 2);
  const int fewest = (all - std::abs(score)) / 2;  // falling pairs of the rarer side
  double tail = 0;
  for (int pairs = 0; pairs <= fewest; ++pairs) tail += shares[static_cast<std::size_t>(pairs)];
  return std::min(1.0, 2 * tail);
}

double normal_p(int score, double variance) {
  if (score == 0 || variance <= 0) return 1;
  const double z = (std::abs(score) - 1) / std::sqrt(variance);
  return 2 * boost::math::cdf(boost::math::complement(boost::math::normal(), z));
}

std::vector<double> pair_slopes(std::span<const TimedValue> series) {
  std::vector<double> slopes;
  slopes.reserve(series.size() * (series.size() - 1) / 2);
  for (std::size_t later = 1; later < series.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      const double years = series[later].year - series[earlier].year;
      if (years > 0) slopes.push_back((series[later].value - series[earlier].value) / years);
    }
  }
  return slopes;
}

/// Sen 1968: the slopes at (N ∓ z √Var) / 2. Only those that are asked for are put in their place: sorting all takes twice as
/// long.
Interval slope_interval(std::vector<double> slopes, double variance) {
  const double count = static_cast<double>(slopes.size());
  const double width = boost::math::quantile(boost::math::complement(boost::math::normal(), kTail)) * std::sqrt(variance);
  const auto place_of = [&](double place) { return static_cast<std::ptrdiff_t>(std::clamp(std::round(place), 0.0, count - 1)); };
  const auto begin = slopes.begin();
  const auto middle = begin + static_cast<std::ptrdiff_t>(slopes.size() / 2);
  std::nth_element(begin, middle, slopes.end());
  const auto lower = begin + place_of((count - width) / 2 - 1);
  const auto upper = begin + place_of((count + width) / 2);
  if (lower < middle) std::nth_element(begin, lower, middle);
  if (upper > middle) std::nth_element(middle + 1, upper, slopes.end());
  const double below = slopes.size() % 2 == 0 ? *std::max_element(lower < middle ? lower : begin, middle) : *middle;
  return {(below + *middle) / 2, *lower, *upper};
}

std::vector<TimedValue> in_order(std::span<const TimedValue> series) {
  std::vector<TimedValue> sorted(series.begin(), series.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const TimedValue& a, const TimedValue& b) { return a.year < b.year; });
  return sorted;
}

}  // namespace

double mann_kendall(std::span<const double> values) {
  const int score = kendall_score(values);
  const auto ties = sizes_of_ties(values);
  const bool has_ties = ties.size() < values.size();
  if (!has_ties && values.size() <= kMostForExact) return exact_p(score, values.size());
  return normal_p(score, variance_of_score(values.size(), ties));
}

std::optional<Trend> trend_of(std::span<const TimedValue> series) {
  const auto sorted = in_order(series);
  std::vector<double> values;
  for (const TimedValue& each : sorted) values.push_back(each.value);
  auto slopes = pair_slopes(sorted);
  if (sorted.size() < kLeastForTrend || slopes.empty()) return std::nullopt;
  Trend trend;
  trend.slope = slope_interval(std::move(slopes), variance_of_score(values.size(), sizes_of_ties(values)));
  std::vector<double> intercepts;
  for (const TimedValue& each : sorted) intercepts.push_back(each.value - trend.slope.value * each.year);
  trend.intercept = median(std::move(intercepts));
  trend.p_value = mann_kendall(values);
  trend.count = sorted.size();
  return trend;
}

std::optional<Trend> relative_trend(std::span<const TimedValue> series, std::span<const TimedValue> reference) {
  std::vector<TimedValue> distance;
  for (const TimedValue& each : series) {
    const auto beside = std::find_if(reference.begin(), reference.end(),
                                     [&](const TimedValue& other) { return std::abs(other.year - each.year) < 1e-9; });
    if (beside != reference.end()) distance.push_back({each.year, each.value - beside->value});
  }
  return trend_of(distance);
}

}  // namespace koers::monitor
