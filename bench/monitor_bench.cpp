// SPDX-License-Identifier: EUPL-1.2
// How fast all statistics are recomputed, as one JSON object per line; `monitor_bench [MUNICIPALITIES] [THREADS] [DRAWS]`. The
// country has 342 municipalities, 14,500 neighbourhoods, 100 indicators and 20 years; its figures are drawn. Beside it Theil–Sen
// as the textbook has it, on part of the same figures.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <limits>
#include <numbers>
#include <string>

#include "base/parallel.h"
#include "monitor/draws.h"
#include "monitor/recompute.h"

namespace koers::monitor {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kSeed = 2040;
constexpr std::size_t kMunicipalities = 342;
constexpr std::size_t kNeighbourhoods = 14'500;
constexpr std::size_t kIndicators = 100;
constexpr std::size_t kYears = 20;
constexpr double kMissing = 0.03;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

long peak_memory_mib() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// Two figures in a hundred that lie far off make the statistics work; the rest is normal.
double drawn_figure(bool is_count, double persons, std::uint32_t indicator, std::uint32_t area, std::uint32_t year) {
  const UniformPair pair =
      uniform_pair(kSeed, DrawSite::evaluation, indicator, area * static_cast<std::uint32_t>(kYears) + year, 1);
  const UniformPair own = uniform_pair(kSeed, DrawSite::evaluation, indicator, area, 2);
  if (pair.first < kMissing) return std::numeric_limits<double>::quiet_NaN();
  const double uniform_again = (pair.first - kMissing) / (1 - kMissing);
  const double normal = std::sqrt(-2 * std::log(uniform_again)) * std::cos(2 * std::numbers::pi * pair.second);
  if (!is_count) return std::max(0.1, 20 + 6 * (own.first - 0.5) + 0.2 * (own.second - 0.5) * year + 1.5 * normal);
  const double mean = persons * 0.02 * (0.5 + own.first);
  return std::max(0.0, std::round(mean + std::sqrt(mean) * normal));
}

std::vector<PanelArea> areas_of(std::size_t municipalities, std::size_t areas) {
  std::vector<PanelArea> out;
  for (std::size_t i = 0; i < areas; ++i) {
    const double spread = uniform_pair(kSeed, DrawSite::evaluation, 0, static_cast<std::uint32_t>(i), 3).first;
    out.push_back(
        {static_cast<int>(i * municipalities / areas), static_cast<int>(i / 8), std::round(200 * std::pow(30, spread))});
  }
  return out;
}

Panel drawn_panel(std::size_t municipalities, std::size_t areas, int threads) {
  Panel panel{2005, kYears, areas_of(municipalities, areas), std::vector<PanelIndicator>(kIndicators)};
  for_each_index(kIndicators, threads, [&](std::size_t indicator) {
    PanelIndicator& own = panel.indicators[indicator];
    own = {indicator % 2 == 0,
           static_cast<int>(indicator / 10),
           {indicator % 3 == 0 ? Sense::more_is_better : Sense::less_is_better, 1},
           {}};
    own.values.reserve(areas * kYears);
    for (std::size_t area = 0; area < areas; ++area) {
      for (std::size_t year = 0; year < kYears; ++year) {
        own.values.push_back(drawn_figure(own.is_count, panel.areas[area].persons, static_cast<std::uint32_t>(indicator),
                                          static_cast<std::uint32_t>(area), static_cast<std::uint32_t>(year)));
      }
    }
  });
  return panel;
}

long alerts_in(const std::vector<IndicatorStatistics>& statistics) {
  long count = 0;
  for (const auto& each : statistics) {
    count += std::count_if(each.alerts.begin(), each.alerts.end(), [](Alert alert) { return alert != Alert::none; });
  }
  return count;
}

void report_recompute(const std::string& what, const Panel& panel, int draws, int threads) {
  const auto start = Clock::now();
  const double processor_before = processor_seconds();
  const auto statistics = recompute(panel, {draws, 0.9, kSeed}, threads);
  const double seconds = seconds_since(start);
  const auto observations = panel.areas.size() * kIndicators * kYears;
  std::cout << R"({"bench":")" << what << R"(","municipalities":)" << panel.municipalities() << R"(,"areas":)"
            << panel.areas.size() << R"(,"observations":)" << observations << R"(,"draws":)" << draws << R"(,"threads":)"
            << threads << R"(,"seed":)" << kSeed << R"(,"seconds":)" << seconds << R"(,"processor_seconds":)"
            << processor_seconds() - processor_before << R"(,"observations_per_second":)"
            << static_cast<long>(static_cast<double>(observations) / seconds) << R"(,"signals":)" << alerts_in(statistics)
            << R"(,"peak_memory_mib":)" << peak_memory_mib() << "}\n"
            << std::flush;
}

std::vector<TimedValue> series_of(const Panel& panel, std::size_t indicator, std::size_t area) {
  std::vector<TimedValue> series;
  for (std::size_t year = 0; year < kYears; ++year) {
    const double value = panel.figure(indicator, area, year);
    if (!std::isnan(value)) series.push_back({panel.first_year + static_cast<double>(year), value});
  }
  return series;
}

/// As the textbook has it: a table of all slopes, sorted for the median; the test from all pairs again.
double textbook_slope(const std::vector<TimedValue>& series, int& kendall) {
  std::vector<double> slopes;
  for (const TimedValue& one : series) {
    for (const TimedValue& other : series) {
      if (one.year >= other.year) continue;
      slopes.push_back((other.value - one.value) / (other.year - one.year));
      kendall += (other.value > one.value) - (other.value < one.value);
    }
  }
  return slopes.empty() ? 0 : median(slopes);
}

/// Median and test are both in `trend_of`, which also gives the interval, the intercept and the p value.
void report_trend(const Panel& panel, std::size_t areas) {
  std::vector<std::vector<TimedValue>> all;
  for (std::size_t area = 0; area < areas; ++area) {
    for (std::size_t indicator = 0; indicator < kIndicators; ++indicator) all.push_back(series_of(panel, indicator, area));
  }
  double largest_gap = 0;
  int kendall = 0;
  std::vector<double> textbook;
  const double start = processor_seconds();  // of others on the machine nothing shows in it
  for (const auto& series : all) textbook.push_back(textbook_slope(series, kendall));
  const double between = processor_seconds();
  std::vector<double> ours;
  for (const auto& series : all) {
    const auto trend = trend_of(series);
    ours.push_back(trend ? trend->slope.value : 0);
  }
  const double textbook_seconds = between - start;
  const double seconds = processor_seconds() - between;
  for (std::size_t i = 0; i < all.size(); ++i) largest_gap = std::max(largest_gap, std::abs(ours[i] - textbook[i]));
  const auto count = static_cast<double>(all.size());
  std::cout << R"({"bench":"trend","series":)" << all.size() << R"(,"microseconds":)" << 1e6 * seconds / count
            << R"(,"textbook_microseconds":)" << 1e6 * textbook_seconds / count << R"(,"ratio":)" << textbook_seconds / seconds
            << R"(,"largest_gap":)" << largest_gap << "}\n";
}

}  // namespace
}  // namespace koers::monitor

int main(int argc, char** argv) {
  using namespace koers::monitor;
  const std::size_t municipalities = argc > 1 ? std::stoul(argv[1]) : kMunicipalities;
  const int threads = argc > 2 ? std::stoi(argv[2]) : 2;
  const int draws = argc > 3 ? std::stoi(argv[3]) : 1000;
  const Panel one = drawn_panel(1, 60, threads);
  report_trend(one, 60);
  report_recompute("municipality", one, draws, threads);
  const Panel country = drawn_panel(municipalities, municipalities * kNeighbourhoods / kMunicipalities, threads);
  report_recompute("country", country, draws, threads);
}
