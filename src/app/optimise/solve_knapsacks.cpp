// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/solve_knapsacks.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/optimise/solve_in_time.h"

namespace koers {
namespace {

constexpr int kNodes = 2'000;  // of the bound's tree, when moves are counted
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
    options.bound_nodes = kNodes;
    out.push_back({request.moves ? solve_within_moves(problem.portfolio, options, *request.moves)
                                 : solve_within_seconds(problem.portfolio, options, request.seconds, request.clock),
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
