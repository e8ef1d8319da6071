// SPDX-License-Identifier: EUPL-1.2
#include "optimise/solver.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>

#include <coin/Cbc_C_Interface.h>
#include <coin/Clp_C_Interface.h>

#include "base/result.h"

namespace koers::optimise {
namespace {

std::vector<double> negative(const std::vector<double>& values) {
  std::vector<double> out;
  for (const double value : values) out.push_back(-value);
  return out;
}

/// Both solvers minimise.
template <class Model, class Load>
void load(Model* model, const Load& load_problem, const LinearModel& m) {
  const std::vector<double> costs = negative(m.objective);
  load_problem(model, static_cast<int>(m.objective.size()), static_cast<int>(m.row_lower.size()), m.starts.data(), m.rows.data(),
               m.amounts.data(), m.lower.data(), m.upper.data(), costs.data(), m.row_lower.data(), m.row_upper.data());
}

/// A dual may only have the sign of a limit that is there.
double allowed(double dual, double row_lower, double row_upper) {
  if (row_upper >= kNoLimit) dual = std::min(dual, 0.0);
  if (row_lower <= -kNoLimit) dual = std::max(dual, 0.0);
  return dual;
}

double bound_by_duality(const LinearModel& m, const std::vector<double>& duals) {
  long double sum = static_cast<long double>(m.constant);
  for (std::size_t r = 0; r < duals.size(); ++r) {
    if (duals[r] != 0)
      sum += static_cast<long double>(duals[r]) * static_cast<long double>(duals[r] > 0 ? m.row_upper[r] : m.row_lower[r]);
  }
  for (std::size_t v = 0; v < m.objective.size(); ++v) {
    long double reduced = static_cast<long double>(m.objective[v]);
    for (int at = m.starts[v]; at < m.starts[v + 1]; ++at) {
      const auto entry = static_cast<std::size_t>(at);
      reduced -=
          static_cast<long double>(duals[static_cast<std::size_t>(m.rows[entry])]) * static_cast<long double>(m.amounts[entry]);
    }
    sum += reduced * static_cast<long double>(reduced > 0 ? m.upper[v] : m.lower[v]);
  }
  return static_cast<double>(sum);
}

void set(Cbc_Model* model, const char* name, const std::string& value) { Cbc_setParameter(model, name, value.c_str()); }

void set_limits(Cbc_Model* model, const LinearModel& m, const TreeLimits& limits) {
  Cbc_setLogLevel(model, 0);
  set(model, "logLevel", "0");
  set(model, "threads", "0");
  set(model, "randomSeed", std::to_string(limits.seed));
  set(model, "randomCbcSeed", std::to_string(limits.seed));
  set(model, "maxNodes", std::to_string(limits.nodes));
  set(model, "ratioGap", "0");
  set(model, "allowableGap", "0");
  if (!limits.with_heuristics) set(model, "heuristicsOnOff", "off");
  if (limits.seconds > 0) {
    set(model, "timeMode", limits.clock == SolverClock::elapsed ? "elapsed" : "cpu");
    set(model, "seconds", std::to_string(limits.seconds));
  }
  if (limits.better_than) set(model, "cutoff", std::to_string(-(*limits.better_than - m.constant)));
}

TreeAnswer answer_of(Cbc_Model* model, const LinearModel& m) {
  TreeAnswer out;
  if (Cbc_isAbandoned(model) != 0) throw BrokenWorld("CBC gave up on a programme.");
  if (Cbc_isProvenInfeasible(model) != 0) {
    out.status = SolverStatus::infeasible;
    return out;
  }
  out.status = Cbc_isProvenOptimal(model) != 0 ? SolverStatus::solved : SolverStatus::limited;
  out.bound = m.constant - Cbc_getBestPossibleObjValue(model);
  if (const double* best = Cbc_bestSolution(model)) out.answer.emplace(best, best + m.objective.size());
  return out;
}

}  // namespace

Relaxation relax(const LinearModel& m) {
  const std::unique_ptr<Clp_Simplex, void (*)(Clp_Simplex*)> model(Clp_newModel(), Clp_deleteModel);
  Clp_setLogLevel(model.get(), 0);
  load(model.get(), Clp_loadProblem, m);
  Clp_initialSolve(model.get());
  Relaxation out;
  if (Clp_isProvenPrimalInfeasible(model.get()) != 0) {
    out.status = SolverStatus::infeasible;
    return out;
  }
  if (Clp_isProvenOptimal(model.get()) == 0) throw BrokenWorld("CLP gave up on a relaxation.");
  const double* answer = Clp_getColSolution(model.get());
  out.answer.assign(answer, answer + m.objective.size());
  const double* prices = Clp_getRowPrice(model.get());
  for (std::size_t row = 0; row < m.row_lower.size(); ++row) {
    out.duals.push_back(allowed(-prices[row], m.row_lower[row], m.row_upper[row]));
  }
  out.bound = bound_by_duality(m, out.duals);
  return out;
}

TreeAnswer branch_and_bound(const LinearModel& m, const TreeLimits& limits) {
  // CBC 2.10 keeps what its command line sets in variables of the whole program.
  static std::mutex one_at_a_time;
  const std::scoped_lock lock(one_at_a_time);
  const std::unique_ptr<Cbc_Model, void (*)(Cbc_Model*)> model(Cbc_newModel(), Cbc_deleteModel);
  set_limits(model.get(), m, limits);
  load(model.get(), Cbc_loadProblem, m);
  for (std::size_t v = 0; v < m.is_integer.size(); ++v) {
    if (m.is_integer[v] != 0) Cbc_setInteger(model.get(), static_cast<int>(v));
  }
  Cbc_setObjSense(model.get(), 1);
  Cbc_solve(model.get());
  return answer_of(model.get(), m);
}

}  // namespace koers::optimise
