// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/option_scores.h"

#include <algorithm>
#include <cmath>

namespace koers {
namespace {

constexpr double kScale = 6;  // from −3 to 3

std::optional<double> agreement_of(const std::vector<double>& likelies) {
  if (likelies.size() < 2) return std::nullopt;
  double differences = 0;
  int pairs = 0;
  for (std::size_t a = 0; a < likelies.size(); ++a) {
    for (std::size_t b = a + 1; b < likelies.size(); ++b, ++pairs) differences += std::abs(likelies[a] - likelies[b]);
  }
  return 1 - differences / pairs / kScale;
}

double between(double from, double to, double part) { return from + (to - from) * part; }

}  // namespace

CombinedScore combined_score(const AppraisalOption& option, const Reference& criterion) {
  CombinedScore out;
  std::vector<double> likelies;
  for (const Contribution& each : option.contributions) {
    if (each.to != criterion) continue;
    const optimise::Estimate own{each.low.to_double(), each.likely.to_double(), each.high.to_double()};
    out.estimate.low = likelies.empty() ? own.low : std::min(out.estimate.low, own.low);
    out.estimate.high = likelies.empty() ? own.high : std::max(out.estimate.high, own.high);
    out.estimate.likely += own.likely;
    likelies.push_back(own.likely);
  }
  out.assessors = static_cast<int>(likelies.size());
  if (!likelies.empty()) out.estimate.likely /= out.assessors;
  out.agreement = agreement_of(likelies);
  return out;
}

double part_in_force(int start, int ramp_years, int years, double discount_percent) {
  const double discount = 1 / (1 + discount_percent / 100);
  double in_force = 0;
  double all = 0;
  double weight = 1;
  for (int year = 0; year < years; ++year, weight *= discount) {
    all += weight;
    if (year >= start) in_force += weight * std::min(1.0, static_cast<double>(year - start + 1) / ramp_years);
  }
  return in_force / all;
}

optimise::Estimate score_over_years(const AppraisalOption* keep, const AppraisalOption& option, const Reference& criterion,
                                    double part) {
  const optimise::Estimate before = keep == nullptr ? optimise::Estimate{} : combined_score(*keep, criterion).estimate;
  const optimise::Estimate after = combined_score(option, criterion).estimate;
  return {between(before.low, after.low, part), between(before.likely, after.likely, part),
          between(before.high, after.high, part)};
}

}  // namespace koers
