// SPDX-License-Identifier: EUPL-1.2
// The figures of a city by indicator and area, in order of time: what all statistics start from.
#pragma once
#include <map>
#include <vector>

#include "model/city.h"
#include "monitor/trend.h"

namespace koers {

/// One moment of a series. Of several figures about one period the first counts; the others stand beside it.
struct Moment {
  const Observation* observation = nullptr;
  std::vector<const Observation*> others;  ///< of the same period, with another value

  [[nodiscard]] const Period& period() const { return observation->period; }
  [[nodiscard]] std::optional<double> value() const;
  /// As a number on the line of time: the year, or the middle of several.
  [[nodiscard]] double year() const;
};

/// Ascending by period.
using Series = std::vector<Moment>;

/// What can be drawn through: suppressed and missing figures left out.
[[nodiscard]] std::vector<monitor::TimedValue> timed(const Series& series);

/// Points into the observations of a city, which must outlive it.
class SeriesIndex {
 public:
  explicit SeriesIndex(const City& city);

  /// Empty when nothing was ever measured.
  [[nodiscard]] const Series& of(const Id<Indicator>& indicator, const Reference& area) const;
  /// The last moment with a value; none when there is none.
  [[nodiscard]] const Moment* latest(const Id<Indicator>& indicator, const Reference& area) const;
  /// The moment of a period; none when there is no figure about it.
  [[nodiscard]] const Moment* at(const Id<Indicator>& indicator, const Reference& area, const Period& period) const;
  /// All areas with a figure.
  [[nodiscard]] const std::map<Reference, Series>& areas_of(const Id<Indicator>& indicator) const;
  /// The periods of which some area of `kind` has a value, ascending.
  [[nodiscard]] std::vector<Period> periods_of(const Id<Indicator>& indicator, Kind kind) const;

 private:
  std::map<std::string, std::map<Reference, Series>> series_;
};

/// The year of a period as a number: its middle.
[[nodiscard]] double year_of(const Period& period);

}  // namespace koers
