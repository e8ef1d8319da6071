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

/// How an indicator is spread over all areas of the kind in the country: spread, not only a mean.
struct Quantiles {
  Decimal p5;
  Decimal p25;
  Decimal p50;
  Decimal p75;
  Decimal p95;
};
BOOST_DESCRIBE_STRUCT(Quantiles, (), (p5, p25, p50, p75, p95))

/// How the last figure of an indicator stands among all areas of its kind in the country.
struct AreaScore {
  std::string indicator;
  Score score;
  Quantiles spread;
  std::vector<Citation> sources;  ///< of the spread
};
BOOST_DESCRIBE_STRUCT(AreaScore, (), (indicator, score, spread, sources))

/// What somebody who works there sees.
struct NoteView {
  std::string id;
  Mentioned theme;
  Mentioned area;
  Date month;
  std::string profession;
  std::string text;
  Audience audience{};
  Status status{};
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (id, theme, area, month, profession, text, audience, status))

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
  std::vector<NoteView> notes;  ///< about the area and its parts, the latest first
  std::vector<Citation> sources;
};
BOOST_DESCRIBE_STRUCT(AreaProfile, (),
                      (id, level, name, summary, parent, measurements, scores, children, efforts, focus_areas, notes, sources))

[[nodiscard]] AreaRegister area_register(const City& city);
/// `not_found` for an unknown code.
[[nodiscard]] Result<AreaProfile> area_profile(const City& city, const std::string& code);
/// A FeatureCollection as JSON text (RFC 7946).
[[nodiscard]] std::string boundaries(const City& city, AreaLevel level);

}  // namespace koers::views
