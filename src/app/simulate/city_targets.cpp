// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/city_targets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/simulate/city_figures.h"

namespace koers {
namespace {

using simulate::MomentKind;

/// A moment that is the sum of figures of the city, and its error: a part of its value, or points.
struct OwnFigure {
  MomentKind kind;
  std::array<std::string_view, 2> indicators;  ///< the second may be ""
  double relative_error;
  double points;
};
/// Errors: chance in one year (the root of a number of births) and what one year differs from the next; of figures of another
/// year than the start more.
constexpr std::array kOwn = std::to_array<OwnFigure>({
    {MomentKind::births, {"births", ""}, 0.04, 0},
    {MomentKind::deaths, {"deaths", ""}, 0.04, 0},
    {MomentKind::arrivals, {"arrivals-municipalities", "immigration"}, 0.04, 0},
    {MomentKind::departures, {"departures-municipalities", "emigration"}, 0.04, 0},
    {MomentKind::stays_in_city, {"moves-within-city", ""}, 0, 3},
    {MomentKind::social_lettings, {"social-rent-lettings", ""}, 0.10, 0},
    {MomentKind::lettings_to_residents, {"lettings-own-residents", ""}, 0, 5},
});

/// Years between a year and a period; 0 within it.
int years_away(const Period& period, int year) { return std::max({0, period.from.year - year, year - period.to.year}); }

std::optional<FoundFigure> nearest(const SeriesIndex& series, std::string_view indicator, const Reference& area, int year) {
  std::optional<FoundFigure> best;
  for (const Moment& moment : series.of(Id<Indicator>(std::string(indicator)), area)) {
    if (!moment.value()) continue;
    if (best && years_away(moment.period(), year) >= years_away(best->observation->period, year)) continue;
    best = FoundFigure{*moment.value(), moment.observation};
  }
  return best;
}

class OwnTargets {
 public:
  OwnTargets(const City& city, int year) : figures_(city, year), series_(city) {}

  [[nodiscard]] std::optional<CityTarget> of(const OwnFigure& own) const {
    CityTarget out{own.kind, {0, own.points}, {}};
    for (const std::string_view indicator : own.indicators) {
      if (indicator.empty()) continue;
      const auto figure = nearest(series_, indicator, figures_.municipality(), figures_.year());
      if (!figure) return std::nullopt;
      out.target.value += figure->value;
      out.source += (out.source.empty() ? "" : "; ") + figures_.origin(*figure);
    }
    if (own.points == 0) out.target.error = own.relative_error * out.target.value;
    if (!(out.target.error > 0)) return std::nullopt;
    return out;
  }

 private:
  CityFigures figures_;
  SeriesIndex series_;
};

std::vector<double> dwellings_by_neighbourhood(const simulate::Population& start) {
  std::vector<double> out(start.neighbourhoods.size(), 0);
  for (std::size_t i = 0; i < start.dwellings.rows(); ++i) {
    if (start.dwellings.status[i] == simulate::DwellingStatus::standing) ++out[start.dwellings.neighbourhood[i]];
  }
  return out;
}

/// What is built. 29 % social rent: Statistics Netherlands 2025, of new dwellings in the first half of 2025; the rest
/// illustrative.
struct BuiltKind {
  simulate::DwellingType type;
  simulate::Tenure tenure;
  std::uint8_t rooms;
  double share;
};
constexpr std::array kBuilt = std::to_array<BuiltKind>({
    {simulate::DwellingType::flat, simulate::Tenure::social_rent, 3, 0.29},
    {simulate::DwellingType::flat, simulate::Tenure::owner_occupied, 3, 0.20},
    {simulate::DwellingType::flat, simulate::Tenure::private_rent, 3, 0.21},
    {simulate::DwellingType::terraced, simulate::Tenure::owner_occupied, 5, 0.30},
});

/// The mean price of dwellings alike that stand at the start; of the tenure if none is alike.
float price_of(const simulate::Population& start, const BuiltKind& kind) {
  double sum = 0;
  double alike = 0;
  double sum_of_tenure = 0;
  double of_tenure = 0;
  const simulate::Dwellings& dwellings = start.dwellings;
  for (std::size_t i = 0; i < dwellings.rows(); ++i) {
    if (dwellings.tenure[i] != kind.tenure) continue;
    const auto price = static_cast<double>(dwellings.price[i]);
    sum_of_tenure += price;
    ++of_tenure;
    if (dwellings.type[i] != kind.type || dwellings.rooms[i] != kind.rooms) continue;
    sum += price;
    ++alike;
  }
  if (alike > 0) return static_cast<float>(sum / alike);
  return of_tenure > 0 ? static_cast<float>(sum_of_tenure / of_tenure) : 0.0F;
}

}  // namespace

CityTargets targets_of(const City& city, const simulate::Population& start) {
  const OwnTargets own(city, start.year);
  const simulate::Targets national = simulate::national_targets(start);
  CityTargets out;
  for (std::size_t m = 0; m < simulate::kMoments; ++m) {
    const auto kind = static_cast<MomentKind>(m);
    const auto row = std::ranges::find(kOwn, kind, &OwnFigure::kind);
    auto found = row == kOwn.end() ? std::nullopt : own.of(*row);
    if (!found && national[m]) found = CityTarget{kind, *national[m], std::string(simulate::describe(kind).source)};
    if (found) {
      out.used.push_back(std::move(*found));
    } else {
      out.missing.emplace_back(simulate::describe(kind).name);
    }
  }
  return out;
}

double net_new_dwellings(const City& city, int year) {
  const CityFigures figures(city, year);
  const auto found = nearest(SeriesIndex(city), "dwellings-net-per-year", figures.municipality(), year);
  return found ? std::max(0.0, found->value) : 0;
}

std::vector<simulate::PlanStep> building_as_usual(const simulate::Population& start, double per_year, int years) {
  const std::vector<double> dwellings = dwellings_by_neighbourhood(start);
  double all = 0;
  for (const double number : dwellings) all += number;
  std::vector<simulate::PlanStep> out;
  for (const BuiltKind& kind : kBuilt) {
    const float price = price_of(start, kind);
    double due = 0.5;  // what rounding leaves is carried to the next neighbourhood and year
    for (int year = start.year; year < start.year + years; ++year) {
      for (std::size_t i = 0; i < dwellings.size(); ++i) {
        due += per_year * kind.share * dwellings[i] / all;
        const double number = std::floor(due);
        due -= number;
        if (number < 1 || price <= 0) continue;
        simulate::PlanStep step;
        step.id = "usual-" + std::to_string(&kind - kBuilt.data()) + '-' + std::to_string(year) + '-' + std::to_string(i);
        step.neighbourhood = static_cast<std::uint16_t>(i);
        step.year = year;
        step.number = static_cast<std::uint32_t>(number);
        step.type = kind.type;
        step.tenure = kind.tenure;
        step.rooms = kind.rooms;
        step.price = price;
        out.push_back(std::move(step));
      }
    }
  }
  return out;
}

}  // namespace koers
