// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/figure_margin.h"

#include <algorithm>
#include <cmath>

namespace koers {
namespace {

/// Percentage points a year that a share of a neighbourhood moves away from what it was: illustrative.
constexpr double kDriftPerYear = 0.5;
/// Of a figure of a larger area, when there are too few to tell how areas differ: a fraction of the value, illustrative.
constexpr double kUnknownSpread = 0.3;

bool is_percentage(const FoundFigure& figure) { return figure.value >= 0 && figure.value <= 100; }

template <class Error>
simulate::Margin made(const CityFigures& figures, const std::vector<FoundFigure>& found, const CityArea& area,
                      std::vector<double> values, simulate::ErrorKind kind, Error error) {
  double sum = 0;
  int latest_year = 0;
  for (const FoundFigure& figure : found) {
    sum += error(figure);
    latest_year = std::max(latest_year, figure.year());
  }
  const auto standing = sum > 0 ? simulate::Standing::estimated : simulate::Standing::published;
  return {std::move(values), standing, kind, sum / static_cast<double>(found.size()), source_of(figures, found, area),
          latest_year};
}

}  // namespace

double FigureError::total() const { return std::sqrt(spread * spread + estimate * estimate + drift * drift); }

FigureError error_of(const CityFigures& figures, const FoundFigure& figure, const CityArea& area) {
  // What is not a percentage is taken as one of 100.
  const double point = is_percentage(figure) ? 1 : figure.value / 100;
  FigureError out;
  if (figure.area() != area.neighbourhood) out.spread = figures.spread(figure).value_or(kUnknownSpread * figure.value);
  if (figure.observation->status == ObservationStatus::estimated) out.estimate = kErrorOfEstimate * point;
  out.drift = kDriftPerYear * point * std::abs(figure.year() - figures.year());
  return out;
}

std::string source_of(const CityFigures& figures, const std::vector<FoundFigure>& found, const CityArea& area) {
  std::string out;
  for (const FoundFigure& figure : found) {
    if (!out.empty()) out += ", ";
    // The last one says of which area, year and source all of them are.
    out += &figure == &found.back() ? figures.origin(figure) : figure.observation->indicator.str();
  }
  const FoundFigure& any = found.front();
  const FigureError error = error_of(figures, any, area);
  if (error.spread > 0) {
    out += any.area().kind == Kind::municipality
               ? ", taken for all its neighbourhoods; the error is how far municipalities differ"
               : ", taken for all its neighbourhoods; the error is how far districts differ";
  }
  if (error.estimate > 0) out += "; an estimate itself";
  if (error.drift > 0) out += "; of another year";
  return out + '.';
}

simulate::Margin margin_of(const CityFigures& figures, const std::vector<FoundFigure>& found, const CityArea& area,
                           std::vector<double> values) {
  return made(figures, found, area, std::move(values), simulate::ErrorKind::percentage_points,
              [&](const FoundFigure& figure) { return error_of(figures, figure, area).total(); });
}

simulate::Margin relative_margin_of(const CityFigures& figures, const std::vector<FoundFigure>& found, const CityArea& area,
                                    std::vector<double> values) {
  return made(figures, found, area, std::move(values), simulate::ErrorKind::relative, [&](const FoundFigure& figure) {
    return figure.value > 0 ? error_of(figures, figure, area).total() / figure.value : 0;
  });
}

}  // namespace koers
