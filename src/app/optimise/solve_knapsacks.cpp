// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/solve_knapsacks.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace koers {
namespace {

constexpr double kForSearch = 0.75;  // of the seconds
constexpr double kLeastForBound = 0.05;
constexpr int kManyNodes = 10'000'000;  // the clock comes first
constexpr int kNodes = 2'000;
constexpr int kRestarts = 4;

Result<std::string> text_of(const std::filesystem::path& file, std::size_t most_bytes) {
  std::error_code problem;
  if (!std::filesystem::is_regular_file(file, problem)) {
    return failure(ErrorCode::not_found, "There is no file " + file.string() + '.');
  }
  const std::uintmax_t bytes = std::filesystem::file_size(file, problem);
  if (!problem && bytes > most_bytes) {
    return failure(ErrorCode::too_large, file.string() + " has more than " + std::to_string(most_bytes) + " bytes.");
  }
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return failure(ErrorCode::broken_world, "Cannot read " + file.string() + '.');
  return std::move(text).str();
}

/// Rounds grow, so that the last one tells how long the next takes.
class TimeBudget {
 public:
  TimeBudget(const std::function<double()>& clock, double seconds)
      : clock_(clock), started_(clock()), round_started_(started_), seconds_(seconds) {}

  bool has_room_for(const optimise::Round& last, const optimise::Round& next) {
    const double now = clock_();
    const double took = now - round_started_;
    round_started_ = now;
    const double will_take = took * static_cast<double>(next.moves) / static_cast<double>(last.moves);
    return now - started_ + will_take <= seconds_ * kForSearch;
  }

 private:
  const std::function<double()>& clock_;
  double started_;
  double round_started_;
  double seconds_;
};

optimise::Solution solve_within_moves(const optimise::Portfolio& problem, optimise::SolveOptions options, std::int64_t moves) {
  options.search.moves = std::clamp<std::int64_t>(moves / kRestarts, 1, options.search.moves);
  options.bound_nodes = kNodes;
  std::int64_t made = 0;
  options.search.go_on = [&](const optimise::Round& last, const optimise::Round& next) {
    made += last.moves;
    return made + next.moves <= moves;
  };
  return optimise::solve(problem, options);
}

optimise::Solution solve_within_seconds(const optimise::Portfolio& problem, optimise::SolveOptions options,
                                        const KnapsackRequest& request) {
  TimeBudget budget(request.clock, request.seconds);
  options.bound_nodes = kManyNodes;
  options.bound_seconds = std::max(kLeastForBound, request.seconds * (1 - kForSearch));
  options.search.go_on = [&](const optimise::Round& last, const optimise::Round& next) {
    return budget.has_room_for(last, next);
  };
  return optimise::solve(problem, options);
}

nlohmann::ordered_json in_ones(std::int64_t units, optimise::Value units_per_one) {
  if (units_per_one == 1) return units;
  return static_cast<double>(units) / static_cast<double>(units_per_one);
}

}  // namespace

Result<std::vector<SolvedKnapsack>> solve_knapsacks(const std::filesystem::path& file, const KnapsackRequest& request) {
  const auto text = text_of(file, KnapsackLimits().bytes);
  if (!text) return std::unexpected(text.error());
  auto problems = read_knapsacks(*text, file.string(), request.format);
  if (!problems) return std::unexpected(problems.error());
  std::vector<SolvedKnapsack> out;
  for (const KnapsackProblem& problem : *problems) {
    if (request.progress) request.progress(static_cast<std::int64_t>(out.size()), static_cast<std::int64_t>(problems->size()));
    optimise::SolveOptions options;
    options.search.seed = request.seed;
    options.search.threads = request.threads;
    options.search.restarts = kRestarts;
    out.push_back({request.moves ? solve_within_moves(problem.portfolio, options, *request.moves)
                                 : solve_within_seconds(problem.portfolio, options, request),
                   problem.units_per_one, problem.best_known});
  }
  return out;
}

nlohmann::ordered_json to_json(const std::vector<SolvedKnapsack>& solved) {
  auto out = nlohmann::ordered_json::array();
  for (const SolvedKnapsack& each : solved) {
    nlohmann::ordered_json row{{"problem", out.size() + 1}, {"value", nullptr}, {"bound", nullptr}, {"best_known", nullptr}};
    if (each.solution.outcome == optimise::Outcome::found) row["value"] = in_ones(each.solution.objective, each.units_per_one);
    if (each.solution.bound) row["bound"] = in_ones(*each.solution.bound, each.units_per_one);
    if (each.best_known) row["best_known"] = in_ones(*each.best_known, each.units_per_one);
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace koers
