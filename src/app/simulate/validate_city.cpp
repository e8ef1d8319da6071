// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/validate_city.h"

#include <algorithm>
#include <cmath>

#include "app/simulate/back_test_runs.h"
#include "app/simulate/building_programme.h"
#include "app/simulate/city_margins.h"
#include "app/simulate/known_then.h"
#include "app/simulate/past_figures.h"
#include "app/simulate/simulate_city.h"
#include "monitor/forecast.h"
#include "simulate/rates.h"

namespace koers {
namespace {

constexpr double kMostMape = 8;
constexpr double kMostRatio = 0.8;
constexpr double kLeastCoverage = 85;
constexpr double kMostCoverage = 95;
constexpr double kMostAgeError = 15;
constexpr double kPercent = 100;
/// Targets are about a run as it is made when nobody asks otherwise.
constexpr auto kJudged = Uncertainty::parameters_and_start;

std::vector<Leak> leaks_of(const simulate::Margins& margins, int from) {
  std::vector<Leak> out;
  for (std::size_t kind = 0; kind < simulate::kMarginKinds; ++kind) {
    Leak leak{std::string(simulate::describe(static_cast<simulate::MarginKind>(kind)).name), 0, 0, ""};
    for (const simulate::AreaMargins& area : margins.areas) {
      const simulate::Margin& margin = area.margins[kind];
      if (margin.latest_year <= from) continue;
      leak.latest_year = std::max(leak.latest_year, margin.latest_year);
      if (leak.areas++ == 0) leak.source = margin.source;
    }
    if (leak.areas > 0) out.push_back(std::move(leak));
  }
  Leak scores{"access and public space", 0, 0, "Leefbaarometer."};
  for (const simulate::AreaMargins& area : margins.areas) {
    scores.latest_year = std::max(scores.latest_year, area.scores_year);
    scores.areas += area.scores_year > from;
  }
  if (scores.areas > 0) out.push_back(std::move(scores));
  return out;
}

/// Takes away what came to be known later and is not required.
void forget(simulate::Margins& margins, int from) {
  for (simulate::AreaMargins& area : margins.areas) {
    for (std::size_t kind = 0; kind < simulate::kMarginKinds; ++kind) {
      const bool required = simulate::describe(static_cast<simulate::MarginKind>(kind)).required;
      if (!required && area.margins[kind].latest_year > from) area.margins[kind] = {};
    }
    if (area.scores_year <= from) continue;
    area.access = area.public_space = 0;
    area.scores_year = 0;
  }
}

/// What stands in the program itself and was measured or chosen once.
std::vector<std::string> constants(int from) {
  std::vector<std::string> out{
      "parameters: chosen on figures of 2017 to 2023, so that the years that are judged are among them",
      "ages within broad ages and by sex: Zoetermeer, Statistics Netherlands 83502NED, 2021, moved by cohort",
      "household types by persons per household: districts of Utrecht 2022, municipalities 2023"};
  for (const simulate::RateSource& rate : simulate::rate_sources_known_in(from))
    out.push_back("rates of " + rate.rate + ": " + rate.source);
  return out;
}

class Baselines {
 public:
  Baselines(const PastFigures& past, const ValidationRequest& request)
      : past_(past), from_(request.from), ahead_(request.to - request.from) {}

  void run(CityValidation& out) {
    add("persistence", Knowledge::then, past_.launch);
    with_earlier();
    with_whole();
    leave_out(
        "cohort_ratios",
        "Hamilton-Perry needs the ages of each district at two moments before the end, in groups as wide as the time between "
        "them; the city has them in broad groups of unequal width.");
    with_dwellings();
    double observed = 0;
    for (const double value : past_.observed) observed += value;
    add("constant_share_of_true_total", Knowledge::hindsight, simulate::constant_share(past_.launch, observed));
    out.methods = std::move(methods_);
    out.left_out = std::move(left_out_);
  }

 private:
  void add(const char* name, Knowledge knowledge, std::vector<double> forecast) {
    const auto scores = simulate::scores_of(forecast, past_.observed);
    methods_.push_back({name, knowledge, std::move(forecast), scores});
  }

  void leave_out(const char* name, std::string reason) { left_out_.push_back({name, std::move(reason)}); }

  void with_earlier() {
    const std::string none = "No year from " + std::to_string(from_ - kFarYears) + " to " + std::to_string(from_ - 1) +
                             " has the inhabitants of every district.";
    if (!past_.earlier) {
      leave_out("linear_trend", none);
      leave_out("shift_share", none);
      return;
    }
    const simulate::BasePeriod base{past_.earlier->values, past_.launch, static_cast<double>(from_ - past_.earlier->year)};
    add("linear_trend", Knowledge::then, simulate::linear_trend(base, ahead_));
    if (past_.whole) {
      add("shift_share", Knowledge::then, simulate::shift_share(base, ahead_, *past_.whole));
    } else {
      leave_out("shift_share", no_whole());
    }
  }

  [[nodiscard]] std::string no_whole() const {
    return "The inhabitants of the whole city are not known in " + std::to_string(from_) + " and before.";
  }

  void with_whole() {
    if (past_.whole) {
      add("constant_share", Knowledge::then, simulate::constant_share(past_.launch, *past_.whole));
    } else {
      leave_out("constant_share", no_whole());
    }
  }

  void with_dwellings() {
    if (past_.dwellings_later.empty()) {
      leave_out("proportional_to_dwellings", "The dwellings of each district are not known at the start and the end.");
    } else {
      add("proportional_to_dwellings", Knowledge::programme,
          simulate::in_proportion(past_.launch, past_.dwellings_then, past_.dwellings_later));
    }
  }

  const PastFigures& past_;
  int from_;
  int ahead_;
  std::vector<JudgedMethod> methods_;
  std::vector<MethodLeftOut> left_out_;
};

std::vector<std::int64_t> programme_of(const PastFigures& past) {
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < past.dwellings_later.size(); ++i)
    out.push_back(std::llround(past.dwellings_later[i]) - std::llround(past.dwellings_then[i]));
  return out;
}

std::vector<BackTestVariant> variants_of(bool programme_is_known) {
  std::vector<BackTestVariant> out;
  for (const Knowledge knowledge : {Knowledge::then, Knowledge::programme}) {
    if (knowledge == Knowledge::programme && !programme_is_known) continue;
    for (const Uncertainty each : {Uncertainty::chance, Uncertainty::parameters, Uncertainty::parameters_and_start})
      out.push_back({knowledge, each});
  }
  return out;
}

JudgedModel judged(const BackTestVariant& variant, const std::vector<BackTestReplicate>& replicates,
                   const std::vector<double>& observed) {
  JudgedModel out{variant.knowledge, variant.uncertainty, {}, {}, {}, 0, 0, "", 0};
  std::vector<double> means;
  std::vector<monitor::Interval> intervals;
  for (std::size_t district = 0; district < observed.size(); ++district) {
    std::vector<double> draws;
    double dwellings = 0;
    for (const BackTestReplicate& each : replicates) {
      draws.push_back(each.persons[district]);
      dwellings += each.dwellings[district] / static_cast<double>(replicates.size());
    }
    out.dwellings.push_back(dwellings);
    out.crps += monitor::crps_of_draws(draws, observed[district]) / static_cast<double>(observed.size());
    out.forecast.push_back(simulate::estimate_of(std::move(draws)));
    const simulate::Estimate& estimate = out.forecast.back();
    means.push_back(estimate.mean);
    intervals.push_back({estimate.mean, estimate.low, estimate.high});
  }
  out.scores = simulate::scores_of(means, observed);
  out.coverage = monitor::coverage(intervals, observed);
  return out;
}

/// Beside the best of those that know no more.
void compare(JudgedModel& model, const std::vector<JudgedMethod>& methods) {
  const JudgedMethod* best = nullptr;
  for (const JudgedMethod& each : methods) {
    const bool fair = each.knowledge <= model.knowledge;
    if (fair && (best == nullptr || each.scores.mape < best->scores.mape)) best = &each;
  }
  model.best_baseline = best->name;
  model.ratio = model.scores.mape / best->scores.mape;
}

JudgedAges judged_ages(const PastAges& observed, Knowledge knowledge, const std::vector<BackTestReplicate>& replicates,
                       int from) {
  JudgedAges out;
  out.year = observed.year;
  out.knowledge = knowledge;
  const auto year = static_cast<std::size_t>(observed.year - from);
  for (std::size_t age = 0; age < kJudgedAges; ++age) {
    out.observed[age] = observed.persons[age];
    out.start[age] = replicates.front().ages.front()[age];
    for (const BackTestReplicate& each : replicates)
      out.forecast[age] += each.ages[year][age] / static_cast<double>(replicates.size());
  }
  return out;
}

double largest_error(const JudgedAges& ages) {
  double out = 0;
  for (std::size_t i = 0; i < kJudgedAges; ++i) out = std::max(out, kPercent * std::abs(ages.forecast[i] / ages.observed[i] - 1));
  return out;
}

std::vector<TargetOutcome> targets_of(const CityValidation& validation) {
  std::vector<TargetOutcome> out;
  for (const JudgedModel& model : validation.models) {
    if (model.uncertainty != kJudged) continue;
    out.push_back({"mape", model.knowledge, 0, kMostMape, model.scores.mape});
    out.push_back({"ratio_to_best_baseline", model.knowledge, 0, kMostRatio, model.ratio});
    out.push_back({"coverage", model.knowledge, kLeastCoverage, kMostCoverage, kPercent * model.coverage});
  }
  for (const JudgedAges& ages : validation.ages)
    out.push_back({"largest_age_error_" + std::to_string(ages.year), ages.knowledge, 0, kMostAgeError, largest_error(ages)});
  return out;
}

Result<void> check(const ValidationRequest& request) {
  if (request.to > request.from) return {};
  return failure(ErrorCode::bad_input, "A back-test ends after it begins.",
                 {{"range", {}, "to", std::to_string(request.to), "a year after " + std::to_string(request.from)}});
}

CityValidation begin(const City& city, const ValidationRequest& request, const PastFigures& past) {
  CityValidation out;
  if (const CityManifest* manifest = city.manifest()) out.city = manifest->name;
  out.request = request;
  out.constants = constants(request.from);
  for (const Reference& area : past.areas) out.districts.push_back(area.id);
  out.names = past.names;
  out.start = past.launch;
  out.observed = past.observed;
  for (const std::int64_t change : programme_of(past)) out.dwelling_change.push_back(static_cast<double>(change));
  out.dwelling_origins = past.dwelling_origins;
  Baselines(past, request).run(out);
  return out;
}

/// Of the program, the margins and the number of dwellings that come and go.
std::string hash_of(const simulate::Margins& margins, const simulate::Parameters& parameters,
                    const std::vector<std::int64_t>& change) {
  std::vector<simulate::PlanStep> plan;
  for (const std::int64_t each : change) {
    simulate::PlanStep step;
    step.kind = each < 0 ? simulate::StepKind::demolition : simulate::StepKind::new_dwellings;
    step.number = static_cast<std::uint32_t>(std::abs(each));
    plan.push_back(std::move(step));
  }
  return inputs_hash(margins, parameters, plan);
}

}  // namespace

std::string name_of(Knowledge knowledge) {
  constexpr std::array kNames{"then", "programme", "hindsight"};
  return kNames.at(static_cast<std::size_t>(knowledge));
}

Result<CityValidation> validate_city(const City& city, const ValidationRequest& request, const simulate::Progress& progress) {
  if (const auto checked = check(request); !checked) return std::unexpected(checked.error());
  const auto parameters = simulate::parameters_with(request.parameters);
  if (!parameters) return std::unexpected(parameters.error());
  const auto past = past_figures(city, request.from, request.to);
  if (!past) return std::unexpected(past.error());
  const City then = known_then(city, request.from);
  auto margins = margins_of(then, request.from);
  if (!margins) return std::unexpected(margins.error());
  if (request.strict) forget(*margins, request.from);
  const auto change = programme_of(*past);
  const auto variants = variants_of(!change.empty());
  const auto runs = back_test_runs(*margins, variants, change, *parameters, request, progress);
  if (!runs) return std::unexpected(runs.error());

  CityValidation out = begin(city, request, *past);
  out.inputs_hash = hash_of(*margins, *parameters, change);
  out.leaks = leaks_of(*margins, request.from);
  const auto ages = past_ages(city, request.from, request.to);
  for (std::size_t i = 0; i < variants.size(); ++i) {
    out.models.push_back(judged(variants[i], (*runs)[i], past->observed));
    compare(out.models.back(), out.methods);
    if (variants[i].uncertainty != kJudged) continue;
    for (const PastAges& each : ages) out.ages.push_back(judged_ages(each, variants[i].knowledge, (*runs)[i], request.from));
  }
  out.targets = targets_of(out);
  return out;
}

}  // namespace koers
