// SPDX-License-Identifier: EUPL-1.2
#include "monitor/expectation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <boost/math/distributions/students_t.hpp>

#include "monitor/local_level.h"
#include "monitor/order_statistics.h"

namespace koers::monitor {
namespace {

constexpr double kUpperOf90 = 0.95;
constexpr std::size_t kLeastInGroup = 2;

const TimedValue* figure_of(const AreaLevels& area, double year) {
  for (const TimedValue& each : area.values) {
    if (each.year == year) return &each;
  }
  return nullptr;
}

/// How the city went, as a sum of the median changes of its areas between years that follow each other. Year → level; where it
/// begins does not matter, since each area has a level of its own.
std::map<double, double> city_path(std::span<const AreaLevels> areas, double until) {
  std::map<double, std::vector<double>> changes;  // by the later year
  std::map<double, double> path;
  for (const AreaLevels& area : areas) {
    for (const TimedValue& each : area.values) {
      if (each.year <= until) path.emplace(each.year, 0);
    }
  }
  for (const AreaLevels& area : areas) {
    for (std::size_t i = 1; i < area.values.size(); ++i) {
      const auto later = path.find(area.values[i].year);
      const bool follow = later != path.end() && std::prev(later)->first == area.values[i - 1].year;
      if (follow) changes[later->first].push_back(area.values[i].value - area.values[i - 1].value);
    }
  }
  double level = 0;
  for (auto& [year, at] : path) {
    const auto found = changes.find(year);
    if (found != changes.end()) level += median(std::move(found->second));
    at = level;
  }
  return path;
}

/// What remains of each area when the city is taken out, in the years before `year`.
std::vector<Deviations> deviations_before(double year, std::span<const AreaLevels> areas, const std::map<double, double>& path) {
  double mean_noise = 0;
  bool sizes_known = true;
  for (const AreaLevels& area : areas) {
    sizes_known = sizes_known && area.size > 0;
    if (area.size > 0) mean_noise += 1 / area.size / static_cast<double>(areas.size());
  }
  std::vector<Deviations> out;
  for (const AreaLevels& area : areas) {
    Deviations own{sizes_known ? 1 / area.size / mean_noise : 1, {}};
    for (const TimedValue& each : area.values) {
      if (each.year < year) own.values.push_back({each.year, each.value - path.at(each.year)});
    }
    out.push_back(std::move(own));
  }
  return out;
}

double mean_of(const std::vector<TimedValue>& values) {
  double sum = 0;
  for (const TimedValue& each : values) sum += each.value;
  return sum / static_cast<double>(values.size());
}

/// What is believed of the level of an area before it was ever seen: that of its district, and how far apart those lie.
struct Districts {
  std::map<int, double> mean;  // of groups with at least two areas
  double overall = 0;
  double spread = 0;  // variance between the areas of a group

  [[nodiscard]] LevelBelief start_of(int group) const {
    const auto found = mean.find(group);
    return {found == mean.end() ? overall : found->second, spread};
  }
};

Districts districts_of(std::span<const AreaLevels> areas, const std::vector<Deviations>& deviations,
                       const LevelVariances& variances) {
  std::map<int, std::vector<double>> by_group;
  std::vector<double> all;
  double chance = 0;  // in the mean of an area's figures, over all areas
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const auto& values = deviations[i].values;
    if (values.empty()) continue;
    all.push_back(mean_of(values));
    by_group[areas[i].group].push_back(all.back());
    chance += variances.chance * deviations[i].noise / static_cast<double>(values.size());
  }
  Districts districts;
  if (all.empty()) return districts;
  const auto mean = [](const std::vector<double>& values) {
    double sum = 0;
    for (const double each : values) sum += each;
    return sum / static_cast<double>(values.size());
  };
  districts.overall = mean(all);
  double squares = 0;
  std::size_t means = by_group.size() > 1 ? 0 : 1;
  bool has_rest = false;
  for (const auto& [group, values] : by_group) {
    const bool is_group = values.size() >= kLeastInGroup;
    const double centre = is_group ? districts.mean.emplace(group, mean(values)).first->second : districts.overall;
    for (const double each : values) squares += (each - centre) * (each - centre);
    means += is_group && by_group.size() > 1;
    has_rest = has_rest || !is_group;
  }
  const double freedom = std::max<double>(1, static_cast<double>(all.size()) - static_cast<double>(means + has_rest));
  districts.spread = std::max(0.0, squares / freedom - chance / static_cast<double>(all.size()));
  return districts;
}

/// Student's t, in double: long double, as Boost would take by itself, costs three times as much for digits that nobody sees.
class Yardstick {
 public:
  explicit Yardstick(double freedom) : t_(std::max(1.0, freedom)), half_of_90_(boost::math::quantile(t_, kUpperOf90)) {}

  [[nodiscard]] Expectation judge(double value, double expected, double deviation, const Concern& concern) const {
    const double half = deviation * half_of_90_;
    const double worse = concern.sense == Sense::more_is_better ? expected - value : value - expected;
    const double beyond = worse - concern.step;
    Expectation out{value, {expected, expected - half, expected + half}, 1, 0};
    if (deviation > 0) {
      out.p_value = boost::math::cdf(boost::math::complement(t_, beyond / deviation));
    } else {
      out.p_value = beyond > 0 ? 0 : 1;
    }
    out.probability = 1 - out.p_value;
    return out;
  }

 private:
  using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  boost::math::students_t_distribution<double, InDouble> t_;
  double half_of_90_;
};

}  // namespace

std::vector<std::optional<Expectation>> expect_levels(std::span<const AreaLevels> areas, double year, const Concern& concern) {
  std::vector<std::optional<Expectation>> out(areas.size());
  const auto present =
      std::count_if(areas.begin(), areas.end(), [&](const auto& each) { return figure_of(each, year) != nullptr; });
  if (concern.sense == Sense::neither || static_cast<std::size_t>(present) < kLeastAreas) return out;
  const auto path = city_path(areas, year);
  const auto deviations = deviations_before(year, areas, path);
  const auto variances = level_variances(deviations);
  const auto districts = districts_of(areas, deviations, variances);
  const Yardstick yardstick(variances.changes);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const TimedValue* figure = figure_of(areas[i], year);
    if (figure == nullptr || deviations[i].values.size() < kLeastPastFigures) continue;
    const auto belief = level_in(year, deviations[i], districts.start_of(areas[i].group), variances);
    const double deviation = std::sqrt(belief.variance + variances.chance * deviations[i].noise);
    out[i] = yardstick.judge(figure->value, path.at(year) + belief.mean, deviation, concern);
  }
  return out;
}

}  // namespace koers::monitor
