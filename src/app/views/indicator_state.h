// SPDX-License-Identifier: EUPL-1.2
// How an indicator stands in an area: value, score against the country, trend, target. Shared by the pages of the monitor.
#pragma once
#include "app/monitor/series.h"
#include "app/views/forecast_record.h"
#include "app/views/parts.h"
#include "monitor/forecast.h"
#include "monitor/score.h"

namespace koers::views {

/// What another source says about the same area and period.
struct OtherValue {
  Decimal value;
  std::optional<std::string> note;
  Citation source;
};
BOOST_DESCRIBE_STRUCT(OtherValue, (), (value, note, source))

/// A figure of a series as the pages draw it.
struct Point {
  Period period;
  std::optional<Decimal> value;
  std::optional<Decimal> denominator;
  ObservationStatus status{};
  std::optional<std::string> note;
  Citation source;
  std::vector<OtherValue> others;
};
BOOST_DESCRIBE_STRUCT(Point, (), (period, value, denominator, status, note, source, others))

/// An estimate with its 90 % interval.
struct Estimate {
  double value = 0;
  double lower = 0;
  double upper = 0;
};
BOOST_DESCRIBE_STRUCT(Estimate, (), (value, lower, upper))

/// Where a value stands among all areas of the reference: a band, never a rank of a neighbourhood.
enum class Band : std::uint8_t { far_below = 1, below = 2, around = 3, above = 4, far_above = 5 };
BOOST_DESCRIBE_ENUM(Band, far_below, below, around, above, far_above)

struct Score {
  double value = 0;  ///< standard deviations above the mean of the reference; more is always better
  Band band{};
  std::string distribution;  ///< id of the reference distribution
  AreaLevel level{};
  Period period;  ///< of the reference
  int count = 0;
  double mean = 0;
  double standard_deviation = 0;
};
BOOST_DESCRIBE_STRUCT(Score, (), (value, band, distribution, level, period, count, mean, standard_deviation))

/// Which way something goes. `none_shown`: chance could have made it; rising and falling: neither of them is better.
enum class Course : std::uint8_t { improving = 1, worsening = 2, none_shown = 3, rising = 4, falling = 5 };
BOOST_DESCRIBE_ENUM(Course, improving, worsening, none_shown, rising, falling)

struct TrendView {
  Estimate slope;  ///< per year, in the unit of the indicator
  double p_value = 0;
  Course course{};
  int moments = 0;
  double from = 0;  ///< year
  double to = 0;
};
BOOST_DESCRIBE_STRUCT(TrendView, (), (slope, p_value, course, moments, from, to))

/// The same of the distance to another area or group: gaining or losing ground.
struct RelativeTrend {
  Mentioned reference;
  TrendView trend;
};
BOOST_DESCRIBE_STRUCT(RelativeTrend, (), (reference, trend))

/// Is a target within reach?
enum class TargetCourse : std::uint8_t {
  reached = 1,
  on_course = 2,
  uncertain = 3,
  off_course = 4,
  no_trend = 5,
  no_figures = 6
};
BOOST_DESCRIBE_ENUM(TargetCourse, reached, on_course, uncertain, off_course, no_trend, no_figures)

struct TargetView {
  std::string id;
  Year year;
  Decimal value;  ///< as set
  std::optional<Mentioned> relative_to;
  std::optional<double> absolute;  ///< in the unit of the indicator; none when the other area has no figure
  std::optional<Text> summary;
  TargetCourse course{};
  std::optional<Estimate> forecast;  ///< for the year of the target, from the trend
  Status status{};
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(TargetView, (), (id, year, value, relative_to, absolute, summary, course, forecast, status, sources))

/// The latest figure of another area or group beside that of this one.
struct Beside {
  Mentioned area;
  std::optional<Decimal> value;
  Period period;
  Citation source;
};
BOOST_DESCRIBE_STRUCT(Beside, (), (area, value, period, source))

struct IndicatorState {
  std::string indicator;
  Text title;
  Text definition;
  std::string unit;
  int decimals = 0;
  IndicatorKind kind{};
  Polarity polarity{};
  std::optional<double> weight;  ///< in the set that it is shown in
  std::vector<Point> series;     ///< empty: never measured here
  std::optional<Score> score;
  std::optional<TrendView> trend;
  std::optional<RelativeTrend> relative_trend;
  std::vector<Beside> beside;
  std::optional<Spread> new_towns;  ///< of the same source and period as the last figure
  std::optional<Spread> neighbours;
  std::optional<Spread> districts;
  std::vector<TargetView> targets;
  std::optional<ForecastRecord> forecast_record;  ///< none when no forecast could have been made and judged yet
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(IndicatorState, (),
                      (indicator, title, definition, unit, decimals, kind, polarity, weight, series, score, trend, relative_trend,
                       beside, new_towns, neighbours, districts, targets, forecast_record, overdue))

/// What all states of a city are computed with. Holds on to nothing: city and series must outlive it.
struct MonitorContext {
  const City& city;
  const SeriesIndex& series;
  std::chrono::year_month_day today;
};

[[nodiscard]] IndicatorState indicator_state(const MonitorContext& context, const Indicator& indicator, const Reference& area,
                                             std::optional<double> weight = std::nullopt);

/// The score of a figure of an area against the reference distribution of its kind of area that is nearest in time; none
/// without one, or when neither more nor less is better.
[[nodiscard]] std::optional<Score> score_of(const City& city, const Indicator& indicator, const Moment& moment);
/// Of the latest figure in `area`.
[[nodiscard]] std::optional<Score> latest_score(const MonitorContext& context, const Indicator& indicator, const Reference& area);

/// Is the next figure late?
[[nodiscard]] bool is_overdue(const Indicator& indicator, std::chrono::year_month_day today);

[[nodiscard]] std::vector<Point> points_of(const Series& series);
[[nodiscard]] Kind kind_of(AreaLevel level);
[[nodiscard]] Band view_of(monitor::ScoreBand band);
[[nodiscard]] Estimate view_of(const monitor::Interval& interval);

}  // namespace koers::views
