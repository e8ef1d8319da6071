// SPDX-License-Identifier: EUPL-1.2
#include "app/monitor/series.h"

#include <algorithm>
#include <set>

namespace koers {
namespace {

bool is_earlier(const Period& a, const Period& b) {
  return std::pair(a.to.last_day(), a.from.first_day()) < std::pair(b.to.last_day(), b.from.first_day());
}

/// Figures of one period become one moment.
void add(Series& series, const Observation& observation) {
  const auto place = std::lower_bound(series.begin(), series.end(), observation.period,
                                      [](const Moment& moment, const Period& of) { return is_earlier(moment.period(), of); });
  if (place == series.end() || place->period() != observation.period) {
    series.insert(place, Moment{&observation, {}});
  } else if (!place->observation->value && observation.value) {
    place->observation = &observation;  // a figure before a gap that another source has
  } else if (observation.value && observation.value != place->observation->value) {
    place->others.push_back(&observation);
  }
}

}  // namespace

double year_of(const Period& period) { return (period.from.year + period.to.year) / 2.0; }

std::optional<double> Moment::value() const {
  return observation->value ? std::optional(observation->value->to_double()) : std::nullopt;
}

double Moment::year() const { return year_of(period()); }

std::vector<monitor::TimedValue> timed(const Series& series) {
  std::vector<monitor::TimedValue> values;
  for (const Moment& each : series) {
    if (each.value()) values.push_back({each.year(), *each.value()});
  }
  return values;
}

SeriesIndex::SeriesIndex(const City& city) {
  for (const Observation& each : city.observations) add(series_[each.indicator.str()][each.area], each);
}

const std::map<Reference, Series>& SeriesIndex::areas_of(const Id<Indicator>& indicator) const {
  static const std::map<Reference, Series> kNone;
  const auto found = series_.find(indicator.str());
  return found == series_.end() ? kNone : found->second;
}

const Series& SeriesIndex::of(const Id<Indicator>& indicator, const Reference& area) const {
  static const Series kNone;
  const auto& areas = areas_of(indicator);
  const auto found = areas.find(area);
  return found == areas.end() ? kNone : found->second;
}

const Moment* SeriesIndex::latest(const Id<Indicator>& indicator, const Reference& area) const {
  const Series& series = of(indicator, area);
  const auto found = std::find_if(series.rbegin(), series.rend(), [](const Moment& each) { return each.value().has_value(); });
  return found == series.rend() ? nullptr : &*found;
}

const Moment* SeriesIndex::at(const Id<Indicator>& indicator, const Reference& area, const Period& period) const {
  const Series& series = of(indicator, area);
  const auto found = std::find_if(series.begin(), series.end(), [&](const Moment& each) { return each.period() == period; });
  return found == series.end() ? nullptr : &*found;
}

std::vector<Period> SeriesIndex::periods_of(const Id<Indicator>& indicator, Kind kind) const {
  std::vector<Period> periods;
  for (const auto& [area, series] : areas_of(indicator)) {
    if (area.kind != kind) continue;
    for (const Moment& each : series) {
      if (each.value() && std::find(periods.begin(), periods.end(), each.period()) == periods.end()) {
        periods.push_back(each.period());
      }
    }
  }
  std::sort(periods.begin(), periods.end(), is_earlier);
  return periods;
}

}  // namespace koers
