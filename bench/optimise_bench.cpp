// SPDX-License-Identifier: EUPL-1.2
// The search of agendas and what it is held against, one measurement a run, as one JSON object; optimise_compare makes the table
// of them. All seconds are of the processor unless they are called `clock`: a busy machine is then fair to all.
//
//   optimise_bench search INSTANCE SECONDS [SEED]   the search, in whole rounds that are thought to fit
//   optimise_bench cbc INSTANCE SECONDS             CBC alone, on one thread
//   optimise_bench relaxation INSTANCE              the bound of the linear relaxation
//   optimise_bench lp INSTANCE                      the programme as text, for other solvers
//   optimise_bench judge INSTANCE                   what the choice is worth whose variables are named on standard input
//   optimise_bench draws INSTANCE DRAWS THREADS     acceptability under joint draws
//   optimise_bench repair INSTANCE PRESSES          an agenda that gives way to one wish after another
#include <sys/resource.h>

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "lp_text.h"
#include "optimise/bound.h"
#include "optimise/search.h"
#include "optimise/solver.h"
#include "optimise_instance.h"
#include "optimise_questions.h"

namespace koers::optimise {
namespace {

using Json = nlohmann::ordered_json;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

Json valued(const Instance& instance, const Verification& verified) {
  return {{"value", static_cast<double>(verified.value) / instance.unit}, {"feasible", verified.is_feasible()}};
}

/// Rounds grow: the last one tells how long the next takes.
Json by_search(const Instance& instance, double seconds, std::uint32_t seed) {
  const double started = processor_seconds();
  double round_started = started;
  SearchOptions options;
  options.seed = seed;
  Json rounds = Json::array();
  const auto note = [&](const Round& last, double took) {
    rounds.push_back({{"moves", last.moves}, {"seconds", took}, {"value", static_cast<double>(last.objective) / instance.unit}});
  };
  options.go_on = [&](const Round& last, const Round& next) {
    const double now = processor_seconds();
    const double took = now - round_started;
    round_started = now;
    note(last, took);
    return now - started + took * static_cast<double>(next.moves) / static_cast<double>(last.moves) <= seconds;
  };
  const Search found = search(instance.problem, options);
  Json out = valued(instance, found.verification);
  out["rounds"] = rounds;
  return out;
}

Json by_cbc(const Instance& instance, double seconds) {
  const Cells cells = cells_of(instance.problem);
  const LinearModel model = linear_model(cells);
  TreeLimits limits;
  limits.nodes = 100'000'000;
  limits.seconds = seconds;
  limits.clock = SolverClock::processor;
  const TreeAnswer answer = branch_and_bound(model, limits);
  Json out{{"value", nullptr}, {"feasible", false}};
  if (answer.answer) {
    const std::vector<char> all(instance.problem.items.size(), 1);
    const Choice none(all.size(), kNoColumn);
    out = valued(instance, verify(instance.problem, choice_of(cells, model, *answer.answer, all, none)));
  }
  out["bound"] = answer.bound * model.value_unit / instance.unit;
  out["proved"] = answer.status == SolverStatus::solved;
  return out;
}

Json by_relaxation(const Instance& instance) {
  return {{"bound", static_cast<double>(upper_bound(instance.problem, {}).objective) / instance.unit}};
}

/// The text counts in units of the model: the least bound of another solver is to be multiplied by them.
void print_lp(const Instance& instance) { write_lp(linear_model(cells_of(instance.problem)), std::cout); }

Json judged(const Instance& instance) {
  const std::vector<std::string> names{std::istream_iterator<std::string>(std::cin), {}};
  Json out = valued(instance, verify(instance.problem, choice_of_names(instance.problem, names)));
  out["unit"] = linear_model(cells_of(instance.problem)).value_unit / instance.unit;
  return out;
}

int run(const std::vector<std::string>& words) {
  const auto word = [&](std::size_t i, const char* otherwise) { return i < words.size() ? words[i] : std::string(otherwise); };
  const std::string what = word(0, "");
  const Instance chosen = instance(word(1, "agenda-70-hard-1"));
  const double started = processor_seconds();
  Json out;
  if (what == "search") {
    out = by_search(chosen, std::stod(word(2, "20")), static_cast<std::uint32_t>(std::stoul(word(3, "1"))));
  } else if (what == "cbc") {
    out = by_cbc(chosen, std::stod(word(2, "60")));
  } else if (what == "relaxation") {
    out = by_relaxation(chosen);
  } else if (what == "judge") {
    out = judged(chosen);
  } else if (what == "draws") {
    out = measured_draws(chosen, std::stoi(word(2, "200")), std::stoi(word(3, "2")));
  } else if (what == "repair") {
    out = measured_repairs(chosen, std::stoi(word(2, "20")));
  } else if (what == "lp") {
    print_lp(chosen);
    return 0;
  } else {
    std::cerr << "optimise_bench: I do not know " << what << '\n';
    return 2;
  }
  out["seconds"] = processor_seconds() - started;
  out["megabytes"] = peak_megabytes();
  std::cout << out.dump() << '\n';
  return 0;
}

}  // namespace
}  // namespace koers::optimise

int main(int argc, char** argv) {
  try {
    return koers::optimise::run({argv + 1, argv + argc});
  } catch (const std::exception& fault) {
    std::cerr << "optimise_bench: " << fault.what() << '\n';
    return 1;
  }
}
