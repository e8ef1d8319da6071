// SPDX-License-Identifier: EUPL-1.2
// Places and their boundaries. Area ids are CBS codes: GM…, WK…, BU….
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

enum class RegionKind : std::uint8_t { country = 1, province = 2, region = 3, reference_group = 4 };
BOOST_DESCRIBE_ENUM(RegionKind, country, province, region, reference_group)

/// Something larger than a municipality that figures are compared with.
struct Region {
  Id<Region> id;
  Text title;
  RegionKind kind{};
  std::vector<Id<Municipality>> members;  ///< those that the package knows; not necessarily all
  std::vector<Citation> sources;
  bool operator==(const Region&) const = default;
};
BOOST_DESCRIBE_STRUCT(Region, (), (id, title, kind, members, sources))

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
