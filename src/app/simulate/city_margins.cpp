// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/city_margins.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "app/simulate/age_pressures.h"
#include "app/simulate/area_centre.h"
#include "app/simulate/divided_counts.h"
#include "app/simulate/figure_margin.h"
#include "app/simulate/home_margins.h"
#include "simulate/age_pattern.h"
#include "simulate/integerise.h"
#include "simulate/patterns.h"

namespace koers {
namespace {

using simulate::Margin;
using simulate::MarginKind;
using Counts = std::vector<DividedCount>;

constexpr std::array<std::string_view, simulate::kBroadAges> kAges{"age-0-14", "age-15-24", "age-25-44", "age-45-64",
                                                                   "age-65-plus"};
constexpr std::array<std::string_view, 3> kHouseholdShares{"one-person-households", "households-without-children",
                                                           "households-with-children"};
constexpr std::array<std::string_view, 3> kHouseholdCounts{"one-person-households-count", "households-without-children-count",
                                                           "households-with-children-count"};
constexpr std::array<std::string_view, 2> kIncomes{"lowest-40-income", "highest-20-income"};
constexpr std::array<std::string_view, 1> kEducation{"higher-educated"};
constexpr std::array<std::string_view, 1> kWork{"net-participation"};
constexpr std::array<std::string_view, 1> kValue{"woz-value"};
constexpr std::string_view kAccess = "leefbaarometer-amenities";
constexpr std::string_view kPublicSpace = "leefbaarometer-physical";

/// How households differ between areas of different persons per household. Regression on 133 districts of the province of Utrecht
/// (2022, with children: R² 0.92, per person, and per child per household) and on 341 municipalities (2023, one person: R² 0.94);
/// own estimate on figures of Statistics Netherlands, as in simulate/country.cpp.
constexpr double kWithPerPerson = 19.85;
constexpr double kWithPerChild = 25.07;
constexpr double kOnePerPerson = -10.08;
constexpr double kOnePerWith = -0.647;
constexpr double kUnexplained = 0.08;
/// No area has fewer of a type than this, %: illustrative.
constexpr std::array<double, 3> kLeastHouseholds{5, 8, 2};

double sum_of(const auto& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

std::array<double, simulate::kBroadAges> by_broad_age(const simulate::AgePattern& pattern) {
  std::array<double, simulate::kBroadAges> out{};
  for (std::size_t i = 0; i < pattern.size(); ++i) out[simulate::broad_age(i % simulate::kAgeGroups)] += pattern[i];
  return out;
}

/// Whole numbers with the same total, so that whole persons can agree with them.
std::vector<double> whole(const std::vector<double>& values) {
  const auto rounded = simulate::largest_remainders(values);
  return {rounded.begin(), rounded.end()};
}

/// Number times shares of broad ages times what is known of ages within them; not whole.
std::vector<double> people_by_age(double number, const std::vector<FoundFigure>& ages, const simulate::AgePattern& within) {
  const auto pattern = by_broad_age(within);
  double all = 0;
  for (const FoundFigure& age : ages) all += age.value;
  std::vector<double> out;
  for (std::size_t i = 0; i < within.size(); ++i) {
    const std::size_t broad = simulate::broad_age(i % simulate::kAgeGroups);
    out.push_back(number * ages[broad].value / all * within[i] / pattern[broad]);
  }
  return out;
}

class CityMargins {
 public:
  CityMargins(const City& city, int year) : city_(city), figures_(city, year) {}

  Result<simulate::Margins> run() {
    if (const auto counted = count(); !counted) return std::unexpected(counted.error());
    auto types = type_margins(figures_, dwellings_);
    if (!types) return std::unexpected(types.error());
    const auto tenures = tenure_margins(figures_, *types);
    const auto periods = period_margins(figures_, *types);
    if (const auto aged = find_ages(); !aged) return std::unexpected(aged.error());
    begin();
    for (std::size_t i = 0; i < figures_.areas().size(); ++i) {
      auto area = area_at(i);
      if (!area) return std::unexpected(area.error());
      (*area)[MarginKind::dwelling_types] = std::move((*types)[i]);
      (*area)[MarginKind::tenures] = tenures[i];
      (*area)[MarginKind::periods] = periods[i];
      out_.areas.push_back(std::move(*area));
    }
    score(kAccess, &simulate::AreaMargins::access);
    score(kPublicSpace, &simulate::AreaMargins::public_space);
    return std::move(out_);
  }

 private:
  Result<void> count() {
    if (figures_.areas().empty())
      return failure(ErrorCode::bad_input, "The city has no neighbourhoods, so that nobody can be placed in them.");
    auto people = divided_counts(figures_, "inhabitants", "inhabitants");
    if (!people) return std::unexpected(people.error());
    auto dwellings = divided_counts(figures_, "dwellings", "dwellings");
    if (!dwellings) return std::unexpected(dwellings.error());
    auto households = divided_counts(figures_, "households", "dwellings");
    if (!households) return std::unexpected(households.error());
    people_ = std::move(*people);
    dwellings_ = std::move(*dwellings);
    households_ = std::move(*households);
    return {};
  }

  /// Ages of another year tell how areas differ; how old the city was is better known from near the year.
  Result<void> find_ages() {
    bool far = false;
    const simulate::AgePattern within = simulate::age_pattern(figures_.year());
    for (std::size_t i = 0; i < figures_.areas().size(); ++i) {
      const CityArea& place = figures_.areas()[i];
      ages_.push_back(figures_.around(kAges, place));
      if (ages_[i].empty()) return std::unexpected(missing_figure(kAges[0], place.neighbourhood, figures_.year()));
      far = far || std::abs(ages_[i][0].year() - figures_.year()) > kNearYears;
      by_age_.push_back(people_by_age(people_[i].count, ages_[i], within));
    }
    if (far) pressures_ = pressures_of(figures_);
    if (pressures_) move_to(*pressures_, by_age_);
    return {};
  }

  void begin() {
    out_.year = figures_.year();
    out_.regions = {figures_.municipality().id};
    for (const Reference& district : figures_.districts()) out_.districts.push_back(district.id);
  }

  Result<simulate::AreaMargins> area_at(std::size_t i) const {
    const CityArea& place = figures_.areas()[i];
    simulate::AreaMargins area;
    area.code = place.neighbourhood.id;
    area.district =
        static_cast<std::uint16_t>(std::ranges::lower_bound(figures_.districts(), place.district) - figures_.districts().begin());
    if (const auto located = locate(area); !located) return std::unexpected(located.error());
    area[MarginKind::people] = people_margin(i);
    auto households = household_margin(i, ages_[i]);
    if (!households) return std::unexpected(households.error());
    area[MarginKind::households] = std::move(*households);
    add_livelihoods(place, area);
    return area;
  }

  Result<void> locate(simulate::AreaMargins& area) const {
    const Boundary* boundary = city_.all<Boundary>().find(area.code);
    const auto centre = boundary == nullptr ? std::nullopt : centre_of(boundary->polygons);
    if (!centre)
      return failure(ErrorCode::bad_input, "Neighbourhood " + area.code + " has no boundary within the Netherlands.",
                     {{"missing_boundary", {}, "boundaries", "none", "a boundary of neighbourhood " + area.code}});
    area.x_km = static_cast<float>(centre->x / 1000);
    area.y_km = static_cast<float>(centre->y / 1000);
    return {};
  }

  [[nodiscard]] Margin people_margin(std::size_t i) const {
    Margin out = relative_margin_of(figures_, ages_[i], figures_.areas()[i], whole(by_age_[i]));
    // By sex and five years of age nothing is known here.
    out.standing = simulate::Standing::estimated;
    out.error = std::max({out.error, people_[i].error, kErrorOfEstimate / 100});
    out.latest_year = std::max(out.latest_year, people_[i].latest_year);
    const std::string moved = pressures_ ? " Moved to how young and old the city was: " + pressures_->origin + '.' : "";
    out.source =
        "Ages: " + out.source + moved + " Within them and by sex as in the pattern of the program. Number: " + people_[i].source;
    return out;
  }

  /// Persons per household in all areas of a place.
  [[nodiscard]] double size_in(const Reference& place) const {
    double people = 0;
    double households = 0;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const CityArea& area = figures_.areas()[i];
      if (place.kind == Kind::neighbourhood && area.neighbourhood != place) continue;
      if (place.kind == Kind::district && area.district != place) continue;
      people += people_[i].count;
      households += households_[i].count;
    }
    return households > 0 ? people / households : 0;
  }

  /// Shares of types in %, moved from those of a larger area to the persons per household here.
  [[nodiscard]] std::vector<double> household_shares(std::size_t i, const std::vector<FoundFigure>& found,
                                                     const std::vector<FoundFigure>& ages) const {
    const double all = found[0].value + found[1].value + found[2].value;
    double one = 100 * found[0].value / all;
    double with = 100 * found[2].value / all;
    const CityArea& area = figures_.areas()[i];
    if (found[0].area() != area.neighbourhood) {
      const double larger = size_in(area.neighbourhood) - size_in(found[0].area());
      const double more = larger * (kWithPerPerson + kWithPerChild * ages[0].value / 100);
      with += more;
      one += larger * kOnePerPerson + more * kOnePerWith;
    }
    one = std::clamp(one, kLeastHouseholds[0], 100 - kLeastHouseholds[0]);
    with = std::clamp(with, kLeastHouseholds[2], 100 - kLeastHouseholds[2]);
    return {one, std::max(kLeastHouseholds[1], 100 - one - with), with};
  }

  Result<Margin> household_margin(std::size_t i, const std::vector<FoundFigure>& ages) const {
    const CityArea& area = figures_.areas()[i];
    auto found = figures_.around(kHouseholdCounts, area);
    if (found.empty() || found[0].area() != area.neighbourhood) {
      auto shares = figures_.around(kHouseholdShares, area);
      if (!shares.empty()) found = std::move(shares);
    }
    if (found.empty()) return std::unexpected(missing_figure(kHouseholdShares[0], area.neighbourhood, figures_.year()));
    std::vector<double> values = household_shares(i, found, ages);
    const double all = sum_of(values);
    for (double& value : values) value *= households_[i].count / all;
    Margin out = margin_of(figures_, found, area, whole(values));
    const FigureError error = error_of(figures_, found[0], area);
    if (error.spread > 0) {
      out.error = FigureError{error.spread * std::sqrt(kUnexplained), error.estimate, error.drift}.total();
      out.source.insert(out.source.size() - 1, ", of which persons per household explain all but 8 % of the variance");
    }
    if (households_[i].standing == simulate::Standing::estimated) out.standing = simulate::Standing::estimated;
    out.latest_year = std::max(out.latest_year, households_[i].latest_year);
    out.source = "Types: " + out.source + " Number: " + households_[i].source;
    return out;
  }

  void add_livelihoods(const CityArea& place, simulate::AreaMargins& area) const {
    if (const auto found = figures_.around(kIncomes, place); !found.empty()) {
      const double middle = std::max(0.0, 100 - found[0].value - found[1].value);
      area[MarginKind::incomes] = margin_of(figures_, found, place, {found[0].value, middle, found[1].value});
    }
    if (const auto found = figures_.around(kEducation, place); !found.empty())
      area[MarginKind::education] = margin_of(figures_, found, place, {found[0].value / 100});
    if (const auto found = figures_.around(kWork, place); !found.empty())
      area[MarginKind::work] = margin_of(figures_, found, place, {found[0].value / 100});
    if (const auto found = figures_.around(kValue, place); !found.empty())
      area[MarginKind::value] = relative_margin_of(figures_, found, place, {found[0].value / 1000});
  }

  /// Standard scores over the neighbourhoods, each counted by its inhabitants.
  void score(std::string_view indicator, float simulate::AreaMargins::*member) {
    std::vector<double> values;
    int latest_year = 0;
    double people = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < out_.areas.size(); ++i) {
      const auto found = figures_.at(indicator, figures_.areas()[i].neighbourhood, kFarYears);
      if (!found) return;
      values.push_back(found->value);
      latest_year = std::max(latest_year, found->year());
      people += people_[i].count;
      sum += people_[i].count * found->value;
      squares += people_[i].count * found->value * found->value;
    }
    const double mean = people > 0 ? sum / people : 0;
    const double variance = people > 0 ? squares / people - mean * mean : 0;
    if (!(variance > 0)) return;
    for (std::size_t i = 0; i < values.size(); ++i) {
      out_.areas[i].*member = static_cast<float>((values[i] - mean) / std::sqrt(variance));
      out_.areas[i].scores_year = std::max(out_.areas[i].scores_year, latest_year);
    }
  }

  const City& city_;
  CityFigures figures_;
  Counts people_;
  Counts dwellings_;
  Counts households_;
  std::vector<std::vector<FoundFigure>> ages_;
  std::vector<std::vector<double>> by_age_;  ///< persons, not whole
  std::optional<AgePressures> pressures_;
  simulate::Margins out_;
};

bool all_have(const CityFigures& figures, const std::vector<Reference>& places, int year) {
  return !places.empty() && std::ranges::all_of(places, [&](const Reference& place) {
    return figures.in("inhabitants", place, year) && figures.in("dwellings", place, year);
  });
}

}  // namespace

Result<simulate::Margins> margins_of(const City& city, int year) { return CityMargins(city, year).run(); }

Result<int> latest_year(const City& city) {
  int last = 0;
  for (const Observation& each : city.observations) last = std::max(last, each.period.to.year);
  const CityFigures figures(city, last);
  for (const auto& places : {figures.districts(), std::vector{figures.municipality()}}) {
    for (int year = last; year > last - kFarYears * 2; --year) {
      if (all_have(figures, places, year)) return year;
    }
  }
  return std::unexpected(missing_figure("dwellings", figures.municipality(), last));
}

}  // namespace koers
