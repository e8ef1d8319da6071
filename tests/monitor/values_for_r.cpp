// SPDX-License-Identifier: EUPL-1.2
// Prints statistics of fixed data as `name value` lines, for cross_check.R to compute again.
#include <cstdio>

#include "monitor/forecast.h"
#include "monitor/inequality.h"
#include "monitor/trend.h"

namespace {

using koers::monitor::Part;
using koers::monitor::TimedValue;

const std::vector<double> kValues{3.1, 2.7, 4.4, 4.0, 5.9, 5.2, 6.8, 6.1, 8.3};
const std::vector<double> kTied{1, 2, 2, 3, 3, 3, 4, 2, 5, 5, 6, 7};
const std::vector<double> kWeights{120, 80, 40, 200, 60, 90, 30, 150, 70};

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
}
