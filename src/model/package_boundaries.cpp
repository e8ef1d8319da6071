// SPDX-License-Identifier: EUPL-1.2
#include "model/package_boundaries.h"

#include "model/package_documents.h"
#include "model/write_record.h"

namespace koers {
namespace {

void fault(PackageReading& reading, const char* rule, const Tree& tree, std::string expected) {
  reading.faults.push_back({rule, tree.place, "", tree.describe(), std::move(expected)});
}

/// A feature says the same as a boundary record, arranged as GeoJSON wants it. This arranges it back.
std::optional<Tree> record_tree(const Tree& feature, PackageReading& reading) {
  const Tree* type = feature.find("type");
  const Tree* properties = feature.find("properties");
  const Tree* geometry = feature.find("geometry");
  if (type == nullptr || type->text != "Feature" || properties == nullptr || geometry == nullptr) {
    fault(reading, "type", feature, "a Feature with properties and geometry");
    return std::nullopt;
  }
  const Tree* shape = geometry->find("type");
  const Tree* coordinates = geometry->find("coordinates");
  const Tree* area = properties->find("area");
  if (shape == nullptr || shape->text != "MultiPolygon" || coordinates == nullptr || area == nullptr) {
    fault(reading, "type", *geometry, "a MultiPolygon, and the property `area`");
    return std::nullopt;
  }
  for (const Tree::Member& member : properties->members) {
    if (member.key != "id" && member.key != "polygons") continue;
    reading.faults.push_back(
        {"unknown_field", member.place, member.key, in_quotes(member.key), "what the geometry and `area` say"});
    return std::nullopt;
  }
  Tree record = *properties;
  Tree id = *area;
  id.text = id.text.substr(id.text.find('/') + 1);
  record.members.insert(record.members.begin(), {"id", area->place, std::move(id)});
  record.members.push_back({"polygons", coordinates->place, *coordinates});
  return record;
}

bool is_closed(const Ring& ring) { return ring.size() >= 4 && ring.front() == ring.back(); }

void check_rings(const Boundary& boundary, const Tree& feature, PackageReading& reading) {
  for (const Polygon& polygon : boundary.polygons) {
    for (const Ring& ring : polygon) {
      if (is_closed(ring)) continue;
      reading.faults.push_back({"geometry", feature.place, "geometry.coordinates",
                                "a ring of " + std::to_string(ring.size()) + " positions that is not closed",
                                "at least four positions, the last equal to the first"});
      return;
    }
  }
}

}  // namespace

void read_boundaries(const PackageFile& file, PackageReading& reading) {
  const auto tree = parse_json(file.text, file.name);
  if (!tree) {
    reading.faults.insert(reading.faults.end(), tree.error().faults.begin(), tree.error().faults.end());
    return;
  }
  const Tree* type = tree->find("type");
  const Tree* features = tree->find("features");
  if (type == nullptr || type->text != "FeatureCollection" || features == nullptr || features->type != Tree::Type::sequence) {
    return fault(reading, "type", *tree, "a FeatureCollection with features");
  }
  for (const Tree& feature : features->items) {
    const auto record = record_tree(feature, reading);
    if (!record) continue;
    if (const Boundary* boundary = add_document<Boundary>(*record, reading)) check_rings(*boundary, feature, reading);
  }
}

PackageFile write_boundaries(const City& city) {
  std::string text = "{\"type\":\"FeatureCollection\",\"features\":[\n";
  bool first = true;
  for (const Boundary& boundary : city.all<Boundary>()) {
    if (!first) text += ",\n";
    first = false;
    JsonWriter sources(KeyStyle::snake);
    sources.write(boundary.sources);
    JsonWriter coordinates(KeyStyle::snake);
    coordinates.write(boundary.polygons);
    text += "{\"type\":\"Feature\",\"properties\":{\"area\":" + json_string(to_string(boundary.area)) +
            ",\"version\":" + to_string(boundary.version) + ",\"sources\":" + sources.take() +
            "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":" + coordinates.take() + "}}";
  }
  text += "\n]}\n";
  return {std::string(kBoundariesFile), std::move(text)};
}

}  // namespace koers
