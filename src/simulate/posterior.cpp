// SPDX-License-Identifier: EUPL-1.2
#include "simulate/posterior.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <Eigen/Cholesky>
#include <boost/math/special_functions/erf.hpp>

namespace koers::simulate {
namespace {

constexpr double kInside = 1e-6;  // of the box: the logit of its border is no number
constexpr double kRidge = 1e-3;   // of a draw: moments that are alike do not blow up the regression

double logit_of(double unit) {
  const double inside = std::clamp(unit, kInside, 1 - kInside);
  return std::log(inside / (1 - inside));
}

struct Accepted {
  std::vector<std::size_t> rows;
  std::vector<double> weights;
};

Accepted accept(const std::vector<Point>& off, double share) {
  std::vector<double> distances;
  for (const Point& each : off) distances.push_back(std::inner_product(each.begin(), each.end(), each.begin(), 0.0));
  std::vector<std::size_t> order(off.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return distances[i]; });
  const std::size_t enough = 2 * (off.front().size() + 1);
  const auto wanted = static_cast<std::size_t>(share * static_cast<double>(off.size()));
  const std::size_t count = std::min(std::max(wanted, enough), off.size());
  // The kernel ends just beyond the last one, which so counts a little.
  const double bandwidth = distances[order[count - 1]] * 1.0001 + 1e-300;
  Accepted out;
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    out.rows.push_back(order[i]);
    out.weights.push_back(1 - distances[order[i]] / bandwidth);
    sum += out.weights.back();
  }
  for (double& weight : out.weights) weight /= sum;
  return out;
}

/// Slopes of the parameters' logits by moment, of a regression with an intercept: (moment, parameter).
Eigen::MatrixXd slopes_of(const std::vector<Point>& off, const std::vector<Point>& logits, const Accepted& accepted) {
  const auto rows = static_cast<Eigen::Index>(accepted.rows.size());
  const auto moments = static_cast<Eigen::Index>(off.front().size());
  Eigen::MatrixXd design = Eigen::MatrixXd::Ones(rows, moments + 1);
  Eigen::MatrixXd answers(rows, static_cast<Eigen::Index>(logits.front().size()));
  for (Eigen::Index i = 0; i < rows; ++i) {
    const std::size_t row = accepted.rows[static_cast<std::size_t>(i)];
    design.row(i).tail(moments) = Eigen::Map<const Eigen::RowVectorXd>(off[row].data(), moments);
    answers.row(i) = Eigen::Map<const Eigen::RowVectorXd>(logits[row].data(), answers.cols());
  }
  const Eigen::Map<const Eigen::VectorXd> weights(accepted.weights.data(), rows);
  Eigen::MatrixXd normal = design.transpose() * weights.asDiagonal() * design;
  normal.diagonal().tail(moments).array() += kRidge / static_cast<double>(rows);
  const Eigen::MatrixXd slopes = normal.ldlt().solve(design.transpose() * weights.asDiagonal() * answers);
  return slopes.bottomRows(moments);
}

/// How far moments are from the targets, in errors of the targets.
std::vector<Point> offsets(const std::vector<Point>& moments, const std::vector<Target>& targets) {
  constexpr double kNoNumber = 10;
  std::vector<Point> out;
  for (const Point& each : moments) {
    Point& off = out.emplace_back();
    for (std::size_t m = 0; m < targets.size(); ++m) {
      const double errors = (each[m] - targets[m].value) / targets[m].error;
      off.push_back(std::isfinite(errors) ? errors : kNoNumber);
    }
  }
  return out;
}

}  // namespace

double weighted_quantile(const std::vector<double>& values, const std::vector<double>& weights, double at) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
  double sum = 0;
  for (const std::size_t i : order) {
    sum += weights[i];
    if (sum >= at) return values[i];
  }
  return values[order.back()];
}

std::vector<Point> with_errors(std::vector<Point> moments, const std::vector<Target>& targets, Stream stream) {
  for (std::size_t i = 0; i < moments.size(); ++i) {
    for (std::size_t m = 0; m < targets.size(); ++m) {
      const double u = unit(draw(stream, i, 1, DrawSite::experiment, static_cast<std::uint32_t>(m))[0]);
      moments[i][m] -= std::sqrt(2.0) * boost::math::erfc_inv(2 * u) * targets[m].error;
    }
  }
  return moments;
}

Posterior posterior_of(const Box& box, const std::vector<Point>& draws, const std::vector<Point>& moments,
                       const std::vector<Target>& targets, double accepted_share) {
  const std::vector<Point> off = offsets(moments, targets);
  std::vector<Point> logits;
  for (const Point& each : draws) {
    Point& row = logits.emplace_back(from_box(box, each));
    for (double& value : row) value = logit_of(value);
  }
  const Accepted accepted = accept(off, accepted_share);
  const Eigen::MatrixXd slopes = slopes_of(off, logits, accepted);
  Posterior out;
  out.weights = accepted.weights;
  for (const std::size_t i : accepted.rows) {
    Point adjusted = logits[i];
    for (std::size_t p = 0; p < adjusted.size(); ++p) {
      for (std::size_t m = 0; m < targets.size(); ++m)
        adjusted[p] -= slopes(static_cast<Eigen::Index>(m), static_cast<Eigen::Index>(p)) * off[i][m];
      adjusted[p] = 1 / (1 + std::exp(-adjusted[p]));
    }
    out.draws.push_back(into_box(box, adjusted));
  }
  for (std::size_t p = 0; p < box.size(); ++p) {
    std::vector<double> values;
    for (const Point& each : out.draws) values.push_back(each[p]);
    out.intervals.push_back({weighted_quantile(values, out.weights, 0.05), weighted_quantile(values, out.weights, 0.5),
                             weighted_quantile(values, out.weights, 0.95)});
  }
  return out;
}

}  // namespace koers::simulate
