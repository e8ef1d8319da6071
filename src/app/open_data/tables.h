// SPDX-License-Identifier: EUPL-1.2
// What is measured, as tables and features that anybody may use: each with source and licence. Takes the public part of a city.
#pragma once
#include <functional>

#include "app/views/indicator_state.h"

namespace koers::open_data {

/// Which figures; nothing given: all.
struct Filter {
  std::optional<std::string> indicator;
  std::optional<std::string> area;  ///< as a reference: `district/WK063701`
};
[[nodiscard]] bool passes(const Filter& filter, const Observation& each);

/// The licence of a figure: of its indicator, else of its source, else of the package as a whole.
[[nodiscard]] std::string licence_of(const City& city, const Observation& each);
[[nodiscard]] std::string licence_of(const City& city);

/// RFC 4180 with a header. A text that a spreadsheet would take for a formula gets an apostrophe before it.
[[nodiscard]] std::string observations_csv(const City& city, const Filter& filter = {});
[[nodiscard]] std::string indicators_csv(const City& city);
[[nodiscard]] std::string sources_csv(const City& city);

/// One indicator in one area through time.
struct SeriesView {
  std::string indicator;
  std::string unit;
  std::string area;
  std::string area_name;
  std::string licence;
  std::vector<views::Point> points;
};
BOOST_DESCRIBE_STRUCT(SeriesView, (), (indicator, unit, area, area_name, licence, points))
[[nodiscard]] std::vector<SeriesView> series(const City& city, const Filter& filter);

/// Where the last figure of an indicator in an area stands among all areas of its kind in the country.
struct ScoreView {
  std::string indicator;
  std::string area;
  std::string area_name;
  Period period;
  std::string licence;
  Citation source;
  views::Score score;
};
BOOST_DESCRIBE_STRUCT(ScoreView, (), (indicator, area, area_name, period, licence, source, score))
[[nodiscard]] std::vector<ScoreView> scores(const City& city, const Filter& filter);

/// A FeatureCollection (RFC 7946): the areas of a level with the latest value of each indicator, its period, status, source and
/// licence.
[[nodiscard]] std::string area_features(const City& city, AreaLevel level);

}  // namespace koers::open_data
