// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/home_margins.h"

#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "app/simulate/figure_margin.h"
#include "simulate/integerise.h"
#include "simulate/patterns.h"

namespace koers {
namespace {

using simulate::kDwellingTypes;
using simulate::kPeriods;
using simulate::Margin;
using TypeShares = std::array<double, kDwellingTypes>;

/// Points by which the split of rents may be wrong where it is that of the country: illustrative.
constexpr double kErrorOfRents = 10;
/// The period of `built-1965-1984`.
constexpr std::size_t kKnownPeriod = 2;
static_assert(simulate::kBuilt[kKnownPeriod].from == 1965 && simulate::kBuilt[kKnownPeriod].to == 1984);

constexpr std::array<std::string_view, 5> kAllTypes{"apartments", "terraced-mid", "terraced-corner", "semi-detached", "detached"};
constexpr std::array<std::string_view, 2> kSomeTypes{"apartments", "detached"};
constexpr std::array<std::string_view, 1> kFlats{"multi-family-dwellings"};
constexpr std::array<std::string_view, 3> kTenures{"owner-occupied", "corporation-dwellings", "other-rented-dwellings"};
constexpr std::array<std::string_view, 1> kOwners{"owner-occupied"};
constexpr std::array<std::string_view, 1> kPeriod{"built-1965-1984"};

double sum_of(const auto& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double national_dwellings(std::size_t type) { return sum_of(simulate::kPeriodOfType[type]); }

/// What is left after the known types, over the others in proportion to the country.
void divide_rest(TypeShares& shares, std::initializer_list<std::size_t> unknown) {
  const double rest = std::max(0.0, 100 - sum_of(shares));
  double national = 0;
  for (const std::size_t type : unknown) national += national_dwellings(type);
  for (const std::size_t type : unknown) shares[type] = rest * national_dwellings(type) / national;
}

struct KnownTypes {
  std::vector<FoundFigure> found;
  TypeShares shares{};
  bool divided = false;
};

KnownTypes known_types(const CityFigures& figures, const CityArea& area) {
  KnownTypes out;
  out.found = figures.around(kAllTypes, area);
  if (!out.found.empty()) {
    for (std::size_t i = 0; i < out.found.size(); ++i) out.shares[i == 0 ? 0 : (i < 3 ? 1 : i - 1)] += out.found[i].value;
    return out;
  }
  out.divided = true;
  out.found = figures.around(kSomeTypes, area);
  if (!out.found.empty()) {
    out.shares = {out.found[0].value, 0, 0, out.found[1].value};
    divide_rest(out.shares, {1, 2});
    return out;
  }
  out.found = figures.around(kFlats, area);
  if (!out.found.empty()) {
    out.shares = {out.found[0].value, 0, 0, 0};
    divide_rest(out.shares, {1, 2, 3});
  }
  return out;
}

void add_word(std::string& source, const char* word) { source.insert(source.size() - 1, word); }

Margin type_margin(const CityFigures& figures, const CityArea& area, const KnownTypes& known, const DividedCount& dwellings) {
  const double all = sum_of(known.shares);
  std::vector<double> values;
  for (const double share : known.shares) values.push_back(all > 0 ? dwellings.count * share / all : 0);
  const auto whole = simulate::largest_remainders(values);
  Margin out = margin_of(figures, known.found, area, {whole.begin(), whole.end()});
  if (known.divided) add_word(out.source, "; single-family houses by type as in the country");
  if (known.divided || dwellings.standing == simulate::Standing::estimated) out.standing = simulate::Standing::estimated;
  out.error = std::max(out.error, known.divided ? kErrorOfEstimate : 0);
  out.latest_year = std::max(out.latest_year, dwellings.latest_year);
  out.source = "Types: " + out.source + " Number: " + dwellings.source;
  return out;
}

/// Of what is rented, the share that is social: as in the country in dwellings of these types.
double social_of_rented(const Margin& types) {
  double social = 0;
  double rented = 0;
  for (std::size_t type = 0; type < kDwellingTypes; ++type) {
    const auto& tenures = simulate::kTenureOfType[type];
    social += types.values[type] * tenures[1];
    rented += types.values[type] * (tenures[1] + tenures[2]);
  }
  return rented > 0 ? social / rented : 0;
}

Margin tenure_margin(const CityFigures& figures, const CityArea& area, const Margin& types) {
  const auto all = figures.around(kTenures, area);
  if (!all.empty()) return margin_of(figures, all, area, {all[0].value, all[1].value, all[2].value});
  const auto owners = figures.around(kOwners, area);
  if (owners.empty()) return {};
  const double rented = std::max(0.0, 100 - owners[0].value);
  const double social = social_of_rented(types);
  Margin out = margin_of(figures, owners, area, {owners[0].value, rented * social, rented * (1 - social)});
  out.standing = simulate::Standing::estimated;
  out.error = std::hypot(out.error, kErrorOfRents);
  add_word(out.source, "; rents divided by type of dwelling as in the country, which is illustrative");
  return out;
}

std::array<double, kPeriods> national_periods(const Margin& types) {
  std::array<double, kPeriods> out{};
  for (std::size_t type = 0; type < kDwellingTypes; ++type) {
    for (std::size_t i = 0; i < kPeriods; ++i) {
      out[i] += types.values[type] * simulate::kPeriodOfType[type][i] / national_dwellings(type);
    }
  }
  const double all = sum_of(out);
  for (double& share : out) share = all > 0 ? share / all : 1.0 / kPeriods;
  return out;
}

std::array<double, kPeriods> shifted(std::array<double, kPeriods> shares, double factor) {
  shares[kKnownPeriod] *= factor;
  const double all = sum_of(shares);
  for (double& share : shares) share /= all;
  return shares;
}

/// Areas that one figure is about.
struct PeriodGroup {
  std::vector<FoundFigure> found;
  std::vector<std::size_t> areas;
};

/// By halving: the share over all areas of the group rises with the factor.
double factor_for(const PeriodGroup& group, const std::vector<Margin>& types) {
  double low = -12;
  double high = 12;
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    double inside = 0;
    double all = 0;
    for (const std::size_t i : group.areas) {
      const double dwellings = sum_of(types[i].values);
      inside += dwellings * shifted(national_periods(types[i]), std::exp(middle))[kKnownPeriod];
      all += dwellings;
    }
    (inside * 100 < group.found.front().value * all ? low : high) = middle;
  }
  return std::exp((low + high) / 2);
}

}  // namespace

Result<std::vector<Margin>> type_margins(const CityFigures& figures, const std::vector<DividedCount>& dwellings) {
  std::vector<Margin> out;
  for (std::size_t i = 0; i < dwellings.size(); ++i) {
    const CityArea& area = figures.areas()[i];
    const KnownTypes known = known_types(figures, area);
    if (known.found.empty()) return std::unexpected(missing_figure(kAllTypes[0], area.neighbourhood, figures.year()));
    out.push_back(type_margin(figures, area, known, dwellings[i]));
  }
  return out;
}

std::vector<Margin> tenure_margins(const CityFigures& figures, const std::vector<Margin>& types) {
  std::vector<Margin> out;
  for (std::size_t i = 0; i < types.size(); ++i) out.push_back(tenure_margin(figures, figures.areas()[i], types[i]));
  return out;
}

std::vector<Margin> period_margins(const CityFigures& figures, const std::vector<Margin>& types) {
  std::vector<Margin> out(types.size());
  std::map<Reference, PeriodGroup> groups;
  for (std::size_t i = 0; i < types.size(); ++i) {
    auto found = figures.around(kPeriod, figures.areas()[i]);
    if (found.empty()) continue;
    PeriodGroup& group = groups[found.front().area()];
    group.found = std::move(found);
    group.areas.push_back(i);
  }
  for (const auto& [place, group] : groups) {
    const double factor = factor_for(group, types);
    for (const std::size_t i : group.areas) {
      const auto shares = shifted(national_periods(types[i]), factor);
      out[i] = margin_of(figures, group.found, figures.areas()[i], {shares.begin(), shares.end()});
      out[i].standing = simulate::Standing::estimated;
      out[i].error = std::max(out[i].error, kErrorOfEstimate);
      add_word(out[i].source, "; the other periods by type of dwelling as in the country");
    }
  }
  return out;
}

}  // namespace koers
