// SPDX-License-Identifier: EUPL-1.2
// koers monitor …: what the figures say, computed anew each time.
#include <iostream>
#include <memory>

#include "app/views/indicators.h"
#include "app/views/priority.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {
namespace {

struct Options {
  bool as_json = false;
  double norm = 0;
};

std::string interval(const views::Estimate& each, int decimals) {
  return rounded(each.value, decimals) + " (" + rounded(each.lower, decimals) + " to " + rounded(each.upper, decimals) + ')';
}

/// Loads the city, and prints `make(city)` as JSON or with `print`.
template <class Make, class Print>
int answer(const Program& program, const Options& options, Make make, Print print) {
  auto store = open_existing(program.db);
  if (!store) return report(store.error(), options.as_json);
  const City city = load_published_city(**store);
  const auto view = make(city);
  if (options.as_json) {
    std::cout << to_wire(view, city) << '\n';
  } else {
    print(view, city);
  }
  return kGood;
}

void print_set(const views::SetState& set, const City& city) {
  std::cout << coloured(Colour::bold, words_of(set.title, city)) << "  ";
  if (set.index) {
    std::cout << interval(set.index->index, 2) << " standard deviations from the mean of the country, place "
              << set.index->rank.lower << " to " << set.index->rank.upper << " of " << set.index->rank.of << '\n';
  } else {
    std::cout << "no index: " << name_of(*set.no_index) << '\n';
  }
  for (const auto& each : set.indicators) {
    std::cout << "  " << words_of(each.title, city) << ": ";
    if (each.series.empty() || !each.series.back().value) {
      std::cout << "no figure\n";
      continue;
    }
    std::cout << to_string(*each.series.back().value) << ' ' << each.unit << " in " << to_string(each.series.back().period);
    if (each.score) std::cout << ", score " << rounded(each.score->value, 2);
    if (each.trend) std::cout << ", " << name_of(each.trend->course);
    std::cout << '\n';
  }
}

void print_state(const views::CityState& state, const City& city) {
  for (const auto& set : state.mechanisms) print_set(set, city);
  for (const auto& set : state.core) print_set(set, city);
}

void print_differences(const views::CityState& state, const City& city) {
  for (const auto& each : state.differences) {
    const auto& last = each.moments.back();
    std::cout << words_of(each.title, city) << ": Gini " << interval(last.gini, 3) << " over " << last.areas << ' '
              << name_of(each.level) << "s in " << to_string(last.period) << ", " << name_of(each.verdict) << '\n';
  }
}

void print_forecasts(const views::CityState& state, const City&) {
  for (const auto& each : state.forecast_records) {
    std::cout << rounded(each.nearest, 1) << " to " << rounded(each.farthest, 1) << " years ahead: " << each.within << " of "
              << each.forecasts << " within their 90 % interval, skill " << rounded(each.skill, 2) << '\n';
  }
  if (state.forecast_records.empty()) std::cout << "No forecast could have been made and judged yet.\n";
}

void print_priority(const views::PriorityView& view, const City& city) {
  for (const auto& row : view.rows) {
    std::cout << words_of(row.area.title, city) << ": " << rounded(row.size, 0);
    if (row.rank) {
      std::cout << ", place " << row.rank->value << " (" << row.rank->lower << " to " << row.rank->upper << " of " << row.rank->of
                << ')';
    }
    std::cout << '\n';
  }
  std::cout << "The size of a problem is persons × standard deviations below " << rounded(view.norm, 1)
            << ", the mean over the themes.\n";
}

void print_gaps(const views::IndicatorRegister& view, const City& city) {
  for (const auto& row : view.rows) {
    if (row.gaps.empty()) continue;
    std::cout << words_of(row.title, city) << ':';
    for (const auto gap : row.gaps) std::cout << ' ' << name_of(gap);
    std::cout << '\n';
  }
}

CLI::App* add_answer(CLI::App& monitor, const char* name, const char* purpose, const char* example, Program& program,
                     const std::shared_ptr<Options>& options) {
  CLI::App* command = monitor.add_subcommand(name, purpose);
  command->footer(std::string("Example: ") + example);
  add_db_option(program, *command);
  add_json_option(*command, options->as_json);
  return command;
}

}  // namespace

void add_monitor(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the callbacks
  CLI::App* monitor = add_command(program, "monitor", "What the figures say: the state of the city and of its parts",
                                  "koers monitor priority --json");
  monitor->require_subcommand(1);
  add_monitor_import(program, *monitor);
  const auto state_of = [](const City& city) { return views::city_state(city, today()); };
  add_answer(*monitor, "state", "Mechanisms and core indicators against the country", "koers monitor state", program, options)
      ->callback([=, &program] { program.exit_code = answer(program, *options, state_of, print_state); });
  add_answer(*monitor, "differences", "How the parts of the city differ, and whether they grow apart",
             "koers monitor differences", program, options)
      ->callback([=, &program] { program.exit_code = answer(program, *options, state_of, print_differences); });
  add_answer(*monitor, "forecasts", "How forecasts by the trend would have come out, by how far ahead", "koers monitor forecasts",
             program, options)
      ->callback([=, &program] { program.exit_code = answer(program, *options, state_of, print_forecasts); });
  CLI::App* priority = add_answer(*monitor, "priority", "Districts by the size of their problems",
                                  "koers monitor priority --norm -0.5", program, options);
  priority->add_option("--norm", options->norm, "a score; what lies below it counts as a problem")
      ->check(CLI::Range(-3.0, 3.0))
      ->capture_default_str();
  priority->callback([=, &program] {
    const auto make = [&](const City& city) { return views::district_priority(city, today(), options->norm); };
    program.exit_code = answer(program, *options, make, print_priority);
  });
  add_answer(*monitor, "gaps", "What is missing of each indicator", "koers monitor gaps --json", program, options)
      ->callback([=, &program] {
        const auto make = [](const City& city) { return views::indicator_register(city, today()); };
        program.exit_code = answer(program, *options, make, print_gaps);
      });
  add_evaluate(program, *monitor);
  add_signals(program, *monitor);
}

}  // namespace koers::cli
