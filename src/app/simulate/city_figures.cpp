// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/city_figures.h"

#include <algorithm>
#include <cmath>

namespace koers {
namespace {

constexpr int kLeastForSpread = 3;

std::string words(const Reference& area) { return std::string(name_of(area.kind)) + ' ' + area.id; }

/// The year of an observation that is about one year or one day.
std::optional<int> single_year(const Observation& observation) {
  if (observation.period.from.year != observation.period.to.year) return std::nullopt;
  return observation.period.from.year;
}

Reference own_municipality(const City& city) {
  const CityManifest* manifest = city.manifest();
  return {Kind::municipality, manifest == nullptr ? std::string() : manifest->municipality.str()};
}

}  // namespace

CityFigures::CityFigures(const City& city, int year)
    : city_(city), year_(year), series_(city), municipality_(own_municipality(city)) {
  for (const Neighbourhood& each : city.all<Neighbourhood>()) {
    const District* district = city.find(each.district);
    if (district == nullptr || district->municipality.str() != municipality_.id) continue;
    areas_.push_back({{Kind::neighbourhood, each.id.str()}, {Kind::district, each.district.str()}});
    districts_.push_back(areas_.back().district);
  }
  std::ranges::sort(areas_, {}, &CityArea::neighbourhood);
  std::ranges::sort(districts_);
  const auto rest = std::ranges::unique(districts_);
  districts_.erase(rest.begin(), rest.end());
}

std::optional<FoundFigure> CityFigures::at(std::string_view indicator, const Reference& area, int most_years) const {
  std::optional<FoundFigure> best;
  int distance = most_years;
  for (const Moment& moment : series_.of(Id<Indicator>(std::string(indicator)), area)) {
    const auto year = single_year(*moment.observation);
    if (!moment.value() || !year || std::abs(*year - year_) > distance) continue;
    if (best && std::abs(*year - year_) == distance) continue;
    distance = std::abs(*year - year_);
    best = FoundFigure{*moment.value(), moment.observation};
  }
  return best;
}

std::optional<FoundFigure> CityFigures::in(std::string_view indicator, const Reference& area, int year) const {
  for (const Moment& moment : series_.of(Id<Indicator>(std::string(indicator)), area)) {
    if (moment.value() && single_year(*moment.observation) == year) return FoundFigure{*moment.value(), moment.observation};
  }
  return std::nullopt;
}

std::vector<FoundFigure> CityFigures::all_at(std::span<const std::string_view> indicators, const Reference& area,
                                             int most_years) const {
  const auto first = at(indicators.front(), area, most_years);
  if (!first) return {};
  std::vector<FoundFigure> out{*first};
  for (const std::string_view other : indicators.subspan(1)) {
    const auto found = in(other, area, first->year());
    if (!found) return {};
    out.push_back(*found);
  }
  return out;
}

std::vector<FoundFigure> CityFigures::around(std::span<const std::string_view> indicators, const CityArea& area) const {
  for (const int most_years : {kNearYears, kFarYears}) {
    for (const Reference& place : {area.neighbourhood, area.district, municipality_}) {
      auto found = all_at(indicators, place, most_years);
      if (!found.empty()) return found;
    }
  }
  return {};
}

bool CityFigures::is_peer(const Reference& area, const FoundFigure& of) const {
  if (of.area().kind == Kind::neighbourhood) return area.kind == Kind::neighbourhood;
  // What the city as a whole says of a part of it is as uncertain as districts are different, or else as cities are.
  return area.kind == of.area().kind && (area.kind == Kind::municipality || std::ranges::binary_search(districts_, area));
}

std::optional<double> CityFigures::spread(const FoundFigure& figure) const {
  double weights = 0;
  double sum = 0;
  double squares = 0;
  int count = 0;
  for (const auto& [area, series] : series_.areas_of(figure.observation->indicator)) {
    if (!is_peer(area, figure)) continue;
    const auto found = in(figure.observation->indicator.str(), area, figure.year());
    if (!found) continue;
    const double weight = found->observation->denominator ? found->observation->denominator->to_double() : 1;
    weights += weight;
    sum += weight * found->value;
    squares += weight * found->value * found->value;
    ++count;
  }
  if (count < kLeastForSpread || weights <= 0) return std::nullopt;
  const double mean = sum / weights;
  return std::sqrt(std::max(0.0, squares / weights - mean * mean));
}

std::string CityFigures::origin(const FoundFigure& figure) const { return origin(figure, words(figure.area())); }

std::string CityFigures::origin(const FoundFigure& figure, const std::string& where) const {
  const Source* source = city_.find(figure.observation->source.source);
  return figure.observation->indicator.str() + " of " + where + " in " + std::to_string(figure.year()) + " (" +
         (source == nullptr ? figure.observation->source.source.str() : source->title) + ')';
}

Error missing_figure(std::string_view indicator, const Reference& area, int year) {
  const std::string name(indicator);
  return {ErrorCode::bad_input,
          "A starting population of " + std::to_string(year) + " needs the figure " + name + " of " + words(area) +
              ", which the city does not have.",
          {{"missing_figure",
            {},
            name,
            "nothing within " + std::to_string(kFarYears) + " years of " + std::to_string(year),
            "a figure of " + words(area)}}};
}

}  // namespace koers
