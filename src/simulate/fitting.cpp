// SPDX-License-Identifier: EUPL-1.2
#include "simulate/fitting.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

namespace koers::simulate {
namespace {

constexpr double kTotalsDiffer = 1e-6;

/// For each cell of a table, the cell of its margin.
std::vector<std::uint32_t> places_in_margin(std::span<const std::size_t> sizes, std::span<const std::size_t> dimensions) {
  std::vector<std::uint32_t> places{0};
  for (std::size_t dimension = 0; dimension < sizes.size(); ++dimension) {
    const bool kept = std::ranges::find(dimensions, dimension) != dimensions.end();
    std::vector<std::uint32_t> finer;
    finer.reserve(places.size() * sizes[dimension]);
    for (const std::uint32_t place : places) {
      for (std::uint32_t i = 0; i < sizes[dimension]; ++i) {
        finer.push_back(kept ? place * static_cast<std::uint32_t>(sizes[dimension]) + i : place);
      }
    }
    places = std::move(finer);
  }
  return places;
}

std::size_t cells_of(std::span<const std::size_t> sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), std::size_t{1}, std::multiplies<>());
}

std::unexpected<Error> refusal(const MarginTable& margin, std::size_t cell, const std::string& what) {
  return failure(ErrorCode::bad_input, "Cell " + std::to_string(cell) + " of margin " + margin.name + " " + what + ".");
}

Result<void> check_shape(const DenseTable& seed, const MarginTable& margin) {
  std::size_t cells = 1;
  std::size_t next = 0;
  for (const std::size_t dimension : margin.dimensions) {
    if (dimension < next || dimension >= seed.sizes.size()) {
      return failure(ErrorCode::bad_input, "Margin " + margin.name + " is not over ascending dimensions of its table.");
    }
    cells *= seed.sizes[dimension];
    next = dimension + 1;
  }
  if (cells == margin.cells.size()) return {};
  return failure(ErrorCode::bad_input, "Margin " + margin.name + " has " + std::to_string(margin.cells.size()) + " cells where " +
                                           std::to_string(cells) + " are expected.");
}

/// `sums` are those of the seed.
Result<void> check_cells(const MarginTable& margin, const std::vector<double>& sums) {
  for (std::size_t cell = 0; cell < margin.cells.size(); ++cell) {
    if (!(margin.cells[cell] >= 0) || std::isinf(margin.cells[cell]))
      return refusal(margin, cell, "is not zero or a positive number");
    if (margin.cells[cell] > 0 && !(sums[cell] > 0)) return refusal(margin, cell, "is positive where the seed has nothing");
  }
  return {};
}

/// Against the margin that is first.
Result<void> check_totals(std::span<const MarginTable> margins) {
  const auto total = [](const MarginTable& m) { return std::accumulate(m.cells.begin(), m.cells.end(), 0.0); };
  for (const MarginTable& margin : margins) {
    const double difference = std::abs(total(margin) - total(margins.front()));
    if (difference > kTotalsDiffer * std::max(1.0, total(margins.front()))) {
      return failure(ErrorCode::bad_input, "Margin " + margin.name + " has total " + std::to_string(total(margin)) +
                                               " and margin " + margins.front().name + " has " +
                                               std::to_string(total(margins.front())) + ".");
    }
  }
  return {};
}

Result<void> check_seed(const DenseTable& seed) {
  if (seed.sizes.empty() || seed.sizes.size() > kMaxDimensions || seed.cells.size() != cells_of(seed.sizes)) {
    return failure(ErrorCode::bad_input, "The seed is not a table of one to five dimensions.");
  }
  if (std::ranges::all_of(seed.cells, [](double cell) { return cell >= 0 && std::isfinite(cell); })) return {};
  return failure(ErrorCode::bad_input, "The seed has a cell that is not zero or a positive number.");
}

void add_up(const std::vector<double>& cells, const std::vector<std::uint32_t>& places, std::vector<double>& sums) {
  std::ranges::fill(sums, 0.0);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) sums[places[cell]] += cells[cell];
}

/// One margin with what it needs at every round.
struct Step {
  const MarginTable* margin;
  std::vector<std::uint32_t> places;
  std::vector<double> sums;

  /// Scales the table to this margin; how far it was from it, relatively.
  double apply(std::vector<double>& cells) {
    add_up(cells, places, sums);
    double largest = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const double wanted = margin->cells[i];
      if (wanted > 0) largest = std::max(largest, std::abs(sums[i] - wanted) / wanted);
      sums[i] = sums[i] > 0 ? wanted / sums[i] : 0;
    }
    for (std::size_t cell = 0; cell < cells.size(); ++cell) cells[cell] *= sums[places[cell]];
    return largest;
  }

  [[nodiscard]] double difference(const std::vector<double>& cells) {
    add_up(cells, places, sums);
    double largest = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (margin->cells[i] > 0) largest = std::max(largest, std::abs(sums[i] - margin->cells[i]) / margin->cells[i]);
    }
    return largest;
  }
};

Result<std::vector<Step>> checked_steps(const DenseTable& seed, std::span<const MarginTable> margins) {
  if (auto good = check_seed(seed); !good) return std::unexpected(good.error());
  std::vector<Step> steps;
  for (const MarginTable& margin : margins) {
    if (auto good = check_shape(seed, margin); !good) return std::unexpected(good.error());
    Step step{&margin, places_in_margin(seed.sizes, margin.dimensions), std::vector<double>(margin.cells.size())};
    add_up(seed.cells, step.places, step.sums);
    if (auto good = check_cells(margin, step.sums); !good) return std::unexpected(good.error());
    steps.push_back(std::move(step));
  }
  if (auto good = check_totals(margins); !good) return std::unexpected(good.error());
  return steps;
}

}  // namespace

Result<Fitted> fit(DenseTable seed, std::span<const MarginTable> margins, FittingLimits limits) {
  auto steps = checked_steps(seed, margins);
  if (!steps) return std::unexpected(steps.error());
  Fitted fitted{std::move(seed), 0, 0};
  while (fitted.iterations < limits.most_iterations) {
    ++fitted.iterations;
    double largest = 0;
    for (Step& step : *steps) largest = std::max(largest, step.apply(fitted.table.cells));
    if (largest <= limits.tolerance) break;
  }
  for (Step& step : *steps) fitted.largest_difference = std::max(fitted.largest_difference, step.difference(fitted.table.cells));
  return fitted;
}

std::vector<double> margin_of(const DenseTable& table, std::span<const std::size_t> dimensions) {
  std::size_t cells = 1;
  for (const std::size_t dimension : dimensions) cells *= table.sizes[dimension];
  std::vector<double> sums(cells);
  add_up(table.cells, places_in_margin(table.sizes, dimensions), sums);
  return sums;
}

double total_absolute_error(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

double standardised_rmse(std::span<const double> a, std::span<const double> b) {
  double squares = 0;
  for (std::size_t i = 0; i < a.size(); ++i) squares += (a[i] - b[i]) * (a[i] - b[i]);
  if (squares == 0) return 0;
  const double n = static_cast<double>(b.size());
  const double mean = std::accumulate(b.begin(), b.end(), 0.0) / n;
  return mean > 0 ? std::sqrt(squares / n) / mean : std::numeric_limits<double>::infinity();
}

}  // namespace koers::simulate
