// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/effect_table.h"

#include <algorithm>

namespace koers {
namespace {

using Results = std::vector<simulate::RunResult>;

/// Counts the years of several ensembles, one after the other, as one.
class SharedProgress {
 public:
  SharedProgress(const simulate::Progress& progress, std::uint32_t all) : progress_(progress), all_(all) {}

  [[nodiscard]] simulate::Progress next(std::uint32_t years) {
    const std::uint32_t before = begun_;
    begun_ += years;
    return [this, before](std::uint32_t done, std::uint32_t) { return !progress_ || progress_(before + done, all_); };
  }

 private:
  const simulate::Progress& progress_;
  std::uint32_t all_;
  std::uint32_t begun_ = 0;
};

std::vector<CityChange> changes_of(const Results& plan, const Results& baseline, const simulate::Population& start) {
  const std::vector<simulate::AreaSeries> differences = simulate::differences(plan, baseline, start);
  const auto city = std::ranges::find(differences, simulate::AreaLevel::city, &simulate::AreaSeries::level);
  std::vector<CityChange> out;
  const auto& indicators = simulate::indicators();
  for (std::size_t i = 0; i < indicators.size(); ++i)
    out.push_back({indicators[i].name, indicators[i].unit, city->values[i].back()});
  return out;
}

class Table {
 public:
  Table(const City& city, const EffectTableRequest& request, const simulate::Progress& progress, const simulate::RunAll& run_all)
      : city_(city),
        request_(request),
        run_all_(run_all),
        progress_(progress, static_cast<std::uint32_t>(request.baseline.years) * request.baseline.replicates *
                                static_cast<std::uint32_t>(request.scenarios.size() + 1)) {}

  Result<EffectTable> run() {
    auto start = synthesise_city(city_, request_.baseline.synthesis);
    if (!start) return std::unexpected(start.error());
    start_ = std::move(*start);
    if (auto done = prepare_all(); !done) return std::unexpected(done.error());
    EffectTable out{prepared_.front().facts, request_.baseline.replicates, {}};
    auto baseline = results_of(prepared_.front());
    if (!baseline) return std::unexpected(baseline.error());
    for (std::size_t i = 0; i < request_.scenarios.size(); ++i) {
      const auto plan = results_of(prepared_[i + 1]);
      if (!plan) return std::unexpected(plan.error());
      out.rows.push_back(effects_of(request_.scenarios[i], prepared_[i + 1].facts, *plan, *baseline));
    }
    return out;
  }

 private:
  /// All of them first: a scenario that cannot be carried out is told at once, not after an hour.
  Result<void> prepare_all() {
    RunRequest request = request_.baseline;
    for (std::size_t i = 0; i <= request_.scenarios.size(); ++i) {
      if (i > 0) request.scenario = request_.scenarios[i - 1];
      auto prepared = prepare(city_, start_, request);
      if (!prepared) return std::unexpected(prepared.error());
      const auto& run = prepared->setting.run;
      auto faults = simulate::check(run.plan, start_.population, start_.population.year, start_.population.year + run.years - 1);
      if (!faults.empty()) return failure(ErrorCode::bad_input, "This scenario cannot be carried out.", std::move(faults));
      prepared->setting.run.keep_moves = i > 0;
      prepared_.push_back(std::move(*prepared));
    }
    return {};
  }

  Result<Results> results_of(const PreparedRun& prepared) {
    const auto years = static_cast<std::uint32_t>(prepared.setting.run.years) * prepared.setting.replicates;
    auto results = run_all_(start_.population, {prepared.setting}, progress_.next(years));
    if (!results) return std::unexpected(results.error());
    return std::move(results->front());
  }

  [[nodiscard]] ScenarioEffects effects_of(const Scenario& scenario, const RunFacts& facts, const Results& plan,
                                           const Results& baseline) const {
    const simulate::PlanChains chains = simulate::chains_of_plan(plan, start_.population);
    return {facts,
            scenario.effort,
            scenario.status,
            own_starts(plan),
            mechanism_effects(city_, start_.population, plan, baseline),
            changes_of(plan, baseline, start_.population),
            chains.dwellings,
            chains.others_freed,
            chains.others_freed_anywhere};
  }

  const City& city_;
  const EffectTableRequest& request_;
  const simulate::RunAll& run_all_;
  SharedProgress progress_;
  CitySynthesis start_;
  std::vector<PreparedRun> prepared_;  ///< the baseline, then the scenarios
};

}  // namespace

std::vector<Scenario> scenarios_to_weigh(const City& city) {
  std::vector<Scenario> out;
  for (const Scenario& each : city.all<Scenario>()) {
    if (each.id.str() != "baseline") out.push_back(each);
  }
  std::ranges::sort(out, {}, [](const Scenario& each) { return each.id.str(); });
  return out;
}

Result<EffectTable> effect_table(const City& city, const EffectTableRequest& request, const simulate::Progress& progress,
                                 const simulate::RunAll& run_all) {
  return Table(city, request, progress, run_all).run();
}

}  // namespace koers
