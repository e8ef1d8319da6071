// SPDX-License-Identifier: EUPL-1.2
#include "app/reports/solved_proposal.h"

#include <algorithm>

namespace koers::reports {
namespace {

constexpr std::size_t kWhyNots = 8;

optimise::SearchOptions quick_from(const AgendaAnswer& answer) {
  AgendaQuestion quick = answer.question;
  quick.thoroughness = Thoroughness::quick;
  optimise::SearchOptions options = search_options(quick);
  options.start = answer.agenda.solution.choice;
  return options;
}

/// New items that are not taken up and about which there is no wish, those of most worth first.
std::vector<std::size_t> left_out_of(const AgendaAnswer& answer) {
  const AgendaProblem& problem = *answer.agenda.problem;
  std::vector<std::pair<optimise::Value, std::size_t>> found;
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    const bool is_imposed =
        std::ranges::any_of(problem.portfolio.impositions, [&](const auto& each) { return each.item == item; });
    if (problem.portfolio.items[item].running || is_imposed || answer.agenda.solution.choice[item] != optimise::kNoColumn)
      continue;
    optimise::Value most = 0;
    for (const std::size_t column : problem.items[item].columns) most = std::max(most, problem.portfolio.columns[column].value);
    found.emplace_back(most, item);
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::size_t> out;
  for (const auto& [worth, item] : found) out.push_back(item);
  return out;
}

}  // namespace

Result<std::shared_ptr<const SolvedProposal>> solve_proposal(const City& city, const AgendaRequest& request) {
  AgendaQuestion question;
  question.request = request;
  question.ask = AgendaAsk::tempos;
  auto answer = answer_agenda({std::shared_ptr<const City>(), &city}, question);
  if (!answer) return std::unexpected(answer.error());
  auto out = std::make_shared<SolvedProposal>(SolvedProposal{std::move(*answer), {}});
  if (out->answer.agenda.solution.outcome != optimise::Outcome::found) return out;
  const optimise::Portfolio& problem = out->answer.agenda.problem->portfolio;
  const optimise::SearchOptions options = quick_from(out->answer);
  if (!problem.impositions.empty()) out->answer.prices = optimise::prices_of_impositions(problem, options);
  for (const std::size_t item : left_out_of(out->answer)) {
    if (out->left_out.size() == kWhyNots) break;
    out->left_out.emplace_back(item, optimise::why_not(problem, item, false, options));
  }
  return out;
}

}  // namespace koers::reports
