// SPDX-License-Identifier: EUPL-1.2
// Places, their boundaries, and what is measured there. Area ids are CBS codes: GM…, WK…, BU….
#pragma once
#include <array>

#include "model/effort.h"

namespace koers {

enum class MunicipalityRole : std::uint8_t { own = 1, new_town = 2, neighbour = 3 };
BOOST_DESCRIBE_ENUM(MunicipalityRole, own, new_town, neighbour)

struct Municipality {
  Id<Municipality> id;
  std::string name;
  MunicipalityRole role{};
  std::vector<Citation> sources;
  bool operator==(const Municipality&) const = default;
};
BOOST_DESCRIBE_STRUCT(Municipality, (), (id, name, role, sources))

struct District {
  Id<District> id;
  std::string name;
  Id<Municipality> municipality;
  std::optional<Text> summary;
  std::vector<Citation> sources;
  bool operator==(const District&) const = default;
};
BOOST_DESCRIBE_STRUCT(District, (), (id, name, municipality, summary, sources))

struct Neighbourhood {
  Id<Neighbourhood> id;
  std::string name;
  Id<District> district;
  std::vector<Citation> sources;
  bool operator==(const Neighbourhood&) const = default;
};
BOOST_DESCRIBE_STRUCT(Neighbourhood, (), (id, name, district, sources))

/// Longitude and latitude in degrees, WGS 84.
using Position = std::array<double, 2>;
using Ring = std::vector<Position>;  ///< closed: first position equals the last, at least four
using Polygon = std::vector<Ring>;   ///< the outer ring first, then holes
using MultiPolygon = std::vector<Polygon>;

/// Where an area lies. The CBS re-uses codes for other places, so a boundary always carries its year.
struct Boundary {
  Id<Boundary> id;  ///< the code of the area
  Reference area;
  Year version;
  MultiPolygon polygons;
  std::vector<Citation> sources;
  bool operator==(const Boundary&) const = default;
};
BOOST_DESCRIBE_STRUCT(Boundary, (), (id, area, version, polygons, sources))

enum class IndicatorKind : std::uint8_t { outcome = 1, performance = 2, context = 3 };
BOOST_DESCRIBE_ENUM(IndicatorKind, outcome, performance, context)

/// More is better, less is better, or neither.
enum class Polarity : std::uint8_t { more_is_better = 1, less_is_better = 2, neutral = 3 };
BOOST_DESCRIBE_ENUM(Polarity, more_is_better, less_is_better, neutral)

struct Indicator {
  Id<Indicator> id;
  Text title;
  Text definition;
  std::string unit;
  int decimals{};
  IndicatorKind kind{};
  Polarity polarity{};
  std::optional<std::string> owner;
  std::optional<Date> next_due;
  std::vector<Citation> sources;
  bool operator==(const Indicator&) const = default;
};
BOOST_DESCRIBE_STRUCT(Indicator, (), (id, title, definition, unit, decimals, kind, polarity, owner, next_due, sources))

enum class ObservationStatus : std::uint8_t { final_ = 1, provisional = 2, estimated = 3, suppressed = 4, missing = 5 };

/// A number with a place, a period and a source; a row of statistics/*.csv.
struct Observation {
  Id<Indicator> indicator;
  Reference area;
  Period period;
  std::optional<Decimal> value;  ///< absent when suppressed or missing
  ObservationStatus status{};
  Citation source;
  std::string note;
  bool operator==(const Observation&) const = default;
};

/// The package as a whole: `city.yaml`.
struct CityManifest {
  Id<CityManifest> id;
  int format{};  ///< of the package; this program reads 1
  std::string name;
  Id<Municipality> municipality;
  std::vector<std::string> languages;  ///< every text must be there in each of them; the first is the default
  std::string licence;                 ///< SPDX identifier of the content
  bool operator==(const CityManifest&) const = default;
};
BOOST_DESCRIBE_STRUCT(CityManifest, (), (id, format, name, municipality, languages, licence))

}  // namespace koers
