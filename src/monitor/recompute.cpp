// SPDX-License-Identifier: EUPL-1.2
#include "monitor/recompute.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/parallel.h"

namespace koers::monitor {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kLeastParts = 2;  // one part does not differ from itself

/// The areas [first, last) of a municipality.
struct AreaRange {
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] std::size_t size() const { return last - first; }
};

std::vector<AreaRange> ranges_of(const Panel& panel) {
  std::vector<AreaRange> ranges(panel.municipalities());
  for (std::size_t area = 0; area < panel.areas.size(); ++area) {
    AreaRange& range = ranges[static_cast<std::size_t>(panel.areas[area].municipality)];
    if (range.size() == 0) range.first = area;
    range.last = area + 1;
  }
  return ranges;
}

/// Two passes: the sum of squares in one would lose what the mean is large against.
void score_year(const Panel& panel, std::size_t indicator, std::size_t year, std::vector<double>& scores) {
  std::vector<double> figures;
  for (std::size_t area = 0; area < panel.areas.size(); ++area) {
    const double figure = panel.figure(indicator, area, year);
    if (!std::isnan(figure)) figures.push_back(figure);
  }
  double mean = 0;
  for (const double each : figures) mean += each / static_cast<double>(figures.size());
  double squares = 0;
  for (const double each : figures) squares += (each - mean) * (each - mean);
  const double deviation = std::sqrt(squares / static_cast<double>(figures.size()));
  for (std::size_t area = 0; area < panel.areas.size(); ++area) {
    const double figure = panel.figure(indicator, area, year);
    if (std::isnan(figure)) continue;
    scores[area * panel.years + year] = score(figure, mean, deviation, panel.indicators[indicator].concern.sense).value_or(kNone);
  }
}

void score_all(const Panel& panel, std::size_t indicator, IndicatorStatistics& out) {
  out.scores.assign(panel.areas.size() * panel.years, kNone);
  for (std::size_t year = 0; year < panel.years; ++year) score_year(panel, indicator, year, out.scores);
}

/// One indicator in one municipality: what is computed at once. Writes to the places of its own areas only.
class Unit {
 public:
  Unit(const Panel& panel, std::size_t indicator, const AreaRange& range, const BootstrapParameters& bootstrap)
      : panel_(panel), indicator_(indicator), range_(range), bootstrap_(bootstrap) {}

  void add_trends(IndicatorStatistics& out) const {
    const auto mean = mean_series();
    for (std::size_t area = range_.first; area < range_.last; ++area) {
      const auto own = series_of(area);
      out.trends[area] = trend_of(own);
      out.relative_trends[area] = relative_trend(own, mean);
    }
  }

  [[nodiscard]] Differences differences() const {
    Differences out;
    for (std::size_t year = 0; year < panel_.years; ++year) {
      const auto parts = parts_in(year, year);
      const bool has_meaning = can_differ(parts);
      out.gini.push_back(has_meaning ? gini(parts) : kNone);
      out.theil.push_back(has_meaning ? theil(parts) : std::nullopt);
    }
    const std::size_t last = panel_.years - 1;
    const auto after = parts_in(last, last);
    if (can_differ(after)) out.last = inequality(after, bootstrap_);
    const auto first_of_both = parts_in(0, last);
    const auto last_of_both = parts_in(last, 0);
    if (can_differ(first_of_both) && can_differ(last_of_both)) {
      out.change_of_gini = koers::monitor::change_of_gini(first_of_both, last_of_both, bootstrap_);
    }
    return out;
  }

  void add_expectations(IndicatorStatistics& out) const {
    const bool is_count = panel_.indicators[indicator_].is_count;
    const auto levels = is_count ? std::vector<AreaLevels>{} : all_levels();
    const auto counts = is_count ? all_counts() : std::vector<AreaCounts>{};
    const Concern& concern = panel_.indicators[indicator_].concern;
    for (std::size_t back = 0; back < std::min(kJudgedMoments, panel_.years); ++back) {
      const double year = calendar(panel_.years - 1 - back);
      const auto found = is_count ? expect_counts(counts, year, concern) : expect_levels(levels, year, concern);
      std::copy(found.begin(), found.end(), out.expectations[back].begin() + static_cast<std::ptrdiff_t>(range_.first));
    }
  }

 private:
  [[nodiscard]] double calendar(std::size_t year) const { return panel_.first_year + static_cast<double>(year); }

  [[nodiscard]] double figure(std::size_t area, std::size_t year) const { return panel_.figure(indicator_, area, year); }

  [[nodiscard]] std::vector<TimedValue> series_of(std::size_t area) const {
    std::vector<TimedValue> series;
    series.reserve(panel_.years);
    for (std::size_t year = 0; year < panel_.years; ++year) {
      if (const double value = figure(area, year); !std::isnan(value)) series.push_back({calendar(year), value});
    }
    return series;
  }

  [[nodiscard]] std::vector<TimedValue> mean_series() const {
    std::vector<TimedValue> series;
    for (std::size_t year = 0; year < panel_.years; ++year) {
      double persons = 0;
      double amount = 0;
      for (const Part& part : parts_in(year, year)) {
        persons += part.weight;
        amount += part.weight * part.value;
      }
      if (persons > 0) series.push_back({calendar(year), amount / persons});
    }
    return series;
  }

  /// Figures of `year`, of the areas with persons that have one in `other` too.
  [[nodiscard]] std::vector<Part> parts_in(std::size_t year, std::size_t other) const {
    std::vector<Part> parts;
    parts.reserve(range_.size());
    for (std::size_t area = range_.first; area < range_.last; ++area) {
      const PanelArea& about = panel_.areas[area];
      const double value = figure(area, year);
      if (about.persons <= 0 || std::isnan(value) || std::isnan(figure(area, other))) continue;
      parts.push_back({value, about.persons, about.district});
    }
    return parts;
  }

  [[nodiscard]] static bool can_differ(const std::vector<Part>& parts) {
    const auto is_negative = [](const Part& part) { return part.value < 0; };
    const auto is_positive = [](const Part& part) { return part.value > 0; };
    return parts.size() >= kLeastParts && std::none_of(parts.begin(), parts.end(), is_negative) &&
           std::any_of(parts.begin(), parts.end(), is_positive);
  }

  [[nodiscard]] std::vector<AreaLevels> all_levels() const {
    std::vector<AreaLevels> out;
    for (std::size_t area = range_.first; area < range_.last; ++area) {
      out.push_back({panel_.areas[area].district, panel_.areas[area].persons, series_of(area)});
    }
    return out;
  }

  [[nodiscard]] std::vector<AreaCounts> all_counts() const {
    std::vector<AreaCounts> out;
    for (std::size_t area = range_.first; area < range_.last; ++area) {
      const double persons = panel_.areas[area].persons;
      AreaCounts own{panel_.areas[area].district, {}};
      for (std::size_t year = 0; persons > 0 && year < panel_.years; ++year) {
        const double count = panel_.indicators[indicator_].values[area * panel_.years + year];
        if (!std::isnan(count)) own.counts.push_back({calendar(year), count, persons});
      }
      out.push_back(std::move(own));
    }
    return out;
  }

  const Panel& panel_;
  std::size_t indicator_;
  AreaRange range_;
  const BootstrapParameters& bootstrap_;
};

/// A pair of indicator and area that can be judged at some moment.
struct Pair {
  std::size_t indicator = 0;
  std::size_t area = 0;
};

/// Those of one municipality and moment that are selected.
std::vector<Pair> selected_pairs(const std::vector<IndicatorStatistics>& all, const AreaRange& range, std::size_t back) {
  std::vector<Pair> pairs;
  std::vector<double> p_values;
  for (std::size_t indicator = 0; indicator < all.size(); ++indicator) {
    for (std::size_t area = range.first; area < range.last; ++area) {
      const auto& expectation = all[indicator].expectations[back][area];
      if (!expectation) continue;
      pairs.push_back({indicator, area});
      p_values.push_back(expectation->p_value);
    }
  }
  const auto selected = select_signals(p_values);
  std::vector<Pair> out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (selected[i]) out.push_back(pairs[i]);
  }
  return out;
}

/// Only what is selected now can become an alert, so only that is looked at.
void add_alerts(const Panel& panel, const AreaRange& range, std::vector<IndicatorStatistics>& all) {
  const auto now = selected_pairs(all, range, 0);
  std::vector<Tested> tested;
  for (const Pair& each : now) tested.push_back({each.area, each.indicator, panel.indicators[each.indicator].theme, true, false});
  for (std::size_t back = 1; back < kJudgedMoments && !now.empty(); ++back) {
    for (const Pair& before : selected_pairs(all, range, back)) {
      for (Tested& each : tested) each.before |= each.area == before.area && each.indicator == before.indicator;
    }
  }
  const auto levels = alerts(tested);
  for (std::size_t i = 0; i < now.size(); ++i) all[now[i].indicator].alerts[now[i].area] = levels[i];
}

}  // namespace

double Panel::figure(std::size_t indicator, std::size_t area, std::size_t year) const {
  const PanelIndicator& column = indicators[indicator];
  const double value = column.values[area * years + year];
  if (!column.is_count) return value;
  return areas[area].persons > 0 ? value / areas[area].persons : kNone;
}

std::vector<IndicatorStatistics> recompute(const Panel& panel, const BootstrapParameters& bootstrap, int threads) {
  const auto ranges = ranges_of(panel);
  std::vector<IndicatorStatistics> out(panel.indicators.size());
  if (panel.years == 0) return out;
  for_each_index(out.size(), threads, [&](std::size_t indicator) {
    IndicatorStatistics& own = out[indicator];
    score_all(panel, indicator, own);
    own.trends.resize(panel.areas.size());
    own.relative_trends.resize(panel.areas.size());
    own.differences.resize(ranges.size());
    for (auto& moment : own.expectations) moment.resize(panel.areas.size());
    own.alerts.resize(panel.areas.size());
  });
  for_each_index(out.size() * ranges.size(), threads, [&](std::size_t i) {
    const std::size_t indicator = i / ranges.size();
    const std::size_t municipality = i % ranges.size();
    const Unit unit(panel, indicator, ranges[municipality], bootstrap);
    unit.add_trends(out[indicator]);
    unit.add_expectations(out[indicator]);
    out[indicator].differences[municipality] = unit.differences();
  });
  for_each_index(ranges.size(), threads, [&](std::size_t municipality) { add_alerts(panel, ranges[municipality], out); });
  return out;
}

}  // namespace koers::monitor
