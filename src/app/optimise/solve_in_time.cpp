// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/solve_in_time.h"

#include <algorithm>

namespace koers {
namespace {

constexpr double kForSearch = 0.75;  // of the seconds
constexpr double kLeastForBound = 0.05;
constexpr int kManyNodes = 10'000'000;  // the clock comes first

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

}  // namespace

optimise::Solution solve_within_moves(const optimise::Portfolio& problem, optimise::SolveOptions options, std::int64_t moves,
                                      const std::function<bool(std::int64_t moves_made)>& on_round) {
  const std::int64_t each = std::max<std::int64_t>(1, moves / std::max(1, options.search.restarts));
  options.search.moves = std::min(each, options.search.moves);
  std::int64_t made = 0;
  options.search.go_on = [&](const optimise::Round& last, const optimise::Round& next) {
    made += last.moves;
    return (!on_round || on_round(made)) && made + next.moves <= moves;
  };
  return optimise::solve(problem, options);
}

optimise::Solution solve_within_seconds(const optimise::Portfolio& problem, optimise::SolveOptions options, double seconds,
                                        const std::function<double()>& clock) {
  TimeBudget budget(clock, seconds);
  options.bound_nodes = kManyNodes;
  options.bound_seconds = std::max(kLeastForBound, seconds * (1 - kForSearch));
  options.search.go_on = [&](const optimise::Round& last, const optimise::Round& next) {
    return budget.has_room_for(last, next);
  };
  return optimise::solve(problem, options);
}

}  // namespace koers
