// SPDX-License-Identifier: EUPL-1.2
// Pieces that several pages show, in the shapes of api/openapi.yaml.
#pragma once
#include "model/write_record.h"

namespace koers::views {

/// Another document by name.
struct Mentioned {
  Kind kind{};
  std::string id;
  Text title;
};
BOOST_DESCRIBE_STRUCT(Mentioned, (), (kind, id, title))

[[nodiscard]] Mentioned mentioned(const City& city, const Reference& reference);

template <class T>
[[nodiscard]] Mentioned mentioned(const City& city, const Id<T>& id) {
  return mentioned(city, Reference{kKindOf<T>, id.str()});
}

template <class List>
[[nodiscard]] std::vector<Mentioned> all_mentioned(const City& city, const List& references) {
  std::vector<Mentioned> out;
  for (const auto& reference : references) out.push_back(mentioned(city, reference));
  return out;
}

/// The records of `T` for which `test` holds, by name.
template <class T, class Test>
[[nodiscard]] std::vector<Mentioned> mentioned_where(const City& city, Test test) {
  std::vector<Mentioned> out;
  for (const T& record : city.all<T>()) {
    if (test(record)) out.push_back(mentioned(city, record.id));
  }
  return out;
}

template <class T>
[[nodiscard]] bool contains(const std::vector<T>& list, const T& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// Lowest, median and highest of a set of places: spread beside every single figure.
struct Spread {
  int count = 0;
  Decimal lowest;
  double median = 0;
  Decimal highest;
};
BOOST_DESCRIBE_STRUCT(Spread, (), (count, lowest, median, highest))

/// None of no values. The median of an even number is the mean of the two in the middle.
[[nodiscard]] std::optional<Spread> spread_of(std::vector<Decimal> values);

struct Measurement {
  std::string indicator;
  Text title;
  Text definition;
  std::string unit;
  int decimals = 0;
  Polarity polarity{};
  Period period;
  std::optional<Decimal> value;
  ObservationStatus status{};
  std::optional<std::string> note;
  Citation source;
  std::optional<Decimal> city;
  std::optional<Spread> districts;
  std::optional<Spread> new_towns;
  std::optional<Spread> neighbours;
};
BOOST_DESCRIBE_STRUCT(Measurement, (),
                      (indicator, title, definition, unit, decimals, polarity, period, value, status, note, source, city,
                       districts, new_towns, neighbours))

/// The latest observation of an indicator in an area; of several of one period the first. None: never measured.
[[nodiscard]] const Observation* latest(const City& city, const std::string& indicator, const Reference& area);

/// What is measured of `indicator` in `area`, beside the city, its districts and the comparison municipalities in the same
/// period of the same source.
[[nodiscard]] std::optional<Measurement> measurement(const City& city, const Indicator& indicator, const Reference& area);

[[nodiscard]] Reference own_municipality(const City& city);

/// Sums of the budgets about `subject` and of the lines about it in others; none when no budget says.
struct Money {
  std::optional<Euro> costs;
  std::optional<Euro> cover;
  std::optional<Status> costs_status;  ///< the weakest of what was added up: illustrative before derived before source
  std::optional<Status> cover_status;
};
[[nodiscard]] Money money_of(const City& city, const Id<Effort>& effort);

}  // namespace koers::views
