// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/effect_experiment.h"

#include <algorithm>

namespace koers {
namespace {

using Results = std::vector<simulate::RunResult>;

/// A table says nothing of the years between, and a hundred replicates of many plans with all their moves would not fit.
simulate::RunResult only_end(simulate::RunResult result) {
  simulate::RunResult out;
  out.years.push_back(std::move(result.years.back()));
  out.has_own_start = result.has_own_start;
  return out;
}

/// `count` replicates of a run from `first` on.
simulate::EnsembleSetting setting_of(const PreparedRun& run, std::uint32_t first, std::uint32_t count) {
  simulate::EnsembleSetting out = run.setting;
  out.run.stream.replicate = first;
  out.replicates = count;
  return out;
}

std::vector<CityChange> changes_of(const Results& plan, const Results& baseline, const simulate::Population& start) {
  const std::vector<simulate::AreaSeries> differences = simulate::differences(plan, baseline, start);
  const auto city = std::ranges::find(differences, simulate::AreaLevel::city, &simulate::AreaSeries::level);
  std::vector<CityChange> out;
  const auto& indicators = simulate::indicators();
  for (std::size_t i = 0; i < indicators.size(); ++i)
    out.push_back({indicators[i].name, indicators[i].unit, city->values[i].back()});
  return out;
}

}  // namespace

Result<EffectExperiment> EffectExperiment::begin(std::shared_ptr<const City> city, std::shared_ptr<const CitySynthesis> start,
                                                 const EffectTableRequest& request) {
  EffectExperiment out(std::move(city), std::move(start));
  auto baseline = out.prepared(request.baseline);
  if (!baseline) return std::unexpected(baseline.error());
  out.baseline_ = std::move(*baseline);
  // All of them first: a scenario that cannot be carried out is told at once, not after an hour.
  RunRequest of_scenario = request.baseline;
  for (const Scenario& scenario : request.scenarios) {
    of_scenario.scenario = scenario;
    auto run = out.prepared(of_scenario);
    if (!run) return std::unexpected(run.error());
    run->setting.run.keep_moves = true;
    out.plans_.push_back({std::move(*run), {}, {}, {}});
  }
  return out;
}

Result<PreparedRun> EffectExperiment::prepared(const RunRequest& request) const {
  const simulate::Population& population = start_->population;
  auto out = prepare(*city_, *start_, request);
  if (!out) return std::unexpected(out.error());
  const simulate::RunSetting& run = out->setting.run;
  auto faults = simulate::check(run.plan, population, population.year, population.year + run.years - 1);
  if (!faults.empty()) return failure(ErrorCode::bad_input, "This scenario cannot be carried out.", std::move(faults));
  return out;
}

Result<void> EffectExperiment::add(std::uint32_t replicates, const simulate::Progress& progress,
                                   const simulate::RunAll& run_all) {
  if (plans_.empty()) return {};
  Plan& plan = plans_[next()];
  const std::uint32_t first = replicates_of(plan);
  const auto of_baseline = static_cast<std::uint32_t>(baseline_ends_.size());
  std::vector<simulate::EnsembleSetting> settings{setting_of(plan.run, first, replicates)};
  if (of_baseline < first + replicates) settings.push_back(setting_of(*baseline_, of_baseline, first + replicates - of_baseline));
  auto results = run_all(start_->population, settings, progress);
  if (!results) return std::unexpected(results.error());
  if (results->size() > 1) {
    for (simulate::RunResult& each : results->at(1)) baseline_ends_.push_back(only_end(std::move(each)));
  }
  take(plan, std::move(results->at(0)));
  plan.effects = effects_of(plan);
  return {};
}

void EffectExperiment::take(Plan& plan, Results results) const {
  for (simulate::RunResult& each : results) {
    // Of one replicate the mean is its number.
    Results one;
    one.push_back(std::move(each));
    const simulate::PlanChains chains = simulate::chains_of_plan(one, start_->population);
    plan.chains.push_back({chains.dwellings.mean, chains.others_freed.mean, chains.others_freed_anywhere.mean});
    plan.ends.push_back(only_end(std::move(one.front())));
  }
}

ScenarioEffects EffectExperiment::effects_of(const Plan& plan) const {
  const Scenario& scenario = *plan.run.facts.request.scenario;
  const auto over_replicates = [&](double ChainNumbers::*number) {
    return simulate::estimate_over(plan.chains, [&](const ChainNumbers& each) { return each.*number; });
  };
  return {plan.run.facts,
          scenario.effort,
          scenario.status,
          replicates_of(plan),
          own_starts(plan.ends),
          mechanism_effects(*city_, start_->population, plan.ends, baseline_ends_),
          changes_of(plan.ends, baseline_ends_, start_->population),
          over_replicates(&ChainNumbers::dwellings),
          over_replicates(&ChainNumbers::others_freed),
          over_replicates(&ChainNumbers::others_freed_anywhere)};
}

std::uint32_t EffectExperiment::replicates_of(const Plan& plan) { return static_cast<std::uint32_t>(plan.ends.size()); }

std::size_t EffectExperiment::next() const {
  return static_cast<std::size_t>(std::ranges::min_element(plans_, {}, replicates_of) - plans_.begin());
}

std::uint32_t EffectExperiment::replicates() const { return plans_.empty() ? 0 : replicates_of(plans_[next()]); }

EffectTable EffectExperiment::table() const {
  EffectTable out{baseline_->facts, replicates(), {}};
  for (const Plan& each : plans_) {
    if (each.effects) out.rows.push_back(*each.effects);
  }
  return out;
}

}  // namespace koers
