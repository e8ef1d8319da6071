// SPDX-License-Identifier: EUPL-1.2
#include <cmath>
#include <tuple>

#include "model/check.h"
#include "model/units.h"

namespace koers {
namespace {

/// The CBS rounds counts of persons and dwellings in an area to multiples of 5, and areas to hectares: half a step a part.
double rounding_step(std::string_view unit) { return unit == "km2" ? 0.01 : 5.0; }

struct Sum {
  double total = 0;
  int parts = 0;
};

using SumKey = std::tuple<std::string, std::string, std::string>;  // indicator, period, source

}  // namespace

void CityCheck::check_observations() {
  const auto report = [&](std::size_t row, const char* rule, std::string found, std::string expected) {
    if (faults_.size() >= kMaxFaults) return;
    const Place place = row < places_.observations.size() ? places_.observations[row] : Place{};
    faults_.push_back({rule, place, "", std::move(found), std::move(expected)});
  };
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> seen;
  for (std::size_t row = 0; row < city_.observations.size(); ++row) {
    const Observation& each = city_.observations[row];
    for_each_reference(each.source, [&](const std::string&, const Reference& to) {
      if (!city_.contains(to)) report(row, "unknown_reference", to_string(to), "a source in sources.yaml");
    });
    if (city_.find(each.indicator) == nullptr)
      report(row, "unknown_reference", each.indicator.str(), "an indicator of this package");
    if (!is_area(each.area.kind) || !city_.contains(each.area))
      report(row, "unknown_reference", to_string(each.area), "an area of this package");
    if (const auto expected = wrong_value(each)) report(row, "range", to_string(*each.value), *expected);
    if (each.denominator && each.denominator->units < 0)
      report(row, "range", to_string(*each.denominator), "a denominator from 0");
    const auto key = std::tuple(each.indicator.str(), to_string(each.area), to_string(each.period),
                                each.source.source.str() + each.source.section);
    if (!seen.emplace(key, row).second) {
      report(row, "double_id", each.indicator.str() + " of " + to_string(each.area) + " a second time", "every figure once");
    }
  }
}

void CityCheck::check_area_sums() {
  std::map<SumKey, Sum> sums;
  const int districts = static_cast<int>(city_.all<District>().size());
  for (const Observation& each : city_.observations) {
    const Indicator* indicator = city_.find(each.indicator);
    const Unit* unit = indicator == nullptr ? nullptr : find_unit(indicator->unit);
    if (each.area.kind != Kind::district || !each.value || unit == nullptr || !unit->is_additive) continue;
    Sum& sum = sums[{each.indicator.str(), to_string(each.period), each.source.source.str()}];
    sum.total += each.value->to_double();
    ++sum.parts;
  }
  for (std::size_t row = 0; row < city_.observations.size(); ++row) {
    const Observation& whole = city_.observations[row];
    const auto sum = sums.find({whole.indicator.str(), to_string(whole.period), whole.source.source.str()});
    const bool is_city = city_.manifest() != nullptr && whole.area.kind == Kind::municipality &&
                         whole.area.id == city_.manifest()->municipality.str();
    if (!is_city || !whole.value || sum == sums.end() || sum->second.parts != districts) continue;
    const double allowed = rounding_step(city_.find(whole.indicator)->unit) / 2 * (districts + 1);
    if (std::abs(whole.value->to_double() - sum->second.total) <= allowed + 1e-9) continue;
    const Place place = row < places_.observations.size() ? places_.observations[row] : Place{};
    faults_.push_back({"sum", place, whole.indicator.str(), to_string(*whole.value),
                       std::to_string(std::llround(sum->second.total)) + ", the sum of the districts, within rounding"});
  }
}

}  // namespace koers
