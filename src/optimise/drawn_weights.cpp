// SPDX-License-Identifier: EUPL-1.2
#include "optimise/drawn_weights.h"

#include <algorithm>
#include <cmath>

#include "optimise/draws.h"

namespace koers::optimise {
namespace {

constexpr int kRounds = 40;
constexpr double kTolerance = 1e-9;

struct Range {
  double low = 0;
  double high = 1;
};

bool ranks_before(const Criterion& one, const Criterion& other) { return one.rank && other.rank && *one.rank < *other.rank; }

/// What the bounds and the weights of all but `pair` leave to criterion `c`.
Range range_of(const std::vector<Criterion>& criteria, const std::vector<double>& weights, std::size_t c, std::size_t pair) {
  Range out{criteria[c].least, criteria[c].most};
  for (std::size_t other = 0; other < criteria.size(); ++other) {
    if (other == pair) continue;
    if (ranks_before(criteria[c], criteria[other])) out.low = std::max(out.low, weights[other]);
    if (ranks_before(criteria[other], criteria[c])) out.high = std::min(out.high, weights[other]);
  }
  return out;
}

/// Divides what `a` and `b` have together anew; `u` in (0, 1).
void divide(const std::vector<Criterion>& criteria, std::vector<double>& weights, std::size_t a, std::size_t b, double u) {
  const double sum = weights[a] + weights[b];
  Range range = range_of(criteria, weights, a, b);
  const Range other = range_of(criteria, weights, b, a);
  range.low = std::max(range.low, sum - other.high);
  range.high = std::min(range.high, sum - other.low);
  if (ranks_before(criteria[a], criteria[b])) range.low = std::max(range.low, sum / 2);
  if (ranks_before(criteria[b], criteria[a])) range.high = std::min(range.high, sum / 2);
  if (!(range.low < range.high)) return;
  weights[a] = range.low + (range.high - range.low) * u;
  weights[b] = sum - weights[a];
}

bool keeps_all(const std::vector<Criterion>& criteria) {
  double sum = 0;
  for (const Criterion& each : criteria) {
    sum += each.weight;
    if (each.weight < each.least - kTolerance || each.weight > each.most + kTolerance) return false;
    for (const Criterion& other : criteria) {
      if (ranks_before(each, other) && each.weight < other.weight - kTolerance) return false;
    }
  }
  return std::abs(sum - 1) < kTolerance;
}

}  // namespace

Result<std::vector<double>> drawn_weights(const std::vector<Criterion>& criteria, std::uint32_t seed, std::uint64_t number) {
  if (!keeps_all(criteria))
    return failure(ErrorCode::bad_input, "The weights contradict their own order or bounds, or are not 1 together.");
  std::vector<double> weights;
  for (const Criterion& each : criteria) weights.push_back(each.weight);
  std::uint32_t step = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t a = 0; a < weights.size(); ++a) {
      for (std::size_t b = a + 1; b < weights.size(); ++b, ++step) {
        divide(criteria, weights, a, b, unit(draw(seed, 0, DrawSite::weights, number, step)[0]));
      }
    }
  }
  return weights;
}

}  // namespace koers::optimise
