// SPDX-License-Identifier: EUPL-1.2
#include "monitor/synthetic_panel.h"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/erf.hpp>

#include "monitor/draws.h"

namespace koers::monitor {
namespace {

/// What varies, per kind of figure, in the unit in which effects add up: the logarithm of a rate, or points of a share.
struct Variation {
  double level = 0;
  double district = 0;
  double area = 0;
  double city_per_year = 0;
  double drift_per_year = 0;
  double jump = 0;
  double least_shift = 0;
  double most_shift = 0;
};

const Variation kRate{std::log(0.02), 0.2, 0.25, 0.05, 0.03, 0.05, std::log(1.4), std::log(2.2)};
const Variation kShare{20, 3, 3, 0.7, 0.4, 0, 4, 10};

enum class Purpose : std::uint32_t { size, district, area, city, drift, jump, chance, shift_at, shift_size };

/// Of one panel. Sizes are drawn from the key of its city, since all its indicators are about the same people.
class PanelDraws {
 public:
  PanelDraws(const SyntheticSetting& setting, int panel) : seed_(setting.seed), panel_(static_cast<std::uint32_t>(panel)) {}

  [[nodiscard]] double uniform(Purpose purpose, int item) const {
    return uniform_pair(seed_, DrawSite::evaluation, panel_, static_cast<std::uint32_t>(item),
                        static_cast<std::uint32_t>(purpose))
        .first;
  }
  [[nodiscard]] double normal(Purpose purpose, int item) const {
    return std::sqrt(2.0) * boost::math::erf_inv(2 * uniform(purpose, item) - 1);
  }

 private:
  std::uint64_t seed_;
  std::uint32_t panel_;
};

bool is_count(int indicator) { return indicator % 2 == 0; }

Concern concern_of(int indicator) { return {indicator % 4 == 3 ? Sense::more_is_better : Sense::less_is_better, 1}; }

double persons_of(const SyntheticSetting& setting, int city, int area) {
  constexpr double kFewest = 300;
  constexpr double kMost = 6000;
  const PanelDraws draws(setting, city);
  return std::round(kFewest * std::pow(kMost / kFewest, draws.uniform(Purpose::size, area)));
}

std::vector<double> city_path(const SyntheticSetting& setting, const PanelDraws& draws, const Variation& variation) {
  std::vector<double> path;
  double level = variation.level;
  for (int year = 0; year < setting.years; ++year) {
    path.push_back(level);
    level += variation.city_per_year * draws.normal(Purpose::city, year);
  }
  return path;
}

/// Counted in years from the first.
std::optional<int> year_of_shift(const SyntheticSetting& setting, const PanelDraws& draws, int area) {
  for (int year = setting.years - setting.judged_years; year < setting.years; ++year) {
    if (draws.uniform(Purpose::shift_at, area * setting.years + year) < setting.shifted) return year;
  }
  return std::nullopt;
}

struct TrueSeries {
  std::vector<double> values;
  std::optional<int> shifted_in;
};

TrueSeries true_series(const SyntheticSetting& setting, const PanelDraws& draws, const Variation& variation, int area,
                       double worse) {
  const int district = area % setting.districts;
  const auto city = city_path(setting, draws, variation);
  TrueSeries out{{}, year_of_shift(setting, draws, area)};
  double own =
      variation.district * draws.normal(Purpose::district, district) + variation.area * draws.normal(Purpose::area, area);
  const double shift =
      variation.least_shift + (variation.most_shift - variation.least_shift) * draws.uniform(Purpose::shift_size, area);
  for (int year = 0; year < setting.years; ++year) {
    const int item = area * setting.years + year;
    own += variation.drift_per_year * draws.normal(Purpose::drift, item);
    if (out.shifted_in == year) own += worse * shift;
    out.values.push_back(city[static_cast<std::size_t>(year)] + own + variation.jump * draws.normal(Purpose::jump, item));
  }
  return out;
}

double poisson_draw(double mean, double uniform) {
  using Upward = boost::math::policies::policy<boost::math::policies::discrete_quantile<boost::math::policies::integer_round_up>>;
  return boost::math::quantile(boost::math::poisson_distribution<double, Upward>(mean), uniform);
}

double share_draw(double share, double persons, double normal) {
  const double likely = std::clamp(share, 1.0, 99.0);
  return std::clamp(likely + std::sqrt(likely * (100 - likely) / persons) * normal, 0.0, 100.0);
}

}  // namespace

std::vector<std::optional<Expectation>> SyntheticPanel::expectations(double year) const {
  return counts.empty() ? expect_levels(levels, year, concern) : expect_counts(counts, year, concern);
}

SyntheticPanel synthetic_panel(const SyntheticSetting& setting, int city, int indicator) {
  const PanelDraws draws(setting, setting.cities + city * setting.indicators + indicator);
  SyntheticPanel panel{concern_of(indicator), {}, {}, {}};
  const double worse = panel.concern.sense == Sense::more_is_better ? -1 : 1;
  for (int area = 0; area < setting.areas; ++area) {
    const double persons = persons_of(setting, city, area);
    const auto truth = true_series(setting, draws, is_count(indicator) ? kRate : kShare, area, worse);
    AreaCounts counts{area % setting.districts, {}};
    AreaLevels levels{area % setting.districts, persons, {}};
    for (int year = 0; year < setting.years; ++year) {
      const int item = area * setting.years + year;
      const double value = truth.values[static_cast<std::size_t>(year)];
      if (is_count(indicator)) {
        const double count = poisson_draw(persons * std::exp(value), draws.uniform(Purpose::chance, item));
        counts.counts.push_back({kFirstSyntheticYear + 1.0 * year, count, persons});
      } else {
        levels.values.push_back(
            {kFirstSyntheticYear + 1.0 * year, share_draw(value, persons, draws.normal(Purpose::chance, item))});
      }
    }
    if (is_count(indicator))
      panel.counts.push_back(std::move(counts));
    else
      panel.levels.push_back(std::move(levels));
    panel.shifted_in.push_back(truth.shifted_in ? std::optional(kFirstSyntheticYear + 1.0 * *truth.shifted_in) : std::nullopt);
  }
  return panel;
}

}  // namespace koers::monitor
