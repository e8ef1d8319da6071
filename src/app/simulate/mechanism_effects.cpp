// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/mechanism_effects.h"

#include <algorithm>
#include <cmath>

namespace koers {
namespace {

using simulate::AreaValues;
using simulate::Estimate;
using simulate::RunResult;

/// The areas of every replicate at the end of its run.
using Ends = std::vector<std::vector<AreaValues>>;

Ends ends_of(const std::vector<RunResult>& results, const simulate::Population& start) {
  Ends out;
  for (const RunResult& result : results) out.push_back(simulate::area_values(result.years.back(), start));
  return out;
}

std::size_t row_of(std::string_view name) {
  const auto& all = simulate::indicators();
  const auto found = std::ranges::find(all, name, &simulate::Indicator::name);
  return static_cast<std::size_t>(found - all.begin());
}

double of_city(const std::vector<AreaValues>& areas, std::size_t row) {
  const auto city = std::ranges::find(areas, simulate::AreaLevel::city, &AreaValues::level);
  return city->values[row];
}

/// The standard deviation over districts, each weighted by its inhabitants.
double over_districts(const std::vector<AreaValues>& areas, std::size_t row) {
  const std::size_t persons = row_of("persons");
  double weight = 0;
  double sum = 0;
  double squares = 0;
  for (const AreaValues& area : areas) {
    if (area.level != simulate::AreaLevel::district || std::isnan(area.values[row])) continue;
    weight += area.values[persons];
    sum += area.values[persons] * area.values[row];
    squares += area.values[persons] * area.values[row] * area.values[row];
  }
  return weight > 0 ? std::sqrt(std::max(0.0, squares / weight - sum / weight * (sum / weight))) : std::nan("");
}

double sign_of(Polarity polarity) { return polarity == Polarity::less_is_better ? -1 : 1; }

/// The newest distribution of that level.
const ReferenceDistribution* distribution_of(const City& city, const Id<Indicator>& indicator, AreaLevel level) {
  const ReferenceDistribution* newest = nullptr;
  for (const ReferenceDistribution& each : city.all<ReferenceDistribution>()) {
    if (each.indicator != indicator || each.level != level || each.standard_deviation.units <= 0) continue;
    if (newest == nullptr || newest->period.to < each.period.to) newest = &each;
  }
  return newest;
}

class OneMechanism {
 public:
  OneMechanism(const City& city, const Mechanism& mechanism, const IndicatorSet& set, const Ends& plan, const Ends& baseline)
      : city_(city), set_(set), plan_(plan), baseline_(baseline), scores_(plan.size()) {
    out_.mechanism = mechanism.id;
    // Less is better: it is about how far districts are apart, as with the index that is measured.
    out_.is_spread = mechanism.desired == Direction::down;
  }

  MechanismEffect effect() && {
    for (const WeightedIndicator& member : set_.members) add(member);
    if (out_.members.empty()) return std::move(out_);
    double all = 0;
    for (const WeightedIndicator& member : set_.members) all += member.weight.to_double();
    for (double& score : scores_) score /= weight_;
    out_.weight_simulated = all > 0 ? weight_ / all : 0;
    out_.effect = simulate::estimate_of(scores_);
    return std::move(out_);
  }

 private:
  void add(const WeightedIndicator& member) {
    const Indicator* indicator = city_.find(member.indicator);
    const AreaLevel level = out_.is_spread ? AreaLevel::district : AreaLevel::municipality;
    const ReferenceDistribution* reference = distribution_of(city_, member.indicator, level);
    if (indicator == nullptr || !indicator->simulated_by || reference == nullptr) {
      out_.not_simulated.push_back(member.indicator);
      return;
    }
    const double weight = member.weight.to_double();
    const double sign = out_.is_spread ? 1 : sign_of(indicator->polarity);
    const std::vector<double> changes = changes_of(name_of(*indicator->simulated_by));
    for (std::size_t i = 0; i < changes.size(); ++i)
      scores_[i] += weight * sign * changes[i] / reference->standard_deviation.to_double();
    weight_ += weight;
    out_.members.push_back({member.indicator, weight, simulate::estimate_of(changes)});
  }

  [[nodiscard]] std::vector<double> changes_of(std::string_view name) const {
    const std::size_t row = row_of(name);
    const auto value = [&](const std::vector<AreaValues>& areas) {
      return out_.is_spread ? over_districts(areas, row) : of_city(areas, row);
    };
    std::vector<double> out;
    for (std::size_t i = 0; i < plan_.size(); ++i) out.push_back(value(plan_[i]) - value(baseline_[i]));
    return out;
  }

  const City& city_;
  const IndicatorSet& set_;
  const Ends& plan_;
  const Ends& baseline_;
  std::vector<double> scores_;  // by replicate
  double weight_ = 0;
  MechanismEffect out_;
};

}  // namespace

std::vector<MechanismEffect> mechanism_effects(const City& city, const simulate::Population& start,
                                               const std::vector<RunResult>& plan, const std::vector<RunResult>& baseline) {
  const Ends with = ends_of(plan, start);
  const Ends without = ends_of(baseline, start);
  std::vector<std::pair<int, MechanismEffect>> found;
  for (const IndicatorSet& set : city.all<IndicatorSet>()) {
    if (set.purpose != SetPurpose::mechanism || !set.subject) continue;
    const Mechanism* mechanism = city.all<Mechanism>().find(set.subject->id);
    if (mechanism != nullptr) found.emplace_back(mechanism->number, OneMechanism(city, *mechanism, set, with, without).effect());
  }
  std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
  std::vector<MechanismEffect> out;
  for (auto& [number, effect] : found) out.push_back(std::move(effect));
  return out;
}

}  // namespace koers
