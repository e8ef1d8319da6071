// SPDX-License-Identifier: EUPL-1.2
#include "simulate/calibration.h"

#include <algorithm>
#include <optional>

#include <nlopt.hpp>

namespace koers::simulate {
namespace {

constexpr double kFirstStep = 0.15;   // of the box
constexpr double kTolerance = 1e-4;   // of the box
constexpr std::uint32_t kFewest = 8;  // evaluations for which another descent is worth to begin

/// The best point so far, in the unit cube, and how many were asked.
class Search {
 public:
  Search(const Model& model, const CalibrationProblem& problem) : model_(model), problem_(problem) {}

  void consider(const Point& unit, const Point& moments) {
    ++evaluations_;
    const double value = distance(moments, problem_.targets);
    if (best_ && value >= best_distance_) return;
    best_ = unit;
    best_moments_ = moments;
    best_distance_ = value;
  }

  void descend(nlopt::algorithm algorithm) {
    nlopt::opt descent(algorithm, static_cast<unsigned>(problem_.box.size()));
    descent.set_min_objective(&Search::objective, this);
    descent.set_lower_bounds(0);
    descent.set_upper_bounds(1);
    descent.set_initial_step(kFirstStep);
    descent.set_xtol_abs(kTolerance);
    descent.set_maxeval(static_cast<int>(left()));
    Point unit = *best_;
    double value = 0;
    try {
      descent.optimize(unit, value);
    } catch (const nlopt::forced_stop&) {
      // The model failed: its error is kept.
    } catch (const nlopt::roundoff_limited&) {
      // As near as numbers go; the best point is kept.
    }
  }

  [[nodiscard]] std::uint32_t left() const {
    return problem_.evaluations > evaluations_ ? problem_.evaluations - evaluations_ : 0;
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] Calibration result() const {
    return {into_box(problem_.box, *best_), best_moments_, {}, 0, best_distance_, evaluations_};
  }

 private:
  static double objective(const Point& unit, Point&, void* self) { return static_cast<Search*>(self)->at(unit); }

  double at(const Point& unit) {
    auto moments = model_(into_box(problem_.box, unit));
    if (!moments) {
      error_ = moments.error();
      throw nlopt::forced_stop();
    }
    consider(unit, *moments);
    return distance(*moments, problem_.targets);
  }

  const Model& model_;
  const CalibrationProblem& problem_;
  std::optional<Point> best_;
  Point best_moments_;
  double best_distance_ = 0;
  std::uint32_t evaluations_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<Calibration> calibrate(const Model& model, const CalibrationProblem& problem) {
  std::vector<Point> units = latin_hypercube(problem.evaluations / 5, problem.box.size(), problem.stream);
  units.insert(units.begin(), from_box(problem.box, problem.start));
  std::vector<Point> points;
  for (const Point& unit : units) points.push_back(into_box(problem.box, unit));
  const auto moments = evaluate(model, points, problem.threads);
  if (!moments) return std::unexpected(moments.error());
  Search search(model, problem);
  for (std::size_t i = 0; i < units.size(); ++i) search.consider(units[i], (*moments)[i]);
  for (const nlopt::algorithm algorithm : {nlopt::LN_BOBYQA, nlopt::LN_SBPLX}) {
    if (search.left() < kFewest) break;
    search.descend(algorithm);
    if (search.error()) return std::unexpected(*search.error());
  }
  Calibration out = search.result();
  out.start_moments = moments->front();
  out.start_distance = distance(out.start_moments, problem.targets);
  return out;
}

}  // namespace koers::simulate
