// SPDX-License-Identifier: EUPL-1.2
#include "simulate/experiment.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <numeric>
#include <optional>

#include <boost/random/sobol.hpp>
#include <boost/random/uniform_01.hpp>

#include "base/parallel.h"

namespace koers::simulate {

Point into_box(const Box& box, const Point& unit) {
  Point out(box.size());
  for (std::size_t i = 0; i < box.size(); ++i) out[i] = box[i].lowest + unit[i] * (box[i].highest - box[i].lowest);
  return out;
}

Point from_box(const Box& box, const Point& point) {
  Point out(box.size());
  for (std::size_t i = 0; i < box.size(); ++i)
    out[i] = std::clamp((point[i] - box[i].lowest) / (box[i].highest - box[i].lowest), 0.0, 1.0);
  return out;
}

std::vector<Point> latin_hypercube(std::size_t number, std::size_t dimensions, Stream stream) {
  std::vector<Point> out(number, Point(dimensions));
  for (std::size_t d = 0; d < dimensions; ++d) {
    std::vector<std::size_t> parts(number);
    std::iota(parts.begin(), parts.end(), 0U);
    for (std::size_t i = 0; i < number; ++i) {
      const Block bits = draw(stream, i, 0, DrawSite::experiment, static_cast<std::uint32_t>(d));
      std::swap(parts[i], parts[i + static_cast<std::size_t>(unit(bits[0]) * static_cast<double>(number - i))]);
      out[i][d] = (static_cast<double>(parts[i]) + unit(bits[1])) / static_cast<double>(number);
    }
  }
  return out;
}

std::vector<Point> sobol_points(std::size_t number, std::size_t dimensions) {
  boost::random::sobol sequence(dimensions);
  sequence.discard(dimensions);
  std::vector<Point> out(number, Point(dimensions));
  constexpr double kScale = 0x1.0p-64;
  for (Point& point : out) {
    for (double& value : point) value = static_cast<double>(sequence()) * kScale;
  }
  return out;
}

Result<std::vector<Point>> evaluate(const Model& model, const std::vector<Point>& points, int threads) {
  std::vector<Point> out(points.size());
  std::mutex mutex;
  std::optional<Error> error;
  for_each_index(points.size(), threads, [&](std::size_t i) {
    {
      const std::scoped_lock lock(mutex);
      if (error) return;
    }
    auto moments = model(points[i]);
    const std::scoped_lock lock(mutex);
    if (moments) {
      out[i] = std::move(*moments);
    } else if (!error) {
      error = moments.error();
    }
  });
  if (error) return std::unexpected(*error);
  return out;
}

double distance(const Point& moments, const std::vector<Target>& targets) {
  constexpr double kNoNumber = 100;
  double sum = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const double off = (moments[i] - targets[i].value) / targets[i].error;
    sum += std::isfinite(off) ? off * off : kNoNumber;
  }
  return sum;
}

}  // namespace koers::simulate
