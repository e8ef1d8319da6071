// SPDX-License-Identifier: EUPL-1.2
// koers optimise …: which choice helps most; here problems of the literature, so that strangers can hold the search to account.
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "app/optimise/solve_knapsacks.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/simulate_options.h"

namespace koers::cli {
namespace {

struct Options {
  std::string file;
  std::string format = "orlib";
  KnapsackRequest request;
  bool as_json = false;
  bool quiet = false;
};

double seconds_now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void print(const std::vector<SolvedKnapsack>& solved) {
  std::cout << "problem\tvalue\tat most\tbest known\tat most below the greatest possible\n";
  for (const auto& row : to_json(solved)) {
    const optimise::Solution& solution = solved[row["problem"].get<std::size_t>() - 1].solution;
    std::cout << row["problem"] << '\t' << row["value"] << '\t' << row["bound"] << '\t' << row["best_known"] << '\t';
    switch (solution.outcome) {
      case optimise::Outcome::found:
        if (solution.is_proved) {
          std::cout << "proved optimal\n";
        } else {
          std::cout << (solution.gap ? rounded(100 * *solution.gap, 3) + " %\n" : "unknown\n");
        }
        break;
      case optimise::Outcome::not_found:
        std::cout << "nothing feasible found\n";
        break;
      case optimise::Outcome::impossible:
        std::cout << "proved impossible\n";
        break;
    }
  }
}

int solve(const Options& options) {
  KnapsackRequest request = options.request;
  request.format = options.format == "mmkp" ? KnapsackFormat::mmkp : KnapsackFormat::orlib;
  request.clock = seconds_now;
  ProgressBar bar("solving");
  if (!options.quiet) request.progress = bar.callback();
  const auto solved = solve_knapsacks(options.file, request);
  if (!solved) return refuse(solved.error(), options.as_json);
  if (options.as_json) {
    std::cout << to_json(*solved).dump() << '\n';
  } else {
    print(*solved);
  }
  return kGood;
}

void add_solve(Program& program, CLI::App& optimise) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  options->request.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  CLI::App* command = add_part(optimise, "solve", "Knapsack problems of the literature, by the search that makes agendas",
                               "koers optimise solve mknap1.txt --format orlib --seconds 5 --json");
  command->add_option("FILE", options->file, "a file of problems")->required();
  command->add_option("--format", options->format, "orlib: multidimensional knapsacks; mmkp: multiple-choice ones")
      ->check(CLI::IsMember({"orlib", "mmkp"}))
      ->capture_default_str();
  auto* seconds = command->add_option("--seconds", options->request.seconds, "for each problem: as many whole rounds as fit")
                      ->check(CLI::Range(0.1, 86'400.0))
                      ->capture_default_str();
  command->add_option("--moves", options->request.moves, "for each problem, instead of seconds: the same answer on every machine")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000'000}))
      ->excludes(seconds);
  command->add_option("--seed", options->request.seed, "of all that is drawn")->capture_default_str();
  add_threads_option(*command, options->request.threads);
  add_json_option(*command, options->as_json);
  command->add_flag("--quiet", options->quiet, "no progress");
  command->callback([options, &program] { program.exit_code = solve(*options); });
}

}  // namespace

void add_optimise(Program& program) {
  CLI::App* optimise = add_command(program, "optimise", "The agenda: which efforts help most within money and people",
                                   "koers optimise agenda --city cities/zoetermeer --tempo medium");
  optimise->require_subcommand(1);
  add_optimise_agenda(program, *optimise);
  add_optimise_explain(program, *optimise);
  add_optimise_frame(program, *optimise);
  add_optimise_sheet(program, *optimise);
  add_solve(program, *optimise);
}

}  // namespace koers::cli
