// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/calibrate_city.h"

#include <algorithm>
#include <bit>
#include <mutex>
#include <numeric>

#include <fmt/format.h>

namespace koers {
namespace {

using simulate::Point;

constexpr std::size_t kMostScreened = 4;
constexpr double kAccepted = 0.4;
/// Half the width of the box of the posterior, of that of what is thinkable.
constexpr double kPosteriorReach = 0.35;
constexpr double kDifference = 0.08;        // of a range, for the Jacobian
constexpr std::uint32_t kFewestDraws = 50;  // more than twice the terms of the regression
constexpr std::uint32_t kFewestTrajectories = 2;
constexpr std::uint32_t kFewestPoints = 4;

/// How many evaluations each part gets.
struct Allotment {
  std::uint32_t descent;
  std::uint32_t draws;
  std::uint32_t trajectories;
  std::uint32_t points;  ///< of the Sobol indices, a power of two
  std::uint32_t all;
};

Allotment allot(std::uint32_t evaluations, std::size_t parameters) {
  const auto p = static_cast<std::uint32_t>(parameters);
  const auto screened = static_cast<std::uint32_t>(std::min(parameters, kMostScreened));
  Allotment out{};
  out.descent = std::max(10U, evaluations * 4 / 10);
  out.draws = std::max(kFewestDraws, evaluations * 25 / 100);
  out.trajectories = std::max(kFewestTrajectories, evaluations * 12 / 100 / (p + 1));
  out.points = std::max(kFewestPoints, std::bit_floor(evaluations * 23 / 100 / (screened + 2)));
  out.all = out.descent + out.draws + out.trajectories * (p + 1) + out.points * (screened + 2) + 2 * p;
  return out;
}

/// The city as a model of its free parameters. It may be asked on several threads at once.
class CityModel {
 public:
  CityModel(const CitySynthesis& start, const CityCalibration& setting, std::uint32_t all, const simulate::Progress& progress)
      : start_(start), setting_(setting), all_(all), progress_(progress) {
    run_.years = setting.request.years;
    run_.stream = {setting.request.synthesis.seed, 0};
    run_.plan = building_as_usual(start.population, setting.new_dwellings, run_.years);
  }

  Result<Point> operator()(const Point& point) {
    simulate::RunSetting run = run_;
    run.parameters = simulate::with_values(setting_.parameters, setting_.free, point);
    auto all = simulate::moments_of_runs(start_.population, run, setting_.request.replicates);
    if (!all) return all;
    if (!go_on()) return failure(ErrorCode::cancelled, "The calibration was cancelled.");
    Point out;
    for (const CityTarget& each : setting_.targets.used) out.push_back((*all)[static_cast<std::size_t>(each.kind)]);
    return out;
  }

  [[nodiscard]] std::uint32_t evaluations() const { return done_; }
  [[nodiscard]] const std::vector<simulate::PlanStep>& plan() const { return run_.plan; }

 private:
  bool go_on() {
    const std::scoped_lock lock(mutex_);
    ++done_;
    return !progress_ || progress_(std::min(done_, all_), all_);
  }

  const CitySynthesis& start_;
  const CityCalibration& setting_;
  std::uint32_t all_;
  const simulate::Progress& progress_;
  simulate::RunSetting run_;
  std::mutex mutex_;
  std::uint32_t done_ = 0;  // guarded by mutex_
};

/// The box of the posterior: around the estimate, as far as what is thinkable goes.
simulate::Box box_around(const simulate::Box& box, const Point& at) {
  simulate::Box out;
  for (std::size_t i = 0; i < box.size(); ++i) {
    const double reach = kPosteriorReach * (box[i].highest - box[i].lowest);
    out.push_back({std::max(box[i].lowest, at[i] - reach), std::min(box[i].highest, at[i] + reach)});
  }
  return out;
}

/// Parameters whose effects on all moments together are largest.
std::vector<std::size_t> largest(const std::vector<std::vector<simulate::Effect>>& effects, std::size_t number) {
  std::vector<double> size(effects.front().size(), 0);
  for (const auto& row : effects) {
    for (std::size_t p = 0; p < row.size(); ++p) size[p] += row[p].mean_size;
  }
  std::vector<std::size_t> order(size.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return size[a] > size[b]; });
  order.resize(std::min(number, order.size()));
  return order;
}

/// One calibration, part by part; each needs those before.
class Work {
 public:
  Work(CityCalibration& out, const simulate::Model& model, const Allotment& allotment)
      : out_(out), model_(model), allotment_(allotment), threads_(out.request.synthesis.threads) {
    for (const simulate::FreeParameter& each : out.free) box_.push_back(each.range);
    for (const CityTarget& each : out.targets.used) targets_.push_back(each.target);
  }

  Result<void> run() {
    for (const auto part : {&Work::descend, &Work::identify, &Work::draw_posterior, &Work::screen, &Work::divide_variance}) {
      if (auto done = (this->*part)(); !done) return done;
    }
    return {};
  }

 private:
  Result<void> descend() {
    auto found = simulate::calibrate(model_, {box_, out_.start, targets_, allotment_.descent, stream(1), threads_});
    if (!found) return std::unexpected(found.error());
    out_.calibration = std::move(*found);
    return {};
  }

  Result<void> identify() {
    auto found = simulate::identify(model_, box_, out_.calibration.estimate, targets_, kDifference, threads_);
    if (!found) return std::unexpected(found.error());
    out_.identification = std::move(*found);
    return {};
  }

  Result<void> draw_posterior() {
    out_.posterior_box = box_around(box_, out_.calibration.estimate);
    std::vector<Point> draws = simulate::latin_hypercube(allotment_.draws, box_.size(), stream(2));
    for (Point& each : draws) each = simulate::into_box(out_.posterior_box, each);
    auto moments = simulate::evaluate(model_, draws, threads_);
    if (!moments) return std::unexpected(moments.error());
    // Around what the model can reach: how sure it is. A regression to targets that it cannot would end far outside the draws.
    std::vector<simulate::Target> reached = targets_;
    for (std::size_t m = 0; m < reached.size(); ++m) reached[m].value = out_.calibration.moments[m];
    out_.posterior = simulate::posterior_of(out_.posterior_box, draws, simulate::with_errors(*moments, targets_, stream(3)),
                                            reached, kAccepted);
    return {};
  }

  Result<void> screen() {
    auto found = simulate::elementary_effects(model_, box_, allotment_.trajectories, stream(4), threads_);
    if (!found) return std::unexpected(found.error());
    out_.effects = std::move(*found);
    for (std::size_t m = 0; m < targets_.size(); ++m) {
      for (simulate::Effect& each : out_.effects[m]) {
        each.mean_size /= targets_[m].error;
        each.deviation /= targets_[m].error;
      }
    }
    out_.screened = largest(out_.effects, kMostScreened);
    return {};
  }

  /// The others stay at the estimate.
  Result<void> divide_variance() {
    simulate::Box box;
    for (const std::size_t p : out_.screened) box.push_back(box_[p]);
    const simulate::Model part = [this](const Point& point) {
      Point whole = out_.calibration.estimate;
      for (std::size_t i = 0; i < out_.screened.size(); ++i) whole[out_.screened[i]] = point[i];
      return model_(whole);
    };
    auto found = simulate::sobol_indices(part, box, allotment_.points, threads_);
    if (!found) return std::unexpected(found.error());
    out_.indices = std::move(*found);
    return {};
  }

  /// Points of each part are drawn apart.
  [[nodiscard]] simulate::Stream stream(std::uint32_t part) const { return {out_.request.synthesis.seed, part}; }

  CityCalibration& out_;
  const simulate::Model& model_;
  const Allotment& allotment_;
  int threads_;
  simulate::Box box_;
  std::vector<simulate::Target> targets_;
};

/// More digits than anybody knows.
double to_four_digits(double value) { return std::stod(fmt::format("{:.4g}", value)); }

}  // namespace

simulate::ParameterDraws posterior_draws(const CityCalibration& calibration) {
  simulate::ParameterDraws out;
  for (const simulate::FreeParameter& each : calibration.free) out.names.emplace_back(each.name);
  out.rows = simulate::resampled(calibration.posterior.draws, calibration.posterior.weights, kPosteriorDraws);
  for (auto& row : out.rows) std::ranges::transform(row, row.begin(), to_four_digits);
  return out;
}

Result<CityCalibration> calibrate_city(const City& city, const CalibrateRequest& request, const simulate::Progress& progress) {
  const auto free = simulate::free_parameters_of(request.free);
  if (!free) return std::unexpected(free.error());
  const auto parameters = simulate::parameters_with(request.parameters);
  if (!parameters) return std::unexpected(parameters.error());
  auto start = synthesise_city(city, request.synthesis);
  if (!start) return std::unexpected(start.error());
  CityCalibration out;
  if (const CityManifest* manifest = city.manifest()) out.city = manifest->name;
  out.start_year = start->population.year;
  out.request = request;
  out.free = *free;
  out.parameters = *parameters;
  out.start = simulate::values_of(out.parameters, out.free);
  out.targets = targets_of(city, start->population);
  out.new_dwellings = net_new_dwellings(city, out.start_year);
  const Allotment allotment = allot(request.evaluations, out.free.size());
  CityModel city_model(*start, out, allotment.all, progress);
  out.inputs_hash = inputs_hash(start->margins, out.parameters, city_model.plan());
  const simulate::Model model = [&](const Point& point) { return city_model(point); };
  if (const auto done = Work(out, model, allotment).run(); !done) return std::unexpected(done.error());
  out.evaluations = city_model.evaluations();
  return out;
}

}  // namespace koers
