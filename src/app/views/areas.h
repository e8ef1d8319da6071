// SPDX-License-Identifier: EUPL-1.2
// Areas: the register with the latest figures, the profile of one, and boundaries as GeoJSON.
#pragma once
#include "app/views/indicator_state.h"

namespace koers::views {

struct AreaFigure {
  std::optional<Decimal> value;
  Period period;
  ObservationStatus status{};
  Citation source;
};
BOOST_DESCRIBE_STRUCT(AreaFigure, (), (value, period, status, source))

struct AreaRow {
  std::string id;
  AreaLevel level{};
  std::string name;
  std::optional<std::string> parent;
  std::optional<MunicipalityRole> role;
  std::map<std::string, AreaFigure> figures;
};
BOOST_DESCRIBE_STRUCT(AreaRow, (), (id, level, name, parent, role, figures))

struct IndicatorView {
  std::string id;
  Text title;
  Text definition;
  std::string unit;
  int decimals = 0;
  Polarity polarity{};
};
BOOST_DESCRIBE_STRUCT(IndicatorView, (), (id, title, definition, unit, decimals, polarity))

struct AreaRegister {
  std::vector<IndicatorView> indicators;  ///< those with a figure for any area
  std::vector<AreaRow> areas;
};
BOOST_DESCRIBE_STRUCT(AreaRegister, (), (indicators, areas))

/// How the last figure of an indicator stands among all areas of its kind in the country.
struct AreaScore {
  std::string indicator;
  Score score;
};
BOOST_DESCRIBE_STRUCT(AreaScore, (), (indicator, score))

struct AreaProfile {
  std::string id;
  AreaLevel level{};
  std::string name;
  std::optional<Text> summary;
  std::optional<Mentioned> parent;
  std::vector<Measurement> measurements;
  std::vector<AreaScore> scores;
  std::vector<Mentioned> children;
  std::vector<Mentioned> efforts;
  std::vector<Mentioned> focus_areas;
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(AreaProfile, (),
                      (id, level, name, summary, parent, measurements, scores, children, efforts, focus_areas, sources))

[[nodiscard]] AreaRegister area_register(const City& city);
/// `not_found` for an unknown code.
[[nodiscard]] Result<AreaProfile> area_profile(const City& city, const std::string& code);
/// A FeatureCollection as JSON text (RFC 7946).
[[nodiscard]] std::string boundaries(const City& city, AreaLevel level);

}  // namespace koers::views
