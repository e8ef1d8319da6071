// SPDX-License-Identifier: EUPL-1.2
#include "fetch/feature_page.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "base/national_grid.h"
#include "base/utf8.h"
#include "fetch/netherlands.h"
#include "fetch/odata_page.h"
#include "fetch/page_fault.h"

namespace koers::fetch {
namespace {

using Json = nlohmann::json;

constexpr double kMissingFrom = -99'990;  // PDOK: -99995 no information, -99997 too few; -99999999 in older sets
constexpr double kDigits = 1e7;           // of a degree: a centimetre
constexpr std::size_t kSmallestRing = 4;  // RFC 7946, 3.1.6: closed, so a triangle has four

std::unexpected<Error> wrong(const std::string& address, std::string path, std::string found, std::string expected) {
  return page_fault(ErrorCode::bad_input, "geojson", address, std::move(path), std::move(found), std::move(expected));
}

const Json* member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return object.is_object() && found != object.end() ? &*found : nullptr;
}

std::string text_of(const Json& object, const char* name) {
  const Json* found = member(object, name);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

/// Turns the coordinates of one feature, in place.
class Turner {
 public:
  explicit Turner(bool& is_converted) : is_converted_(is_converted) {}

  /// `depth` levels of lists around the positions: 2 for a polygon, 3 for several.
  bool turn(Json& coordinates, int depth) {
    if (!coordinates.is_array() || coordinates.empty()) return fail("an empty list or none", "lists of positions");
    if (depth == 0) return turn_position(coordinates);
    if (depth == 1 && coordinates.size() < kSmallestRing) return fail("a ring of fewer than four positions", "a closed ring");
    for (Json& each : coordinates) {
      if (!turn(each, depth - 1)) return false;
    }
    if (depth == 1 && coordinates.front() != coordinates.back()) return fail("a ring that is not closed", "a closed ring");
    return true;
  }
  [[nodiscard]] const std::string& found() const { return found_; }
  [[nodiscard]] const std::string& expected() const { return expected_; }

 private:
  bool fail(std::string found, std::string expected) {
    found_ = std::move(found);
    expected_ = std::move(expected);
    return false;
  }
  bool turn_position(Json& position) {
    if (position.size() < 2 || !position[0].is_number() || !position[1].is_number())
      return fail("no pair of numbers", "a position");
    const double first = position[0].get<double>();
    const double second = position[1].get<double>();
    const auto written = how_written(first, second);
    if (!written) return fail("the position " + in_quotes(position.dump()), "a place in the Netherlands");
    LonLat place{first, second};
    if (written == Written::lat_lon) place = {second, first};
    if (written == Written::national_grid) place = from_national_grid(first, second).value();
    is_converted_ = is_converted_ || written != Written::lon_lat;
    position = {std::round(place.longitude * kDigits) / kDigits, std::round(place.latitude * kDigits) / kDigits};
    return true;
  }

  bool& is_converted_;
  std::string found_;
  std::string expected_;
};

/// The text of a property; nothing for one that is missing.
std::optional<std::string> property_text(const Json& value) {
  if (value.is_null()) return std::nullopt;
  if (value.is_string()) return std::string(trimmed(value.get_ref<const std::string&>()));
  if (value.is_number() && value.get<double>() <= kMissingFrom) return std::nullopt;
  return value.dump();
}

Result<std::string> read_geometry(Json& feature, const std::string& address, const std::string& path, bool& is_converted) {
  Json* geometry = feature.contains("geometry") ? &feature["geometry"] : nullptr;
  if (geometry == nullptr || !geometry->is_object() || !geometry->contains("coordinates")) {
    return wrong(address, path, "no coordinates", "a Polygon or a MultiPolygon");
  }
  const std::string type = text_of(*geometry, "type");
  if (type != "Polygon" && type != "MultiPolygon") {
    return wrong(address, path + ".type", in_quotes(type), "Polygon or MultiPolygon");
  }
  Json& coordinates = (*geometry)["coordinates"];
  Turner turner(is_converted);
  if (!turner.turn(coordinates, type == "Polygon" ? 2 : 3)) {
    return wrong(address, path + ".coordinates", turner.found(), turner.expected());
  }
  Json out;
  out["type"] = type;
  out["coordinates"] = std::move(coordinates);
  return out.dump();
}

Result<ForeignFeature> read_feature(Json& feature, const std::string& address, const std::string& path, bool& is_converted) {
  const Json* properties = member(feature, "properties");
  if (properties == nullptr || !properties->is_object()) {
    return wrong(address, path, "no properties", "a feature with properties");
  }
  ForeignFeature out;
  for (const auto& [name, value] : properties->items()) {
    if (auto text = property_text(value)) out.properties.emplace(name, std::move(*text));
  }
  auto geometry = read_geometry(feature, address, path + ".geometry", is_converted);
  if (!geometry) return std::unexpected(geometry.error());
  out.geometry = std::move(*geometry);
  return out;
}

std::string next_of(const Json& page) {
  const Json* links = member(page, "links");
  if (links == nullptr || !links->is_array()) return {};
  for (const Json& link : *links) {
    if (link.is_object() && text_of(link, "rel") == "next") return text_of(link, "href");
  }
  return {};
}

std::optional<std::int64_t> matched_of(const Json& page) {
  for (const char* name : {"numberMatched", "totalFeatures"}) {
    const Json* count = member(page, name);
    if (count != nullptr && count->is_number_unsigned()) return count->get<std::int64_t>();
  }
  return std::nullopt;  // WFS may write "unknown"
}

}  // namespace

Result<FeaturePage> read_feature_page(std::string_view body, const std::string& address) {
  Json page = Json::parse(body.begin(), body.end(), nullptr, false);
  if (page.is_discarded()) {
    const bool looks_like_json = trimmed(body).starts_with('{');
    return wrong(
        address, "",
        looks_like_json ? "JSON that breaks off or is not well formed" : "an answer that starts with " + in_quotes(trimmed(body)),
        "a GeoJSON FeatureCollection");
  }
  const Json* features = page.is_object() ? member(page, "features") : nullptr;
  if (features == nullptr || !features->is_array())
    return wrong(address, "", "no list of features", "a GeoJSON FeatureCollection");
  FeaturePage out;
  out.next_link = next_of(page);
  out.matched = matched_of(page);
  std::size_t number = 0;
  for (Json& feature : page["features"]) {
    const std::string path = "features[" + std::to_string(number++) + ']';
    if (!feature.is_object()) return wrong(address, path, "something else than an object", "a feature");
    auto read = read_feature(feature, address, path, out.is_converted);
    if (!read) return std::unexpected(read.error());
    out.features.push_back(std::move(*read));
  }
  return out;
}

}  // namespace koers::fetch
