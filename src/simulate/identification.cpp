// SPDX-License-Identifier: EUPL-1.2
#include "simulate/identification.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <Eigen/Cholesky>
#include <Eigen/SVD>

namespace koers::simulate {
namespace {

/// Parameters by rows: the lower and the upper point of each difference, in the unit cube.
std::vector<Point> difference_points(const Point& at, double step) {
  std::vector<Point> out;
  for (std::size_t i = 0; i < at.size(); ++i) {
    for (const double sign : {-1.0, 1.0}) {
      out.push_back(at);
      out.back()[i] = std::clamp(at[i] + sign * step, 0.0, 1.0);
    }
  }
  return out;
}

Matrix jacobian_of(const std::vector<Point>& units, const std::vector<Point>& moments, const std::vector<Target>& targets) {
  const double deviation = 1 / std::sqrt(12.0);  // of an even range
  const std::size_t parameters = units.size() / 2;
  Matrix out(targets.size(), std::vector<double>(parameters, 0));
  for (std::size_t p = 0; p < parameters; ++p) {
    const double width = units[2 * p + 1][p] - units[2 * p][p];
    for (std::size_t m = 0; m < targets.size(); ++m) {
      const double slope = (moments[2 * p + 1][m] - moments[2 * p][m]) / width;
      if (std::isfinite(slope)) out[m][p] = slope * deviation / targets[m].error;
    }
  }
  return out;
}

Eigen::MatrixXd dense(const Matrix& rows, std::size_t columns) {
  Eigen::MatrixXd out(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(columns));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < columns; ++j) out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
  }
  return out;
}

std::vector<double> remaining_of(const Eigen::MatrixXd& jacobian) {
  const auto unit = Eigen::MatrixXd::Identity(jacobian.cols(), jacobian.cols());
  const Eigen::MatrixXd covariance = (jacobian.transpose() * jacobian + unit).llt().solve(unit);
  std::vector<double> out;
  for (Eigen::Index i = 0; i < jacobian.cols(); ++i) out.push_back(std::sqrt(covariance(i, i)));
  return out;
}

/// One for each parameter; those beyond the moments have no information.
std::vector<Direction> directions_of(const Eigen::MatrixXd& jacobian) {
  const Eigen::JacobiSVD<Eigen::MatrixXd> found(jacobian, Eigen::ComputeFullV);
  std::vector<Direction> out;
  for (Eigen::Index i = 0; i < jacobian.cols(); ++i) {
    Direction& direction = out.emplace_back();
    direction.singular_value = i < found.singularValues().size() ? found.singularValues()(i) : 0;
    const auto parts = found.matrixV().col(i);
    direction.parts.assign(parts.begin(), parts.end());
  }
  return out;
}

Identified verdict_of(double remaining) {
  if (remaining < kIdentifiedBelow) return Identified::yes;
  return remaining < kNotIdentifiedFrom ? Identified::weakly : Identified::no;
}

}  // namespace

std::string_view name_of(Identified verdict) {
  constexpr std::array<std::string_view, 3> kNames{"identified", "weakly", "not_identified"};
  return kNames.at(static_cast<std::size_t>(verdict));
}

Result<Identification> identify(const Model& model, const Box& box, const Point& at, const std::vector<Target>& targets,
                                double step, int threads) {
  const std::vector<Point> units = difference_points(from_box(box, at), step);
  std::vector<Point> points;
  for (const Point& unit : units) points.push_back(into_box(box, unit));
  const auto moments = evaluate(model, points, threads);
  if (!moments) return std::unexpected(moments.error());
  Identification out;
  out.jacobian = jacobian_of(units, *moments, targets);
  const Eigen::MatrixXd jacobian = dense(out.jacobian, box.size());
  out.directions = directions_of(jacobian);
  out.remaining = remaining_of(jacobian);
  for (const double remaining : out.remaining) out.verdicts.push_back(verdict_of(remaining));
  return out;
}

}  // namespace koers::simulate
