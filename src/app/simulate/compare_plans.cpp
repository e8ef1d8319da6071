// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/compare_plans.h"

#include <algorithm>
#include <iterator>

#include "app/simulate/city_figures.h"

namespace koers {
namespace {

/// Dwellings that stand in each neighbourhood when all of the plan has been carried out.
std::vector<double> dwellings_after(const simulate::Population& start, const std::vector<simulate::PlanStep>& plan) {
  std::vector<double> out(start.neighbourhoods.size());
  for (simulate::DwellingIndex i = 0; i < start.dwellings.rows(); ++i) {
    if (start.dwellings.status[i] == simulate::DwellingStatus::standing) out[start.dwellings.neighbourhood[i]] += 1;
  }
  for (const simulate::PlanStep& step : plan) {
    if (step.kind == simulate::StepKind::new_dwellings) out[step.neighbourhood] += step.number;
    if (step.kind == simulate::StepKind::demolition) out[step.neighbourhood] -= step.number;
  }
  return out;
}

std::vector<CrowdedArea> crowded_areas(const City& city, const simulate::Population& start,
                                       const std::vector<simulate::PlanStep>& plan) {
  const CityFigures figures(city, start.year);
  const std::vector<double> dwellings = dwellings_after(start, plan);
  std::vector<CrowdedArea> out;
  for (std::size_t i = 0; i < dwellings.size(); ++i) {
    const Reference area{Kind::neighbourhood, start.neighbourhoods[i].code};
    auto land = figures.at("land-km2", area, kFarYears);
    if (!land) land = figures.at("area-km2", area, kFarYears);
    if (land && land->value > 0 && dwellings[i] > kDensestDistrict * land->value)
      out.push_back({area.id, dwellings[i], land->value});
  }
  return out;
}

}  // namespace

Result<Experiment> Experiment::begin(std::shared_ptr<const City> city, std::shared_ptr<const CitySynthesis> start,
                                     const CompareRequest& request) {
  RunRequest without = request.plan;
  without.scenario = request.against;
  auto baseline = prepare(*city, *start, without);
  if (!baseline) return std::unexpected(baseline.error());
  auto plan = prepare(*city, *start, request.plan);
  if (!plan) return std::unexpected(plan.error());
  plan->setting.run.keep_moves = true;
  return Experiment(std::move(city), std::move(start), std::move(*baseline), std::move(*plan));
}

Result<void> Experiment::add(std::uint32_t replicates, const simulate::Progress& progress, const simulate::RunAll& run_all) {
  std::vector<simulate::EnsembleSetting> settings{baseline_.setting, plan_.setting};
  for (simulate::EnsembleSetting& each : settings) {
    each.run.stream.replicate = this->replicates();
    each.replicates = replicates;
  }
  auto results = run_all(start_->population, settings, progress);
  if (!results) return std::unexpected(results.error());
  std::ranges::move(results->at(0), std::back_inserter(baseline_results_));
  std::ranges::move(results->at(1), std::back_inserter(plan_results_));
  return {};
}

CityComparison Experiment::compare() const {
  const simulate::Population& start = start_->population;
  CityComparison out;
  out.baseline = baseline_.facts;
  out.plan = plan_.facts;
  out.replicates = replicates();
  out.baseline_own_starts = own_starts(baseline_results_);
  out.plan_own_starts = own_starts(plan_results_);
  out.start = start_;
  out.baseline_series = simulate::series_of(baseline_results_, start);
  out.plan_series = simulate::series_of(plan_results_, start);
  out.difference = simulate::differences(plan_results_, baseline_results_, start);
  out.baseline_escalator = simulate::escalator_of(baseline_results_);
  out.plan_escalator = simulate::escalator_of(plan_results_);
  out.escalator_difference = simulate::escalator_differences(plan_results_, baseline_results_);
  out.baseline_chains = simulate::chains_of(baseline_results_);
  out.plan_chains = simulate::chains_of(plan_results_);
  out.chains_of_plan = simulate::chains_of_plan(plan_results_, start);
  out.mechanisms = mechanism_effects(*city_, start, plan_results_, baseline_results_);
  out.crowded = crowded_areas(*city_, start, plan_.setting.run.plan);
  return out;
}

Result<CityComparison> compare_plans(const City& city, const CompareRequest& request, const simulate::Progress& progress,
                                     const simulate::RunAll& run_all) {
  auto made = synthesise_city(city, request.plan.synthesis);
  if (!made) return std::unexpected(made.error());
  // The caller keeps the city for as long as this takes.
  const std::shared_ptr<const City> borrowed(&city, [](const City*) {});
  auto experiment = Experiment::begin(borrowed, std::make_shared<const CitySynthesis>(std::move(*made)), request);
  if (!experiment) return std::unexpected(experiment.error());
  const auto added = experiment->add(request.plan.replicates, progress, run_all);
  if (!added) return std::unexpected(added.error());
  return experiment->compare();
}

}  // namespace koers
