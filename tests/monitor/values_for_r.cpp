// SPDX-License-Identifier: EUPL-1.2
// Prints statistics of fixed data as `name value` lines, for cross_check.R to compute again.
#include <cstdio>
#include <string>

#include "monitor/expectation.h"
#include "monitor/forecast.h"
#include "monitor/inequality.h"
#include "monitor/multiple_testing.h"
#include "monitor/trend.h"

namespace {

using koers::monitor::Part;
using koers::monitor::TimedValue;

const std::vector<double> kValues{3.1, 2.7, 4.4, 4.0, 5.9, 5.2, 6.8, 6.1, 8.3};
const std::vector<double> kTied{1, 2, 2, 3, 3, 3, 4, 2, 5, 5, 6, 7};
const std::vector<double> kWeights{120, 80, 40, 200, 60, 90, 30, 150, 70};

/// Of four areas; the last year is judged.
std::vector<koers::monitor::AreaCounts> counts() {
  std::vector<koers::monitor::AreaCounts> areas;
  for (const double count : {10.0, 20.0, 30.0, 40.0}) {
    areas.push_back({0, {{2018, count, 1000}, {2019, count, 1000}, {2020, 25, 1000}}});
  }
  return areas;
}

/// Of four areas over five years, in two districts.
std::vector<koers::monitor::AreaLevels> levels() {
  std::vector<koers::monitor::AreaLevels> areas;
  const double values[4][5] = {{10, 12, 11, 13, 15}, {14, 13, 16, 15, 16}, {20, 23, 21, 24, 30}, {25, 24, 27, 26, 27}};
  for (int i = 0; i < 4; ++i) {
    koers::monitor::AreaLevels area{i / 2, 100.0 * (i + 1), {}};
    for (int year = 0; year < 5; ++year) area.values.push_back({2016.0 + year, values[i][year]});
    areas.push_back(area);
  }
  return areas;
}

void print(const char* name, double value) { std::printf("%s %.15g\n", name, value); }

}  // namespace

int main() {
  std::vector<TimedValue> series;
  std::vector<Part> parts;
  for (std::size_t i = 0; i < kValues.size(); ++i) {
    series.push_back({2010.0 + static_cast<double>(i), kValues[i]});
    parts.push_back({kValues[i], kWeights[i], static_cast<int>(i % 3)});
  }
  print("quantile_05", koers::monitor::quantile(kValues, 0.05));
  print("quantile_90", koers::monitor::quantile(kValues, 0.9));
  print("mann_kendall_exact", koers::monitor::mann_kendall(kValues));
  print("mann_kendall_ties", koers::monitor::mann_kendall(kTied));
  print("theil_sen", koers::monitor::trend_of(series)->slope.value);
  print("gini", koers::monitor::gini(parts));
  print("theil_between", koers::monitor::theil(parts)->between);
  print("theil_within", koers::monitor::theil(parts)->within);
  print("crps_normal", koers::monitor::crps_of_normal(2, 1.5, 3.2));
  print("crps_draws", koers::monitor::crps_of_draws(kValues, 5));
  const auto adjusted = koers::monitor::adjust_for_number(std::vector<double>{0.04, 0.001, 0.03, 0.03, 0.5, 0.008, 0.9});
  for (std::size_t i = 0; i < adjusted.size(); ++i) print(("adjusted_" + std::to_string(i + 1)).c_str(), adjusted[i]);
  const koers::monitor::Concern concern{koers::monitor::Sense::less_is_better, 2};
  const auto expected = koers::monitor::expect_counts(counts(), 2020, concern)[0];
  print("counts_expected", expected->expected.value);
  print("counts_lower", expected->expected.lower);
  print("counts_upper", expected->expected.upper);
  print("counts_p", expected->p_value);
  const auto level = koers::monitor::expect_levels(levels(), 2020, concern)[2];
  print("levels_expected", level->expected.value);
  print("levels_upper", level->expected.upper);
  print("levels_p", level->p_value);
}
