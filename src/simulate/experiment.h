// SPDX-License-Identifier: EUPL-1.2
// A model seen from outside: a point of parameters gives moments. What calibration, posterior and screening work on.
#pragma once
#include <functional>
#include <vector>

#include "base/result.h"
#include "simulate/draws.h"

namespace koers::simulate {

using Point = std::vector<double>;

/// Moments of one point; the same each time it is asked, on any thread. An error ends whatever asked.
using Model = std::function<Result<Point>(const Point&)>;

struct Range {
  double lowest = 0;
  double highest = 1;
};
/// A range per parameter.
using Box = std::vector<Range>;

/// From the unit cube into the box, and back.
[[nodiscard]] Point into_box(const Box& box, const Point& unit);
[[nodiscard]] Point from_box(const Box& box, const Point& point);

/// `number` points in the unit cube: of each coordinate one in each of as many equal parts (McKay, Beckman and Conover 1979).
[[nodiscard]] std::vector<Point> latin_hypercube(std::size_t number, std::size_t dimensions, Stream stream);

/// The first points of the low-discrepancy sequence of Sobol (1967, direction numbers of Joe and Kuo 2008), without the origin.
[[nodiscard]] std::vector<Point> sobol_points(std::size_t number, std::size_t dimensions);

/// Moments by point, on this many threads, which change nothing in them.
[[nodiscard]] Result<std::vector<Point>> evaluate(const Model& model, const std::vector<Point>& points, int threads);

/// What is observed of a moment. The error is the standard deviation of what the model may differ from it.
struct Target {
  double value = 0;
  double error = 1;
};
/// Σ ((moment − target) / error)²; a moment that is no number counts as ten errors away.
[[nodiscard]] double distance(const Point& moments, const std::vector<Target>& targets);

}  // namespace koers::simulate
