// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/past_figures.h"

#include <array>
#include <cmath>
#include <numeric>

namespace koers {
namespace {

constexpr std::string_view kInhabitants = "inhabitants";
constexpr std::string_view kDwellings = "dwellings";
constexpr std::array<std::string_view, 5> kAges{"age-0-14", "age-15-24", "age-25-44", "age-45-64", "age-65-plus"};

std::optional<std::vector<double>> values_in(const CityFigures& figures, std::string_view indicator,
                                             const std::vector<Reference>& areas, int year) {
  std::vector<double> out;
  for (const Reference& area : areas) {
    const auto found = figures.in(indicator, area, year);
    if (!found) return std::nullopt;
    out.push_back(found->value);
  }
  return out;
}

Result<std::vector<double>> inhabitants_in(const CityFigures& figures, int year) {
  std::vector<double> out;
  for (const Reference& area : figures.districts()) {
    const auto found = figures.in(kInhabitants, area, year);
    const std::string words = std::string(name_of(area.kind)) + ' ' + area.id;
    if (!found || found->value <= 0) {
      return failure(
          ErrorCode::bad_input,
          "A back-test needs the inhabitants of " + words + " in " + std::to_string(year) + ", which the city does not have.",
          {{"missing_figure",
            {},
            std::string(kInhabitants),
            found ? "nobody" : "nothing in " + std::to_string(year),
            "inhabitants of " + words + " in " + std::to_string(year)}});
    }
    out.push_back(found->value);
  }
  return out;
}

/// The moment before the start that is nearest to a base as long as the horizon.
std::optional<PastMoment> earlier_moment(const CityFigures& figures, const std::vector<Reference>& areas, int from, int horizon) {
  std::optional<PastMoment> best;
  for (int year = from - kFarYears; year < from; ++year) {
    if (best && std::abs(from - year - horizon) >= std::abs(from - best->year - horizon)) continue;
    if (auto values = values_in(figures, kInhabitants, areas, year)) best = PastMoment{year, std::move(*values)};
  }
  return best;
}

/// What the city's own inhabitants say of the areas together, which may be counted in another way: only the growth is taken.
void find_whole(const CityFigures& figures, int from, int to, PastFigures& out) {
  const auto now = figures.in(kInhabitants, figures.municipality(), from);
  const auto before = earlier_moment(figures, {figures.municipality()}, from, to - from);
  if (!now || now->value <= 0 || !before) return;
  const double yearly = (now->value - before->values.front()) / (from - before->year);
  const double launch = std::accumulate(out.launch.begin(), out.launch.end(), 0.0);
  out.whole = launch * (now->value + yearly * (to - from)) / now->value;
  out.whole_since = before->year;
}

void find_dwellings(const CityFigures& figures, int from, int to, PastFigures& out) {
  auto then = values_in(figures, kDwellings, out.areas, from);
  auto later = values_in(figures, kDwellings, out.areas, to);
  if (!then || !later) return;
  out.dwellings_then = std::move(*then);
  out.dwellings_later = std::move(*later);
  for (const int year : {from, to}) out.dwelling_origins.push_back(figures.origin(*figures.in(kDwellings, out.areas[0], year)));
}

}  // namespace

Result<PastFigures> past_figures(const City& city, int from, int to) {
  const CityFigures figures(city, from);
  if (figures.districts().empty())
    return failure(ErrorCode::bad_input, "The city has no districts with neighbourhoods, so that nothing can be compared.");
  PastFigures out;
  out.areas = figures.districts();
  for (const Reference& area : out.areas) out.names.push_back(city.find(Id<District>(area.id))->name);
  for (const auto& [year, values] : {std::pair(from, &out.launch), std::pair(to, &out.observed)}) {
    auto found = inhabitants_in(figures, year);
    if (!found) return std::unexpected(found.error());
    *values = std::move(*found);
  }
  out.earlier = earlier_moment(figures, out.areas, from, to - from);
  find_whole(figures, from, to, out);
  find_dwellings(figures, from, to, out);
  return out;
}

std::vector<PastAges> past_ages(const City& city, int from, int to) {
  const CityFigures figures(city, to);
  std::vector<PastAges> out;
  for (int year = from + 1; year <= to; ++year) {
    const auto people = figures.in(kInhabitants, figures.municipality(), year);
    PastAges ages{year, {}};
    double all = 0;
    for (const std::string_view age : kAges) {
      const auto found = figures.in(age, figures.municipality(), year);
      if (!found) break;
      ages.persons.push_back(found->value);
      all += found->value;
    }
    if (!people || ages.persons.size() < kAges.size() || all <= 0) continue;
    for (double& share : ages.persons) share *= people->value / all;
    out.push_back(std::move(ages));
  }
  return out;
}

}  // namespace koers
