// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/review_order.h"

#include <algorithm>
#include <cmath>

namespace koers {
namespace {

double part_of(const std::optional<Degree>& degree) { return static_cast<double>(degree.value_or(Degree::medium)) / 3; }

double points_of(const AgendaProblem& problem, std::size_t column) {
  return static_cast<double>(problem.portfolio.columns[column].value) / static_cast<double>(optimise::kUnitsPerPoint);
}

ReviewStep step_of(const AgendaProblem& problem, std::size_t item) {
  const AgendaItemFacts& facts = problem.items[item];
  ReviewStep out{item, 0, facts.baseline, facts.appraisal->willingness, facts.appraisal->freedom, facts.columns.size() == 1, 0};
  for (const std::size_t column : facts.columns) {
    const double impact = std::abs(points_of(problem, column) - points_of(problem, facts.baseline));
    if (impact <= out.impact) continue;
    out.impact = impact;
    out.column = column;
  }
  out.score = out.is_bound ? 0 : out.impact * part_of(out.willingness) * part_of(out.freedom);
  return out;
}

}  // namespace

std::vector<ReviewStep> review_order(const AgendaProblem& problem) {
  std::vector<ReviewStep> out;
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    if (problem.portfolio.items[item].running) out.push_back(step_of(problem, item));
  }
  std::ranges::stable_sort(out, [](const ReviewStep& a, const ReviewStep& b) { return a.score > b.score; });
  return out;
}

}  // namespace koers
