// SPDX-License-Identifier: EUPL-1.2
// Drawn agendas by the search and by CBC alone, each with seconds of processor time on one thread, so that a busy machine is fair
// to both; `optimise_bench [SECONDS FOR THE SEARCH] [SECONDS FOR CBC] [ITEMS …]`. Then drawn knapsacks as those of Chu and
// Beasley. One JSON object a line.
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>

#include "optimise/bound.h"
#include "optimise/drawn_agenda.h"
#include "optimise/search.h"
#include "optimise/solver.h"

namespace koers::optimise {
namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

struct Measured {
  Value value = 0;
  bool is_feasible = false;
  double seconds = 0;
};

/// Rounds grow: the last one tells how long the next takes.
Measured by_search(const Portfolio& problem, double seconds) {
  const double started = processor_seconds();
  double round_started = started;
  SearchOptions options;
  options.go_on = [&](const Round& last, const Round& next) {
    const double now = processor_seconds();
    const double took = now - round_started;
    round_started = now;
    return now - started + took * static_cast<double>(next.moves) / static_cast<double>(last.moves) <= seconds;
  };
  const Search found = search(problem, options);
  return {found.verification.value, found.verification.is_feasible(), processor_seconds() - started};
}

struct ByCbc {
  Measured measured;
  double bound = 0;
};

ByCbc by_cbc(const Portfolio& problem, double seconds) {
  const double started = processor_seconds();
  const Cells cells = cells_of(problem);
  const LinearModel model = linear_model(cells);
  TreeLimits limits;
  limits.nodes = 100'000'000;
  limits.seconds = seconds;
  limits.clock = SolverClock::processor;
  const TreeAnswer answer = branch_and_bound(model, limits);
  ByCbc out;
  out.bound = answer.bound * model.value_unit;
  out.measured.seconds = processor_seconds() - started;
  if (!answer.answer) return out;
  const std::vector<char> all(problem.items.size(), 1);
  const Verification verified = verify(problem, choice_of(cells, model, *answer.answer, all, Choice(all.size(), kNoColumn)));
  out.measured.value = verified.value;
  out.measured.is_feasible = verified.is_feasible();
  return out;
}

void print(const std::string& name, const Measured& measured, double unit) {
  std::cout << ",\"" << name << "\":{\"value\":";
  if (measured.is_feasible) {
    std::cout << static_cast<double>(measured.value) / unit;
  } else {
    std::cout << "null";
  }
  std::cout << ",\"seconds\":" << measured.seconds << '}';
}

void compare(const std::string& name, const Portfolio& problem, double unit, double search_seconds, double cbc_seconds) {
  const Measured own = by_search(problem, search_seconds);
  const long own_megabytes = peak_megabytes();
  const Bound relaxed = upper_bound(problem, {});
  const ByCbc cbc = by_cbc(problem, cbc_seconds);
  const double bound = std::min(static_cast<double>(relaxed.objective), cbc.bound);
  std::cout << "{\"problem\":\"" << name << '"';
  print("search", own, unit);
  print("cbc", cbc.measured, unit);
  std::cout << ",\"bound\":" << bound / unit
            << ",\"gap_percent\":" << 100 * (bound - static_cast<double>(own.value)) / std::abs(static_cast<double>(own.value))
            << ",\"search_peak_megabytes\":" << own_megabytes << "}" << std::endl;
}

int run(int argc, char** argv) {
  const double search_seconds = argc > 1 ? std::atof(argv[1]) : 20;
  const double cbc_seconds = argc > 2 ? std::atof(argv[2]) : 60;
  std::vector<int> sizes;
  for (int i = 3; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {70, 200, 700};
  std::cout.precision(9);
  for (const int items : sizes) {
    for (const bool elastic : {false, true}) {
      for (const std::uint32_t seed : {1U, 2U}) {
        const std::string name = std::to_string(items) + (elastic ? " elastic " : " hard ") + std::to_string(seed);
        compare(name, drawn_agenda({seed, items, 10, elastic}), static_cast<double>(kUnitsPerPoint), search_seconds, cbc_seconds);
      }
    }
  }
  for (const int constraints : {5, 30}) {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
      const double tightness = 0.25 * seed;
      const std::string name = "knapsack " + std::to_string(constraints) + " x 100 " + std::to_string(seed);
      compare(name, drawn_knapsack(seed, 100, constraints, tightness), 1, 5, cbc_seconds);
    }
  }
  return 0;
}

}  // namespace
}  // namespace koers::optimise

int main(int argc, char** argv) { return koers::optimise::run(argc, argv); }
