// SPDX-License-Identifier: EUPL-1.2
#include "app/views/forecast_record.h"

#include <algorithm>
#include <array>
#include <limits>

#include "monitor/backtest.h"

namespace koers::views {
namespace {

using BySeries = std::vector<std::vector<monitor::JudgedForecast>>;

constexpr std::array kHorizons{1.0, 3.0, std::numeric_limits<double>::infinity()};  // years ahead, at most

std::optional<ForecastRecord> describe(const BySeries& judged) {
  const auto record = monitor::record_of(judged);
  if (record.count == 0) return std::nullopt;
  ForecastRecord view{record.count, record.within, record.skill, std::numeric_limits<double>::infinity(), 0};
  for (const auto& series : judged) {
    for (const auto& each : series) {
      view.nearest = std::min(view.nearest, each.horizon());
      view.farthest = std::max(view.farthest, each.horizon());
    }
  }
  return view;
}

BySeries between(const BySeries& judged, double above, double up_to) {
  BySeries out;
  for (const auto& series : judged) {
    out.emplace_back();
    std::copy_if(series.begin(), series.end(), std::back_inserter(out.back()),
                 [&](const auto& each) { return each.horizon() > above && each.horizon() <= up_to; });
  }
  return out;
}

}  // namespace

std::optional<ForecastRecord> forecast_record(const Series& series) { return describe({monitor::backtest(timed(series))}); }

std::vector<ForecastRecord> forecast_records(const City& city, const SeriesIndex& series, const Reference& area) {
  BySeries judged;
  for (const Indicator& indicator : city.all<Indicator>()) {
    judged.push_back(monitor::backtest(timed(series.of(indicator.id, area))));
  }
  std::vector<ForecastRecord> records;
  double above = 0;
  for (const double up_to : kHorizons) {
    if (auto record = describe(between(judged, above, up_to))) records.push_back(*record);
    above = up_to;
  }
  return records;
}

}  // namespace koers::views
