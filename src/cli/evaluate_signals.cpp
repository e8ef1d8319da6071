// SPDX-License-Identifier: EUPL-1.2
// koers monitor evaluate: needs no city; the cities are made up, so that the truth is known.
#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

#include "app/views/signal_evaluation.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/write_record.h"

namespace koers::cli {
namespace {

struct Options {
  bool as_json = false;
  std::uint64_t seed = 2040;
  int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
};

std::string per_cent(double share, int decimals = 0) { return rounded(100 * share, decimals) + " %"; }

void print(const views::SignalEvaluation& found) {
  const auto& made = found.made;
  std::cout << made.cities << " made-up cities of " << made.areas << " areas, " << made.indicators << " indicators and "
            << made.years << " years; in the last " << made.judged_years << ", " << made.shifts
            << " times an area got worse.\nSignals: " << per_cent(found.power) << " found, "
            << rounded(found.false_alarms_per1000, 2) << " false alarms per 1,000 area-years, "
            << per_cent(found.false_discoveries, 1) << " of the signals false (of counts "
            << per_cent(found.on_counts.false_discoveries, 1) << ", of shares " << per_cent(found.on_shares.false_discoveries, 1)
            << ").\nWorse than last year by more than 10 %: " << per_cent(found.naive.power) << " found, "
            << rounded(found.naive.false_alarms_per1000, 0) << " false alarms per 1,000, "
            << per_cent(found.naive.false_discoveries, 1) << " of the signals false.\n";
  for (const auto& each : found.at_equal_false_alarms) {
    std::cout << "At " << rounded(each.false_alarms_per1000, 0) << " false alarms per 1,000 both: " << per_cent(each.power, 1)
              << " found, naively " << per_cent(each.naive_power, 1) << ".\n";
  }
}

}  // namespace

void add_evaluate(Program& program, CLI::App& monitor) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command =
      monitor.add_subcommand("evaluate", "How many signals are right, on made-up cities where the truth is known");
  command->footer("Example: koers monitor evaluate --json");
  command->add_option("--seed", options->seed, "of the made-up cities")->check(CLI::NonNegativeNumber)->capture_default_str();
  command->add_option("--threads", options->threads, "on which the answer does not depend")->check(CLI::Range(1, 256));
  add_json_option(*command, options->as_json);
  command->callback([=, &program] {
    const auto found = views::signal_evaluation(options->seed, options->threads);
    if (options->as_json) {
      std::cout << to_json_text(found, KeyStyle::camel) << '\n';
    } else {
      print(found);
    }
    program.exit_code = kGood;
  });
}

}  // namespace koers::cli
