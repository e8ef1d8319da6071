// SPDX-License-Identifier: EUPL-1.2
#include "app/optimise/knapsack_file.h"

#include <algorithm>

#include "app/optimise/number_text.h"
#include "optimise/check.h"

namespace koers {
namespace {

using optimise::Portfolio;

constexpr std::size_t kMostHeadWords = 5;  // one more than any line that begins something has

/// A problem as the file has it: profits and weights in places of their own.
struct Draft {
  std::vector<Decimal> profits;               ///< by column
  std::vector<std::vector<Decimal>> weights;  ///< [column][constraint]
  std::vector<Decimal> capacities;
  std::vector<std::size_t> item_of;  ///< by column
  std::size_t items = 0;
  bool is_one_of_each = false;  ///< exactly one column of each item
  Decimal best_known;
};

int most_places(const std::vector<Decimal>& numbers, int places = 0) {
  for (const Decimal& each : numbers) places = std::max(places, each.places);
  return places;
}

KnapsackProblem problem_of(const Draft& draft) {
  KnapsackProblem out;
  const int value_places = most_places(draft.profits, draft.best_known.places);
  int weight_places = most_places(draft.capacities);
  for (const auto& weights : draft.weights) weight_places = most_places(weights, weight_places);
  for (int i = 0; i < value_places; ++i) out.units_per_one *= 10;
  for (std::size_t i = 0; i < draft.items; ++i) out.portfolio.items.push_back({std::to_string(i + 1), draft.is_one_of_each});
  for (std::size_t m = 0; m < draft.capacities.size(); ++m) {
    out.portfolio.sources.push_back(
        {"constraint " + std::to_string(m + 1), {in_places(draft.capacities[m], weight_places)}, false, 0, 0, {false, 0}});
  }
  for (std::size_t c = 0; c < draft.profits.size(); ++c) {
    optimise::Column column{draft.item_of[c], "in", 0, 1, true, in_places(draft.profits[c], value_places), 0, {}, {}};
    for (std::size_t m = 0; m < draft.capacities.size(); ++m) {
      if (draft.weights[c][m].units != 0) column.money.push_back({m, 0, in_places(draft.weights[c][m], weight_places)});
    }
    out.portfolio.columns.push_back(std::move(column));
  }
  if (draft.best_known.units != 0) out.best_known = in_places(draft.best_known, value_places);
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, const std::string& file, const KnapsackLimits& limits)
      : text_(text, file), file_(file), limits_(limits) {}

  Result<std::vector<KnapsackProblem>> orlib() {
    std::int64_t problems = 1;
    if (text_.words_on_line(kMostHeadWords) != 3) {
      if (!whole("the number of problems", limits_.problems, problems)) return std::unexpected(error_);
    }
    for (std::int64_t i = 0; i < problems; ++i) {
      if (!orlib_problem()) return std::unexpected(error_);
    }
    if (!text_.is_at_end()) return refuse(text_.fault("more after the last problem", "the end of the file"));
    return std::move(out_);
  }

  Result<std::vector<KnapsackProblem>> mmkp() {
    do {
      if (out_.size() == limits_.problems) return refuse(too_large("problems", limits_.problems));
      if (!mmkp_problem()) return std::unexpected(error_);
    } while (!text_.is_at_end());
    return std::move(out_);
  }

 private:
  std::unexpected<Error> refuse(std::unexpected<Error> error) {
    error_ = error.error();
    return error;
  }

  std::unexpected<Error> too_large(const char* what, std::size_t limit) {
    return failure(ErrorCode::too_large, file_ + " has more than " + std::to_string(limit) + ' ' + what + '.');
  }

  bool whole(const std::string& what, std::size_t high, std::int64_t& out, std::int64_t low = 1) {
    const auto number = text_.next_whole(what, low, static_cast<std::int64_t>(high));
    if (!number) {
      refuse(std::unexpected(number.error()));
      return false;
    }
    out = *number;
    return true;
  }

  bool number(const std::string& what, Decimal& out, bool may_be_negative) {
    const auto found = text_.next(what);
    if (!found) {
      refuse(std::unexpected(found.error()));
      return false;
    }
    out = *found;
    if (may_be_negative || out.units >= 0) return true;
    refuse(text_.fault("a number below 0", what + ", 0 or more"));
    return false;
  }

  bool fits(std::int64_t columns, std::int64_t constraints) {
    if (static_cast<std::size_t>(columns) * static_cast<std::size_t>(constraints) <= limits_.weights) return true;
    refuse(too_large("weights in a problem", limits_.weights));
    return false;
  }

  std::string of_problem(const std::string& what) const { return what + " of problem " + std::to_string(out_.size() + 1); }

  bool orlib_problem() {
    std::int64_t n = 0;
    std::int64_t m = 0;
    Draft draft;
    if (!whole(of_problem("the number of items"), limits_.items, n)) return false;
    if (!whole(of_problem("the number of constraints"), limits_.constraints, m)) return false;
    if (!number(of_problem("the best known value"), draft.best_known, true) || !fits(n, m)) return false;
    draft.items = static_cast<std::size_t>(n);
    draft.profits.resize(draft.items);
    draft.weights.assign(draft.items, std::vector<Decimal>(static_cast<std::size_t>(m)));
    for (std::size_t i = 0; i < draft.items; ++i) {
      draft.item_of.push_back(i);
      if (!number(of_problem("profit " + std::to_string(i + 1)), draft.profits[i], true)) return false;
    }
    for (std::size_t c = 0; c < static_cast<std::size_t>(m); ++c) {
      for (std::size_t i = 0; i < draft.items; ++i) {
        if (!number(of_problem("weight " + std::to_string(i + 1) + " of constraint " + std::to_string(c + 1)),
                    draft.weights[i][c], false)) {
          return false;
        }
      }
    }
    return capacities(static_cast<std::size_t>(m), draft) && finish(draft);
  }

  bool capacities(std::size_t m, Draft& draft) {
    draft.capacities.resize(m);
    for (std::size_t c = 0; c < m; ++c) {
      if (!number(of_problem("capacity " + std::to_string(c + 1)), draft.capacities[c], false)) return false;
    }
    return true;
  }

  bool mmkp_problem() {
    const std::size_t words = text_.words_on_line(kMostHeadWords);
    std::int64_t ignored = 0;
    std::int64_t n = 0;
    std::int64_t size = 0;
    std::int64_t m = 0;
    if (words == 4 && !whole("the number of the problem", limits_.problems, ignored, 0)) return false;
    if (!whole(of_problem("the number of groups"), limits_.items, n)) return false;
    if (words != 2 && !whole(of_problem("the number of items in a group"), limits_.items, size)) return false;
    if (!whole(of_problem("the number of constraints"), limits_.constraints, m)) return false;
    Draft draft;
    draft.is_one_of_each = true;
    draft.items = static_cast<std::size_t>(n);
    if (!capacities(static_cast<std::size_t>(m), draft)) return false;
    for (std::size_t g = 0; g < draft.items; ++g) {
      if (!group(g, words == 2, static_cast<std::size_t>(size), draft)) return false;
    }
    return finish(draft);
  }

  /// `size` is that of every group, unless each has its own before its items.
  bool group(std::size_t g, bool has_own_size, std::size_t size, Draft& draft) {
    const std::string name = "group " + std::to_string(g + 1);
    std::int64_t alone = 0;
    if (has_own_size) {
      if (!whole(of_problem("the size of " + name), limits_.items, alone)) return false;
      size = static_cast<std::size_t>(alone);
    } else if (text_.words_on_line(kMostHeadWords) == 1) {
      if (!whole(of_problem("the number of " + name), g + 1, alone, static_cast<std::int64_t>(g) + 1)) return false;
    }
    if (draft.profits.size() + size > limits_.items) {
      refuse(too_large("items in a problem", limits_.items));
      return false;
    }
    if (!fits(static_cast<std::int64_t>(draft.profits.size() + size), static_cast<std::int64_t>(draft.capacities.size())))
      return false;
    for (std::size_t i = 0; i < size; ++i) {
      const std::string item = "item " + std::to_string(i + 1) + " of " + name;
      Decimal profit;
      if (!number(of_problem("the value of " + item), profit, true)) return false;
      draft.profits.push_back(profit);
      draft.item_of.push_back(g);
      auto& weights = draft.weights.emplace_back(draft.capacities.size());
      for (std::size_t c = 0; c < weights.size(); ++c) {
        if (!number(of_problem("weight " + std::to_string(c + 1) + " of " + item), weights[c], false)) return false;
      }
    }
    return true;
  }

  bool finish(const Draft& draft) {
    KnapsackProblem problem = problem_of(draft);
    std::vector<Fault> faults = optimise::check(problem.portfolio);
    if (!faults.empty()) {
      for (Fault& fault : faults) fault.place.file = file_;
      refuse(failure(ErrorCode::bad_input, of_problem("The numbers") + " cannot be used.", std::move(faults)));
      return false;
    }
    out_.push_back(std::move(problem));
    return true;
  }

  NumberText text_;
  const std::string& file_;
  const KnapsackLimits& limits_;
  std::vector<KnapsackProblem> out_;
  Error error_;
};

}  // namespace

Result<std::vector<KnapsackProblem>> read_knapsacks(std::string_view text, const std::string& file, KnapsackFormat format,
                                                    const KnapsackLimits& limits) {
  if (text.size() > limits.bytes) {
    return failure(ErrorCode::too_large, file + " has more than " + std::to_string(limits.bytes) + " bytes.");
  }
  Reader reader(text, file, limits);
  return format == KnapsackFormat::orlib ? reader.orlib() : reader.mmkp();
}

}  // namespace koers
