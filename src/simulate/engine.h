// SPDX-License-Identifier: EUPL-1.2
// One run of the escalator: a population, a plan, and years one after the other.
#pragma once
#include <memory>
#include <stdexcept>
#include <vector>

#include "base/result.h"
#include "simulate/parameters.h"
#include "simulate/plan.h"
#include "simulate/population.h"
#include "simulate/rates.h"
#include "simulate/results.h"

namespace koers::simulate {

struct RunSetting {
  Parameters parameters;
  std::vector<PlanStep> plan;
  int years = 20;
  Stream stream;
  int threads = 1;
  bool keep_moves = false;  ///< every single move, for maps of who comes from where
  bool with_market = true;  ///< false: life courses only; dwellings play no part
};

/// A state that cannot be: a bug of ours. What it says is the full account.
class BrokenBalance : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

class Engine {
 public:
  /// `bad_input` for parameters out of their range and plans that cannot be carried out.
  [[nodiscard]] static Result<Engine> begin(Population start, RunSetting setting, const Rates& rates = netherlands());

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Simulates the next year. Throws `BrokenBalance`.
  void step();
  [[nodiscard]] bool is_done() const;
  [[nodiscard]] const Population& population() const;
  [[nodiscard]] const RunResult& result() const&;
  [[nodiscard]] RunResult result() &&;

 private:
  class State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// All years of a run.
[[nodiscard]] Result<RunResult> run(Population start, RunSetting setting, const Rates& rates = netherlands());

}  // namespace koers::simulate
