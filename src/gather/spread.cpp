// SPDX-License-Identifier: EUPL-1.2
#include "gather/spread.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "gather/numbers.h"
#include "model/units.h"

namespace koers::gather {
namespace {

/// A part of a new area: the old area's figure, and how much of it lies here.
struct Part {
  double weight = 0;
  const Observation* figure = nullptr;
};

/// The figures of one indicator and period, by old area.
using ByArea = std::unordered_map<std::string, const Observation*>;

bool all_have_denominators(const std::vector<Part>& parts) {
  return std::all_of(parts.begin(), parts.end(),
                     [](const Part& part) { return part.figure->denominator && part.figure->denominator->units > 0; });
}

double sum_of(const std::vector<Part>& parts) {
  double sum = 0;
  for (const Part& part : parts) sum += part.weight * part.figure->value->to_double();
  return sum;
}

double mean_of(const std::vector<Part>& parts) {
  const bool by_denominator = all_have_denominators(parts);
  double sum = 0;
  double total = 0;
  for (const Part& part : parts) {
    const double weight = part.weight * (by_denominator ? part.figure->denominator->to_double() : 1.0);
    sum += weight * part.figure->value->to_double();
    total += weight;
  }
  return sum / total;
}

std::optional<Decimal> denominator_of(const std::vector<Part>& parts) {
  if (!all_have_denominators(parts)) return std::nullopt;
  double sum = 0;
  for (const Part& part : parts) sum += part.weight * part.figure->denominator->to_double();
  return rounded(sum, 0);
}

Observation estimate(const Reference& area, const std::vector<Part>& parts, const Indicator& indicator) {
  Observation out = *parts.front().figure;
  out.area = area;
  out.value.reset();
  out.denominator.reset();
  out.status = ObservationStatus::missing;
  if (!std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.figure->value.has_value(); })) return out;
  const Unit* unit = find_unit(indicator.unit);
  out.value = rounded(unit != nullptr && unit->is_additive ? sum_of(parts) : mean_of(parts), indicator.decimals);
  if (!out.value) return out;
  out.denominator = denominator_of(parts);
  out.status = ObservationStatus::estimated;
  return out;
}

/// Only areas of which each part of the crosswalk occurs among the figures.
void spread_one(const ByArea& figures, const Crosswalk& crosswalk, const Indicator& indicator, std::vector<Observation>& out) {
  std::map<Reference, std::vector<Part>> parts;
  std::map<Reference, bool> whole;
  for (const CrosswalkShare& share : crosswalk.shares) {
    const auto found = figures.find(share.from);
    whole.try_emplace(share.to, true).first->second &= found != figures.end();
    if (found != figures.end()) parts[share.to].push_back({share.weight.to_double(), found->second});
  }
  for (const auto& [area, its_parts] : parts) {
    if (whole.at(area)) out.push_back(estimate(area, its_parts, indicator));
  }
}

}  // namespace

std::vector<Observation> spread(std::span<const ForeignFigure> figures, const Crosswalk& crosswalk, const City& city) {
  std::map<std::pair<Id<Indicator>, Period>, ByArea> by_figure;
  for (const ForeignFigure& each : figures) by_figure[{each.figure.indicator, each.figure.period}][each.area] = &each.figure;
  std::vector<Observation> out;
  for (const auto& [key, by_area] : by_figure) {
    if (const Indicator* indicator = city.find(key.first)) spread_one(by_area, crosswalk, *indicator, out);
  }
  return out;
}

}  // namespace koers::gather
