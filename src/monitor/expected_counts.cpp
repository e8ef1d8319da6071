// SPDX-License-Identifier: EUPL-1.2
// Counts of events; the rates and means are in expectation.cpp.
#include <algorithm>
#include <cmath>
#include <map>

#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

#include "monitor/expectation.h"

namespace koers::monitor {
namespace {

struct Totals {
  double count = 0;
  double exposure = 0;
  [[nodiscard]] double rate() const { return exposure > 0 ? count / exposure : 0; }
};

/// A Gamma distribution of risks by its two moments; no variance: all have the mean.
struct Risks {
  double mean = 1;
  double variance = 0;
};

// In long double, as Boost would do it by itself, each of a million counts takes three times as long for digits that nobody sees.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Poisson = boost::math::poisson_distribution<double, InDouble>;
using NegativeBinomial = boost::math::negative_binomial_distribution<double, InDouble>;

/// The new count: negative binomial, or Poisson where the risks do not vary.
class NewCount {
 public:
  NewCount(double mean, double shape) : mean_(mean), shape_(shape) {}

  [[nodiscard]] double at_most(double count) const {
    if (count < 0) return 0;
    if (mean_ <= 0) return 1;
    if (shape_ <= 0) return boost::math::cdf(Poisson(mean_), std::floor(count));
    return boost::math::cdf(NegativeBinomial(shape_, shape_ / (shape_ + mean_)), std::floor(count));
  }
  /// The smallest count that at least `probability` of the counts do not exceed.
  [[nodiscard]] double quantile(double probability) const {
    const double reach = 2 * std::sqrt(mean_ + (shape_ > 0 ? mean_ * mean_ / shape_ : 0)) + 1;
    double high = std::ceil(mean_ + reach);
    double low = std::max(-1.0, std::floor(mean_ - reach));
    while (at_most(high) < probability) high += std::ceil(reach);
    while (at_most(low) >= probability) low = std::max(-1.0, low - std::ceil(reach));  // at_most(-1) is 0
    while (high - low > 1) {
      const double middle = std::floor((low + high) / 2);
      (at_most(middle) < probability ? low : high) = middle;
    }
    return high;
  }
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] NewCount moved_to(double mean) const { return {std::max(mean, 0.0), shape_}; }

 private:
  double mean_;
  double shape_;  // 0: Poisson
};

const TimedCount* count_of(const AreaCounts& area, double year) {
  for (const TimedCount& each : area.counts) {
    if (each.year == year) return &each;
  }
  return nullptr;
}

std::map<double, Totals> by_year(std::span<const AreaCounts> areas) {
  std::map<double, Totals> out;
  for (const AreaCounts& area : areas) {
    for (const TimedCount& each : area.counts) {
      out[each.year].count += each.count;
      out[each.year].exposure += each.exposure;
    }
  }
  return out;
}

/// Of an area before `year`: its events, and those that the rate of the city makes expect.
Totals past_of(const AreaCounts& area, double year, const std::map<double, Totals>& city) {
  Totals past;
  for (const TimedCount& each : area.counts) {
    if (each.year >= year) continue;
    past.count += each.count;
    past.exposure += each.exposure * city.at(each.year).rate();
  }
  return past;
}

/// Moments of Marshall 1991 over the areas of a district.
Risks risks_of(const std::vector<Totals>& areas) {
  Totals all;
  for (const Totals& each : areas) {
    all.count += each.count;
    all.exposure += each.exposure;
  }
  if (all.exposure <= 0) return {};
  double spread = 0;
  for (const Totals& each : areas) {
    if (each.exposure > 0) spread += each.exposure * (each.rate() - all.rate()) * (each.rate() - all.rate());
  }
  const double chance = all.rate() / (all.exposure / static_cast<double>(areas.size()));
  return {all.rate(), std::max(0.0, spread / all.exposure - chance)};
}

/// The risk of an area, given what it had before: that of its district where the risks of a district do not vary.
Risks risk_after(const Risks& risks, const Totals& past) {
  if (risks.variance <= 0 || risks.mean <= 0) return {risks.mean, 0};
  const double shape = risks.mean * risks.mean / risks.variance + past.count;
  const double rate = risks.mean / risks.variance + past.exposure;
  return {shape / rate, shape / rate / rate};
}

/// The count that an area can expect; `variation` is that of its risk from year to year.
NewCount new_count(const Risks& risk, double expected_by_city, double variation) {
  const double of_mean = risk.mean > 0 ? risk.variance / (risk.mean * risk.mean) : 0;
  const double relative_variance = of_mean + variation + of_mean * variation;
  return {risk.mean * expected_by_city, relative_variance > 0 ? 1 / relative_variance : 0};
}

double p_value_of(double count, const NewCount& expected, const Concern& concern) {
  if (concern.sense == Sense::more_is_better) return expected.moved_to(expected.mean() - concern.step).at_most(count);
  return 1 - expected.moved_to(expected.mean() + concern.step).at_most(count - 1);
}

/// Risks of each district with at least two areas; the others are taken together with all.
class DistrictRisks {
 public:
  DistrictRisks(std::span<const AreaCounts> areas, const std::vector<Totals>& past) {
    std::map<int, std::vector<Totals>> groups;
    for (std::size_t i = 0; i < areas.size(); ++i) groups[areas[i].group].push_back(past[i]);
    all_ = risks_of(past);
    for (const auto& [group, members] : groups) {
      if (members.size() > 1) of_group_.emplace(group, risks_of(members));
    }
  }
  [[nodiscard]] const Risks& of(int group) const {
    const auto found = of_group_.find(group);
    return found == of_group_.end() ? all_ : found->second;
  }

 private:
  Risks all_;
  std::map<int, Risks> of_group_;
};

/// How much risks vary from year to year, as a relative variance: what the counts of earlier years lay farther from the
/// expectation of their time than chance explains (moments of Breslow 1984, each count weighing as its expectation).
double yearly_variation(std::span<const AreaCounts> areas, double year, const std::map<double, Totals>& city,
                        const DistrictRisks& districts) {
  double beyond_chance = 0;
  double weight = 0;
  for (const AreaCounts& area : areas) {
    Totals past;
    std::size_t years = 0;
    for (const TimedCount& each : area.counts) {
      if (each.year >= year) break;
      const double by_city = each.exposure * city.at(each.year).rate();
      const Risks risk = risk_after(districts.of(area.group), past);
      const double mean = risk.mean * by_city;
      if (years >= kLeastPastFigures && mean > 0) {
        const double chance = mean + risk.variance * by_city * by_city;
        beyond_chance += ((each.count - mean) * (each.count - mean) - chance) / mean;
        weight += mean;
      }
      past.count += each.count;
      past.exposure += by_city;
      ++years;
    }
  }
  return weight > 0 ? std::max(0.0, beyond_chance / weight) : 0;
}

}  // namespace

std::vector<std::optional<Expectation>> expect_counts(std::span<const AreaCounts> areas, double year, const Concern& concern) {
  std::vector<std::optional<Expectation>> out(areas.size());
  const auto present =
      std::count_if(areas.begin(), areas.end(), [&](const auto& each) { return count_of(each, year) != nullptr; });
  if (concern.sense == Sense::neither || static_cast<std::size_t>(present) < kLeastAreas) return out;
  const auto city = by_year(areas);
  std::vector<Totals> past;
  for (const AreaCounts& area : areas) past.push_back(past_of(area, year, city));
  const DistrictRisks districts(areas, past);
  const double variation = yearly_variation(areas, year, city, districts);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const TimedCount* figure = count_of(areas[i], year);
    const auto before =
        std::count_if(areas[i].counts.begin(), areas[i].counts.end(), [&](const auto& each) { return each.year < year; });
    if (figure == nullptr || static_cast<std::size_t>(before) < kLeastPastFigures || past[i].exposure <= 0) continue;
    const double by_city = figure->exposure * city.at(year).rate();
    const NewCount expected = new_count(risk_after(districts.of(areas[i].group), past[i]), by_city, variation);
    Expectation each{figure->count, {expected.mean(), expected.quantile(0.05), expected.quantile(0.95)}, 1, 0};
    each.p_value = p_value_of(figure->count, expected, concern);
    each.probability = 1 - each.p_value;
    out[i] = each;
  }
  return out;
}

}  // namespace koers::monitor
