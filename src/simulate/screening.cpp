// SPDX-License-Identifier: EUPL-1.2
#include "simulate/screening.h"

#include <cmath>
#include <numeric>

namespace koers::simulate {
namespace {

constexpr double kLevels = 4;
constexpr double kStep = 2.0 / 3;  // kLevels / (2 (kLevels − 1)) of the range

/// One trajectory in the unit cube, and which parameter each step moved.
struct Trajectory {
  std::vector<Point> points;
  std::vector<std::size_t> moved;
};

Trajectory trajectory(std::size_t parameters, std::uint32_t number, Stream stream) {
  Trajectory out;
  Point at(parameters);
  out.moved.resize(parameters);
  std::iota(out.moved.begin(), out.moved.end(), 0U);
  for (std::size_t i = 0; i < parameters; ++i) {
    const Block bits = draw(stream, number, 2, DrawSite::experiment, static_cast<std::uint32_t>(i));
    at[i] = std::floor(unit(bits[0]) * kLevels) / (kLevels - 1);
    std::swap(out.moved[i], out.moved[i + static_cast<std::size_t>(unit(bits[1]) * static_cast<double>(parameters - i))]);
  }
  out.points.push_back(at);
  for (const std::size_t i : out.moved) {
    at[i] += at[i] < 0.5 ? kStep : -kStep;
    out.points.push_back(at);
  }
  return out;
}

Effect effect_of(const std::vector<double>& effects) {
  const auto n = static_cast<double>(effects.size());
  double mean = 0;
  Effect out;
  for (const double effect : effects) {
    mean += effect / n;
    out.mean_size += std::abs(effect) / n;
  }
  double squares = 0;
  for (const double effect : effects) squares += (effect - mean) * (effect - mean);
  out.deviation = n > 1 ? std::sqrt(squares / (n - 1)) : 0;
  return out;
}

/// Points of A, then of B, then for each parameter A with that column of B.
std::vector<Point> saltelli_points(std::size_t parameters, std::uint32_t number) {
  const std::vector<Point> both = sobol_points(number, 2 * parameters);
  std::vector<Point> a;
  std::vector<Point> b;
  const auto middle = static_cast<std::ptrdiff_t>(parameters);
  for (const Point& point : both) {
    a.emplace_back(point.begin(), point.begin() + middle);
    b.emplace_back(point.begin() + middle, point.end());
  }
  std::vector<Point> out = a;
  out.insert(out.end(), b.begin(), b.end());
  for (std::size_t p = 0; p < parameters; ++p) {
    for (std::uint32_t i = 0; i < number; ++i) {
      out.push_back(a[i]);
      out.back()[p] = b[i][p];
    }
  }
  return out;
}

/// `values` of one output at the points of `saltelli_points`.
std::vector<SobolIndex> indices_of(const std::vector<double>& values, std::size_t parameters, std::uint32_t number) {
  const double n = number;
  const std::size_t plain = 2 * std::size_t{number};
  const double mean = std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(plain), 0.0) / (2 * n);
  double variance = 0;
  for (std::size_t i = 0; i < plain; ++i) variance += (values[i] - mean) * (values[i] - mean) / (2 * n);
  std::vector<SobolIndex> out(parameters);
  if (!(variance > 0)) return out;
  for (std::size_t p = 0; p < parameters; ++p) {
    for (std::size_t i = 0; i < number; ++i) {
      const double mixed = values[plain + p * number + i];
      // Centred, which changes nothing but the error of the estimate.
      out[p].first += (values[number + i] - mean) * (mixed - values[i]) / (n * variance);
      out[p].total += (values[i] - mixed) * (values[i] - mixed) / (2 * n * variance);
    }
  }
  return out;
}

Result<std::vector<Point>> evaluate_in(const Model& model, const Box& box, std::vector<Point> units, int threads) {
  for (Point& unit : units) unit = into_box(box, unit);
  return evaluate(model, units, threads);
}

}  // namespace

Result<std::vector<std::vector<Effect>>> elementary_effects(const Model& model, const Box& box, std::uint32_t trajectories,
                                                            Stream stream, int threads) {
  std::vector<Trajectory> walks;
  std::vector<Point> units;
  for (std::uint32_t i = 0; i < trajectories; ++i) {
    walks.push_back(trajectory(box.size(), i, stream));
    units.insert(units.end(), walks.back().points.begin(), walks.back().points.end());
  }
  const auto moments = evaluate_in(model, box, units, threads);
  if (!moments) return std::unexpected(moments.error());
  std::vector<std::vector<Effect>> out;
  for (std::size_t output = 0; output < moments->front().size(); ++output) {
    std::vector<std::vector<double>> effects(box.size());
    for (std::size_t walk = 0; walk < walks.size(); ++walk) {
      for (std::size_t step = 0; step < box.size(); ++step) {
        const std::size_t at = walk * (box.size() + 1) + step;
        const std::size_t moved = walks[walk].moved[step];
        const double change = units[at + 1][moved] - units[at][moved];
        effects[moved].push_back(((*moments)[at + 1][output] - (*moments)[at][output]) / change);
      }
    }
    auto& row = out.emplace_back();
    for (const auto& each : effects) row.push_back(effect_of(each));
  }
  return out;
}

Result<std::vector<std::vector<SobolIndex>>> sobol_indices(const Model& model, const Box& box, std::uint32_t number,
                                                           int threads) {
  const auto moments = evaluate_in(model, box, saltelli_points(box.size(), number), threads);
  if (!moments) return std::unexpected(moments.error());
  std::vector<std::vector<SobolIndex>> out;
  for (std::size_t output = 0; output < moments->front().size(); ++output) {
    std::vector<double> values;
    for (const Point& each : *moments) values.push_back(each[output]);
    out.push_back(indices_of(values, box.size(), number));
  }
  return out;
}

}  // namespace koers::simulate
