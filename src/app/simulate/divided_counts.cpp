// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/divided_counts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "simulate/integerise.h"

namespace koers {
namespace {

/// When nothing can be compared: illustrative.
constexpr double kUnknownDrift = 0.10;

/// By which neighbourhoods share in a whole.
struct Weights {
  int year = 0;
  std::vector<double> values;
  std::string origin;
};

std::optional<std::vector<double>> values_in(const CityFigures& figures, std::string_view indicator, int year) {
  std::vector<double> out;
  for (const CityArea& area : figures.areas()) {
    const auto found = figures.in(indicator, area.neighbourhood, year);
    if (!found) return std::nullopt;
    out.push_back(found->value);
  }
  return out;
}

Result<Weights> weights_by(const CityFigures& figures, std::string_view indicator) {
  const auto& areas = figures.areas();
  for (int away = 0; away <= kFarYears && !areas.empty(); ++away) {
    for (const int year : {figures.year() - away, figures.year() + away}) {
      auto values = values_in(figures, indicator, year);
      if (!values) continue;
      const auto first = figures.in(indicator, areas.front().neighbourhood, year);
      return Weights{year, std::move(*values), figures.origin(*first, "its neighbourhoods")};
    }
  }
  for (const CityArea& area : areas) {
    if (!figures.at(indicator, area.neighbourhood, kFarYears))
      return std::unexpected(missing_figure(indicator, area.neighbourhood, figures.year()));
  }
  return std::unexpected(missing_figure(indicator, figures.municipality(), figures.year()));
}

/// What is divided, and over which of the areas.
struct Whole {
  FoundFigure figure;
  std::vector<std::size_t> parts;
};

class Division {
 public:
  Division(const CityFigures& figures, std::string_view indicator, Weights weights)
      : figures_(figures), indicator_(indicator), weights_(std::move(weights)), out_(figures.areas().size()) {}

  Result<std::vector<DividedCount>> run() {
    std::vector<Whole> wholes;
    std::map<Reference, std::vector<std::size_t>> parts;
    for (std::size_t i = 0; i < out_.size(); ++i) parts[figures_.areas()[i].district].push_back(i);
    for (const auto& [district, inside] : parts) {
      if (take_published(inside)) continue;
      const auto figure = figures_.at(indicator_, district, kNearYears);
      if (!figure) return divide_city();
      wholes.push_back({*figure, inside});
    }
    drift_ = drift_between(wholes);
    for (const Whole& whole : wholes) divide(whole);
    return std::move(out_);
  }

 private:
  bool take_published(const std::vector<std::size_t>& inside) {
    std::vector<FoundFigure> found;
    for (const std::size_t i : inside) {
      const auto figure = figures_.in(indicator_, figures_.areas()[i].neighbourhood, figures_.year());
      if (!figure) return false;
      found.push_back(*figure);
    }
    for (std::size_t i = 0; i < inside.size(); ++i) {
      out_[inside[i]] = {std::round(found[i].value), simulate::Standing::published, 0, figures_.origin(found[i]),
                         found[i].year()};
    }
    return true;
  }

  Result<std::vector<DividedCount>> divide_city() {
    const auto figure = figures_.at(indicator_, figures_.municipality(), kNearYears);
    if (!figure) return std::unexpected(missing_figure(indicator_, figures_.municipality(), figures_.year()));
    Whole whole{*figure, {}};
    for (std::size_t i = 0; i < out_.size(); ++i) whole.parts.push_back(i);
    drift_ = kUnknownDrift;
    divide(whole);
    return std::move(out_);
  }

  [[nodiscard]] double weight_of(const Whole& whole) const {
    double sum = 0;
    for (const std::size_t i : whole.parts) sum += weights_.values[i];
    return sum;
  }

  /// The standard deviation of ln(whole / weights) over what is divided, each counted by its size.
  [[nodiscard]] double drift_between(const std::vector<Whole>& wholes) const {
    double size = 0;
    double sum = 0;
    double squares = 0;
    for (const Whole& whole : wholes) {
      const double weight = weight_of(whole);
      if (weight <= 0 || whole.figure.value <= 0) continue;
      const double ratio = std::log(whole.figure.value / weight);
      size += whole.figure.value;
      sum += whole.figure.value * ratio;
      squares += whole.figure.value * ratio * ratio;
    }
    if (wholes.size() < 3 || size <= 0) return kUnknownDrift;
    return std::sqrt(std::max(0.0, squares / size - sum * sum / (size * size)));
  }

  void divide(const Whole& whole) {
    const double total = weight_of(whole);
    std::vector<double> shares;
    for (const std::size_t i : whole.parts) {
      const double even = 1 / static_cast<double>(whole.parts.size());
      shares.push_back(std::round(whole.figure.value) * (total > 0 ? weights_.values[i] / total : even));
    }
    const auto counts = simulate::largest_remainders(shares);
    const int latest_year = std::max(whole.figure.year(), weights_.year);
    const std::string source = figures_.origin(whole.figure) + ", divided as " + weights_.origin +
                               "; the error is how far the parts of the city are apart in that.";
    for (std::size_t i = 0; i < counts.size(); ++i) {
      out_[whole.parts[i]] = {static_cast<double>(counts[i]), simulate::Standing::estimated, drift_, source, latest_year};
    }
  }

  const CityFigures& figures_;
  std::string indicator_;
  Weights weights_;
  std::vector<DividedCount> out_;
  double drift_ = kUnknownDrift;
};

}  // namespace

Result<std::vector<DividedCount>> divided_counts(const CityFigures& figures, std::string_view indicator, std::string_view by) {
  auto weights = weights_by(figures, by);
  if (!weights) return std::unexpected(weights.error());
  return Division(figures, indicator, std::move(*weights)).run();
}

}  // namespace koers
