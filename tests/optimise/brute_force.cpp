// SPDX-License-Identifier: EUPL-1.2
#include "optimise/brute_force.h"

#include <map>
#include <set>

namespace koers::optimise {
namespace {

struct Chosen {
  std::map<std::size_t, const Column*> column;  ///< by item
  std::map<std::size_t, int> start;             ///< of active items
};

Chosen chosen(const Portfolio& problem, const Choice& choice) {
  Chosen out;
  for (std::size_t item = 0; item < choice.size(); ++item) {
    if (choice[item] < 0) continue;
    const Column& column = problem.columns.at(static_cast<std::size_t>(choice[item]));
    out.column[item] = &column;
    if (column.active) out.start[item] = column.first_year;
  }
  return out;
}

void judge_money(const Portfolio& problem, const Chosen& chosen, Judgement& out) {
  for (std::size_t s = 0; s < problem.sources.size(); ++s) {
    const Source& source = problem.sources[s];
    std::int64_t kept = source.carries_over ? source.reserve_at_start : 0;
    for (int year = 0; year < problem.years; ++year) {
      std::int64_t there = source.budget.at(static_cast<std::size_t>(year)) + kept;
      for (const auto& [item, column] : chosen.column) {
        for (const MoneyUse& use : column->money) there -= use.source == s && use.year == year ? use.amount : 0;
      }
      if (there < 0 && source.overrun.allowed) out.value += there * source.overrun.price;
      if (there < 0 && !source.overrun.allowed) out.broken.push_back("money " + source.id + ' ' + std::to_string(year));
      kept = there < 0 || !source.carries_over ? 0 : (there > source.reserve_cap ? source.reserve_cap : there);
    }
  }
}

void judge_people(const Portfolio& problem, const Chosen& chosen, Judgement& out) {
  for (std::size_t t = 0; t < problem.teams.size(); ++t) {
    const Team& team = problem.teams[t];
    for (int year = 0; year < problem.years; ++year) {
      const std::int64_t own = team.capacity.at(static_cast<std::size_t>(year));
      std::int64_t needed = 0;
      for (const auto& [item, column] : chosen.column) {
        for (const PeopleUse& use : column->people) needed += use.team == t && use.year == year ? use.amount : 0;
      }
      for (std::int64_t unit = own; unit < needed; ++unit) {  // one hundredth of an fte at a time
        if ((unit - own + 1) * 100 <= own * team.hire_percent) {
          out.value -= team.hire_price;
        } else if (team.overrun.allowed) {
          out.value -= team.overrun.price;
        } else {
          out.broken.push_back("people " + team.id + ' ' + std::to_string(year));
          break;
        }
      }
    }
  }
}

void judge_coherence(const Portfolio& problem, const Chosen& chosen, Judgement& out) {
  for (const Pair& pair : problem.pairs) {
    if (chosen.start.contains(pair.first) && chosen.start.contains(pair.second)) out.value += pair.bonus;
  }
  for (const Order& order : problem.orders) {
    // For each year s: started by then only what had its forerunner started lag years earlier.
    for (int s = -50; s <= problem.years; ++s) {
      const bool after = chosen.start.contains(order.after) && chosen.start.at(order.after) <= s;
      const bool before = chosen.start.contains(order.before) && chosen.start.at(order.before) <= s - order.lag;
      if (!after || before) continue;
      out.broken.push_back("order");
      break;
    }
  }
  for (const Conflict& conflict : problem.conflicts) {
    std::size_t active = 0;
    for (const std::size_t item : conflict.items) active += chosen.start.count(item);
    if (active > 1) out.broken.push_back("conflict " + conflict.name);
  }
}

void judge_coverage(const Portfolio& problem, const Chosen& chosen, Judgement& out) {
  for (const Coverage& coverage : problem.coverages) {
    int active = 0;
    std::int64_t inside = 0;
    std::int64_t all = 0;
    const std::set<std::size_t> group(coverage.items.begin(), coverage.items.end());
    for (const auto& [item, column] : chosen.column) {
      all += column->value;
      if (!group.contains(item)) continue;
      inside += column->value;
      active += column->active ? 1 : 0;
    }
    if (active < coverage.least_items) out.broken.push_back("coverage " + coverage.name);
    if (inside * 1000 < all * coverage.least_permille && coverage.least_permille > 0)
      out.broken.push_back("share " + coverage.name);
  }
}

void judge_wishes(const Portfolio& problem, const Chosen& chosen, const Choice& choice, Judgement& out) {
  for (const Imposition& each : problem.impositions) {
    bool is_there = each.columns.empty() && chosen.start.contains(each.item);
    for (const std::size_t column : each.columns) {
      if (choice[each.item] == static_cast<std::int32_t>(column)) is_there = true;
    }
    if (is_there != (each.kind == Imposed::must)) out.broken.push_back("imposed " + problem.items[each.item].id);
  }
  for (const Floor& floor : problem.floors) {
    std::int64_t sum = 0;
    for (const std::int32_t column : choice) sum += column < 0 ? 0 : floor.amount.at(static_cast<std::size_t>(column));
    if (sum < floor.least) out.broken.push_back("floor " + floor.name);
  }
  std::int64_t shift = 0;
  for (const auto& [item, column] : chosen.column) shift += column->shift;
  if (problem.shift_limit && shift > *problem.shift_limit) out.broken.push_back("shift");
}

}  // namespace

Judgement judge(const Portfolio& problem, const Choice& choice) {
  Judgement out;
  const Chosen those = chosen(problem, choice);
  for (const auto& [item, column] : those.column) out.value += column->value;
  judge_money(problem, those, out);
  judge_people(problem, those, out);
  judge_coherence(problem, those, out);
  judge_coverage(problem, those, out);
  judge_wishes(problem, those, choice, out);
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    if (problem.items[item].running && choice[item] < 0) out.broken.push_back("option " + problem.items[item].id);
  }
  if (problem.preference) {
    for (const std::int32_t column : choice)
      out.preference += column < 0 ? 0 : problem.preference->amount.at(static_cast<std::size_t>(column));
    if (out.value < problem.preference->least_value) out.broken.push_back("preference");
  }
  out.is_feasible = out.broken.empty();
  return out;
}

double number_of_choices(const Portfolio& problem) {
  std::vector<double> options(problem.items.size());
  for (std::size_t item = 0; item < options.size(); ++item) options[item] = problem.items[item].running ? 0 : 1;
  for (const Column& column : problem.columns) options[column.item] += 1;
  double out = 1;
  for (const double each : options) out *= each;
  return out;
}

std::vector<Choice> all_choices(const Portfolio& problem) {
  std::vector<Choice> out{{}};
  for (std::size_t item = 0; item < problem.items.size(); ++item) {
    std::vector<Choice> longer;
    const auto add = [&](std::int32_t column) {
      for (Choice choice : out) {
        choice.push_back(column);
        longer.push_back(std::move(choice));
      }
    };
    if (!problem.items[item].running) add(kNoColumn);
    for (std::size_t c = 0; c < problem.columns.size(); ++c) {
      if (problem.columns[c].item == item) add(static_cast<std::int32_t>(c));
    }
    out = std::move(longer);
  }
  return out;
}

std::optional<BestOfAll> best_of_all(const Portfolio& problem) {
  std::optional<BestOfAll> best;
  for (const Choice& choice : all_choices(problem)) {
    const Judgement judged = judge(problem, choice);
    const std::int64_t objective = problem.preference ? judged.preference : judged.value;
    if (judged.is_feasible && (!best || objective > best->objective)) best = {objective, choice};
  }
  return best;
}

}  // namespace koers::optimise
