// SPDX-License-Identifier: EUPL-1.2
#include "app/views/indicator_state.h"

#include <algorithm>
#include <cmath>

namespace koers::views {
namespace {

monitor::Sense sense_of(Polarity polarity) {
  if (polarity == Polarity::neutral) return monitor::Sense::neither;
  return polarity == Polarity::more_is_better ? monitor::Sense::more_is_better : monitor::Sense::less_is_better;
}

double sign_of(Polarity polarity) { return polarity == Polarity::less_is_better ? -1 : 1; }

const ReferenceDistribution* nearest_distribution(const City& city, const Indicator& indicator, const Moment& moment) {
  const ReferenceDistribution* nearest = nullptr;
  const auto distance = [&](const ReferenceDistribution& each) { return std::abs(year_of(each.period) - moment.year()); };
  for (const ReferenceDistribution& each : city.all<ReferenceDistribution>()) {
    if (each.indicator != indicator.id || kind_of(each.level) != moment.observation->area.kind) continue;
    if (nearest == nullptr || distance(each) < distance(*nearest)) nearest = &each;
  }
  return nearest;
}

std::optional<std::string> note_of(const Observation& observation) {
  return observation.note.empty() ? std::nullopt : std::optional(observation.note);
}

Course course_of(const monitor::Trend& trend, Polarity polarity) {
  if (!trend.is_shown() || trend.slope.value == 0) return Course::none_shown;
  if (polarity == Polarity::neutral) return trend.slope.value > 0 ? Course::rising : Course::falling;
  return sign_of(polarity) * trend.slope.value > 0 ? Course::improving : Course::worsening;
}

TrendView describe(const monitor::Trend& trend, Polarity polarity, double from, double to) {
  return {view_of(trend.slope), trend.p_value, course_of(trend, polarity), static_cast<int>(trend.count), from, to};
}

std::optional<TrendView> trend_view(const std::optional<monitor::Trend>& trend, Polarity polarity,
                                    const std::vector<monitor::TimedValue>& values) {
  if (!trend || values.empty()) return std::nullopt;
  return describe(*trend, polarity, values.front().year, values.back().year);
}

/// Against the first region that has enough years in common.
std::optional<RelativeTrend> relative_to_region(const MonitorContext& context, const Indicator& indicator, const Series& series) {
  const auto own = timed(series);
  for (const Region& region : context.city.all<Region>()) {
    const auto reference = timed(context.series.of(indicator.id, {Kind::region, region.id.str()}));
    const auto trend = monitor::relative_trend(own, reference);
    if (trend) return RelativeTrend{mentioned(context.city, region.id), *trend_view(trend, indicator.polarity, own)};
  }
  return std::nullopt;
}

std::vector<Beside> regions_beside(const MonitorContext& context, const Indicator& indicator) {
  std::vector<Beside> out;
  for (const Region& region : context.city.all<Region>()) {
    const Moment* moment = context.series.latest(indicator.id, {Kind::region, region.id.str()});
    if (moment == nullptr) continue;
    out.push_back(
        {mentioned(context.city, region.id), moment->observation->value, moment->period(), moment->observation->source});
  }
  return out;
}

TargetCourse course_of(monitor::Reach reach) {
  if (reach == monitor::Reach::on_course) return TargetCourse::on_course;
  return reach == monitor::Reach::off_course ? TargetCourse::off_course : TargetCourse::uncertain;
}

/// The value that a target asks for, where it is relative to another area: that of its latest figure and the wanted distance.
std::optional<double> absolute_target(const MonitorContext& context, const Target& target) {
  if (!target.relative_to) return target.value.to_double();
  const Moment* other = context.series.latest(target.indicator, *target.relative_to);
  return other == nullptr ? std::nullopt : std::optional(*other->value() + target.value.to_double());
}

void judge(TargetView& view, const std::vector<monitor::TimedValue>& values, Polarity polarity) {
  if (values.empty() || !view.absolute) return;
  view.course = TargetCourse::no_trend;
  const double sign = sign_of(polarity);
  const bool is_there = sign * values.back().value >= sign * *view.absolute;
  if (values.back().year >= view.year.value) {
    view.course = is_there ? TargetCourse::reached : TargetCourse::off_course;
    return;
  }
  const auto trend = monitor::trend_of(values);
  if (!trend || polarity == Polarity::neutral) return;
  const auto forecast = monitor::forecast(*trend, values, view.year.value);
  view.forecast = view_of(forecast);
  view.course = course_of(monitor::reach_of(forecast, *view.absolute, sign));
}

std::vector<TargetView> targets_of(const MonitorContext& context, const Indicator& indicator, const Reference& area,
                                   const Series& series) {
  std::vector<TargetView> out;
  for (const Target& target : context.city.all<Target>()) {
    if (target.indicator != indicator.id || target.area != area) continue;
    TargetView view{target.id.str(),
                    target.year,
                    target.value,
                    {},
                    absolute_target(context, target),
                    target.summary,
                    TargetCourse::no_figures,
                    {},
                    target.status,
                    target.sources};
    if (target.relative_to) view.relative_to = mentioned(context.city, *target.relative_to);
    judge(view, timed(series), indicator.polarity);
    out.push_back(std::move(view));
  }
  std::stable_sort(out.begin(), out.end(), [](const TargetView& a, const TargetView& b) { return a.year < b.year; });
  return out;
}

}  // namespace

Kind kind_of(AreaLevel level) {
  switch (level) {
    case AreaLevel::region:
      return Kind::region;
    case AreaLevel::municipality:
      return Kind::municipality;
    case AreaLevel::district:
      return Kind::district;
    case AreaLevel::neighbourhood:
      return Kind::neighbourhood;
  }
  return Kind::municipality;
}

bool is_overdue(const Indicator& indicator, std::chrono::year_month_day today) {
  return indicator.next_due && indicator.next_due->last_day() < today;
}

std::vector<Point> points_of(const Series& series) {
  std::vector<Point> points;
  for (const Moment& moment : series) {
    const Observation& each = *moment.observation;
    Point point{each.period, each.value, each.denominator, each.status, note_of(each), each.source, {}};
    for (const Observation* other : moment.others) point.others.push_back({*other->value, note_of(*other), other->source});
    points.push_back(std::move(point));
  }
  return points;
}

Band view_of(monitor::ScoreBand band) { return static_cast<Band>(band); }

Estimate view_of(const monitor::Interval& interval) { return {interval.value, interval.lower, interval.upper}; }

std::optional<Score> score_of(const City& city, const Indicator& indicator, const Moment& moment) {
  const ReferenceDistribution* reference = moment.value() ? nearest_distribution(city, indicator, moment) : nullptr;
  if (reference == nullptr) return std::nullopt;
  const double mean = reference->mean.to_double();
  const double deviation = reference->standard_deviation.to_double();
  const auto value = monitor::score(*moment.value(), mean, deviation, sense_of(indicator.polarity));
  if (!value) return std::nullopt;
  return Score{*value,
               view_of(monitor::band_of(*value)),
               reference->id.str(),
               reference->level,
               reference->period,
               reference->count,
               mean,
               deviation};
}

std::optional<Score> latest_score(const MonitorContext& context, const Indicator& indicator, const Reference& area) {
  const Moment* moment = context.series.latest(indicator.id, area);
  return moment == nullptr ? std::nullopt : score_of(context.city, indicator, *moment);
}

IndicatorState indicator_state(const MonitorContext& context, const Indicator& indicator, const Reference& area,
                               std::optional<double> weight) {
  const Series& series = context.series.of(indicator.id, area);
  IndicatorState state;
  state.indicator = indicator.id.str();
  state.title = indicator.title;
  state.definition = indicator.definition;
  state.unit = indicator.unit;
  state.decimals = indicator.decimals;
  state.kind = indicator.kind;
  state.polarity = indicator.polarity;
  state.weight = weight;
  state.series = points_of(series);
  state.score = latest_score(context, indicator, area);
  state.trend = trend_view(monitor::trend_of(timed(series)), indicator.polarity, timed(series));
  state.relative_trend = relative_to_region(context, indicator, series);
  state.beside = regions_beside(context, indicator);
  if (const auto measured = measurement(context.city, indicator, area)) {
    state.new_towns = measured->new_towns;
    state.neighbours = measured->neighbours;
    state.districts = measured->districts;
  }
  state.targets = targets_of(context, indicator, area, series);
  state.forecast_record = forecast_record(series);
  state.overdue = is_overdue(indicator, context.today);
  return state;
}

}  // namespace koers::views
