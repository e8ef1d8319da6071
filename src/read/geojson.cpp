// SPDX-License-Identifier: EUPL-1.2
#include "read/geojson.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "read/geometry_text.h"
#include "read/number_text.h"

namespace koers::reader {
namespace {

using Json = nlohmann::json;
using Event = Json::parse_event_t;

/// A member of a map file; null where there is none.
const Json& member(const Json& object, const char* name) {
  static const Json kNone;
  const auto found = object.find(name);
  return found == object.end() ? kNone : *found;
}

std::string text_in(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_float()) return number_text(value.get<double>());
  return value.dump();  // an integer, true, false, a list; what is nested too deep was refused
}

class Features {
 public:
  Features(Coordinates coordinates, Answer& answer) : positions_(coordinates, answer), answer_(answer) {}

  void take(const Json& feature) {
    answer_.at(++number_);
    if (!feature.is_object() || member(feature, "type") != "Feature") {
      return answer_.refuse(ErrorCode::bad_input, "geojson", "something else in the list of features", "a Feature");
    }
    std::map<std::string, std::string> properties;
    if (!member(feature, "id").is_null()) properties["id"] = text_in(member(feature, "id"));
    const Json& given = member(feature, "properties");
    if (!given.is_null() && !given.is_object())
      return answer_.refuse(ErrorCode::bad_input, "geojson", "properties that are no object", "an object");
    for (const auto& [name, value] : given.items()) {
      if (!value.is_null()) properties[name] = text_in(value);
    }
    std::string geometry;
    add_geometry(geometry, member(feature, "geometry"));
    answer_.feature(number_, properties, geometry);
  }

 private:
  void add_geometry(std::string& out, const Json& geometry) {
    if (geometry.is_null()) return;
    const Json& type = member(geometry, "type");
    if (type == kGeometryCollection) {
      out += R"({"type":"GeometryCollection","geometries":)";
      add_list(out, member(geometry, "geometries"), [&](const Json& each) { add_geometry(out, each); });
      out += '}';
      return;
    }
    const auto found =
        std::find_if(kGeometryTypes.begin(), kGeometryTypes.end(), [&](const auto& known) { return type == known.name; });
    if (found == kGeometryTypes.end()) return refuse_geometry("an unknown type of geometry");
    out += R"({"type":")" + std::string(found->name) + R"(","coordinates":)";
    add_coordinates(out, member(geometry, "coordinates"), found->nesting);
    out += '}';
  }

  void add_list(std::string& out, const Json& list, const auto& item) {
    if (!list.is_array()) return refuse_geometry("coordinates that are no list");
    out += '[';
    for (std::size_t i = 0; i < list.size() && !answer_.refused(); ++i) {
      if (i > 0) out += ',';
      item(list[i]);
    }
    out += ']';
  }

  void add_coordinates(std::string& out, const Json& value, int nesting) {
    if (nesting > 0) return add_list(out, value, [&](const Json& each) { add_coordinates(out, each, nesting - 1); });
    if (!value.is_array() || value.size() < 2 || !value[0].is_number() || !value[1].is_number()) {
      return refuse_geometry("a position that is no pair of numbers");
    }
    positions_.add(out, value[0].get<double>(), value[1].get<double>());
  }

  void refuse_geometry(std::string found) {
    answer_.refuse(ErrorCode::bad_input, "geometry", std::move(found), "a geometry of GeoJSON");
  }

  Positions positions_;
  Answer& answer_;
  std::int64_t number_ = 0;
};

/// Goes through the text once; `feature` is called with each element of the list of features, which is then forgotten. Gives the
/// rest of the collection.
Json walk(std::string_view text, Answer& answer, const std::function<void(const Json&)>& feature) {
  bool in_features = false;
  const auto step = [&](int depth, Event event, Json& value) {
    if (answer.refused() || !answer.keep("depth", depth)) return false;
    if (depth == 1 && event == Event::key) in_features = value == "features";
    if (!in_features || depth < 1) return true;
    const bool is_whole = event == Event::object_end || event == Event::array_end || event == Event::value;
    if (depth == 2 && is_whole && feature) feature(value);
    return feature ? depth != 2 || !is_whole : event == Event::key || event == Event::array_end;
  };
  try {
    return Json::parse(text, step);
  } catch (const Json::parse_error& error) {
    const Place place = place_of(text, error.byte == 0 ? 0 : error.byte - 1, "");
    answer.at(place.line, place.column);
    answer.refuse(ErrorCode::bad_input, "syntax", "what is no JSON", "well-formed JSON");
  } catch (const Json::exception&) {
    answer.refuse(ErrorCode::bad_input, "syntax", "a number that is too large", "well-formed JSON");
  }
  return {};
}

/// The coordinates by the `crs` of GeoJSON before RFC 7946; WGS 84 without one.
std::optional<Coordinates> coordinates_in(const Json& collection, Answer& answer) {
  const Json& crs = member(collection, "crs");
  if (crs.is_null()) return Coordinates::wgs84;
  const Json& given = crs.is_object() && member(crs, "properties").is_object() ? member(member(crs, "properties"), "name") : crs;
  const std::string name = given.is_string() ? given.get<std::string>() : given.dump();
  constexpr std::array<std::pair<std::string_view, Coordinates>, 7> kKnown = {{
      {"urn:ogc:def:crs:OGC:1.3:CRS84", Coordinates::wgs84},
      {"urn:ogc:def:crs:OGC::CRS84", Coordinates::wgs84},
      {"http://www.opengis.net/def/crs/OGC/1.3/CRS84", Coordinates::wgs84},
      {"EPSG:4326", Coordinates::wgs84},
      {"urn:ogc:def:crs:EPSG::28992", Coordinates::dutch_grid},
      {"http://www.opengis.net/def/crs/EPSG/0/28992", Coordinates::dutch_grid},
      {"EPSG:28992", Coordinates::dutch_grid},
  }};
  const auto found = std::find_if(kKnown.begin(), kKnown.end(), [&](const auto& known) { return known.first == name; });
  if (found != kKnown.end()) return found->second;
  answer.refuse(ErrorCode::unsupported, "coordinates", "coordinates in " + in_quotes(name),
                "WGS 84 (CRS84) or the Dutch grid (EPSG:28992)");
  return std::nullopt;
}

}  // namespace

void read_geojson(std::string_view text, Answer& answer) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  // Twice: the system of coordinates may stand behind the features.
  const Json collection = walk(text, answer, nullptr);
  if (answer.refused()) return;
  if (!collection.is_object() || member(collection, "type") != "FeatureCollection") {
    return answer.refuse(ErrorCode::bad_input, "geojson", "JSON that is no map", "a FeatureCollection of GeoJSON");
  }
  const auto coordinates = coordinates_in(collection, answer);
  if (!coordinates) return;
  answer.begin_file("geojson");
  const Json& name = member(collection, "name");
  answer.begin_layer(name.is_string() ? name.get<std::string>() : std::string());
  Features features(*coordinates, answer);
  walk(text, answer, [&](const Json& feature) { features.take(feature); });
}

}  // namespace koers::reader
