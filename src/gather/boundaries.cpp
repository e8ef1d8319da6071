// SPDX-License-Identifier: EUPL-1.2
#include "gather/boundaries.h"

#include <charconv>
#include <cmath>
#include <set>

#include "base/tree.h"
#include "base/utf8.h"
#include "gather/known_areas.h"
#include "gather/names.h"

namespace koers::gather {
namespace {

constexpr double kSteps = 100'000;  // of a degree
constexpr TreeLimits kGeometryLimits{32U << 20U, 4'000'000, 12};

std::optional<double> degrees_of(const Tree& tree, double most) {
  double value = 0;
  const auto [end, error] = std::from_chars(tree.text.data(), tree.text.data() + tree.text.size(), value);
  if (tree.type != Tree::Type::number || error != std::errc() || end != tree.text.data() + tree.text.size()) return std::nullopt;
  if (std::abs(value) > most) return std::nullopt;
  return std::round(value * kSteps) / kSteps;
}

std::optional<Ring> ring_of(const Tree& tree) {
  Ring ring;
  for (const Tree& item : tree.items) {
    if (item.items.size() < 2) return std::nullopt;
    const auto longitude = degrees_of(item.items[0], 180);
    const auto latitude = degrees_of(item.items[1], 90);
    if (!longitude || !latitude) return std::nullopt;
    const Position position{*longitude, *latitude};
    if (ring.empty() || ring.back() != position) ring.push_back(position);
  }
  if (tree.items.size() < 4 || ring.empty() || ring.front() != ring.back()) return std::nullopt;
  return ring;
}

/// A hole that is a metre wide is none; an outer ring that is one is a fault.
std::optional<Polygon> polygon_of(const Tree& tree) {
  Polygon polygon;
  for (std::size_t n = 0; n < tree.items.size(); ++n) {
    auto ring = ring_of(tree.items[n]);
    if (!ring || (n == 0 && ring->size() < 4)) return std::nullopt;
    if (ring->size() >= 4) polygon.push_back(std::move(*ring));
  }
  return polygon.empty() ? std::nullopt : std::optional(std::move(polygon));
}

std::optional<MultiPolygon> shape_of(const std::string& geometry, const std::string& origin) {
  const auto tree = parse_json(geometry, origin, kGeometryLimits);
  if (!tree) return std::nullopt;
  const Tree* type = tree->find("type");
  const Tree* coordinates = tree->find("coordinates");
  if (type == nullptr || coordinates == nullptr) return std::nullopt;
  MultiPolygon shape;
  if (type->text == "Polygon") {
    auto polygon = polygon_of(*coordinates);
    if (!polygon) return std::nullopt;
    shape.push_back(std::move(*polygon));
    return shape;
  }
  if (type->text != "MultiPolygon") return std::nullopt;
  for (const Tree& item : coordinates->items) {
    auto polygon = polygon_of(item);
    if (!polygon) return std::nullopt;
    shape.push_back(std::move(*polygon));
  }
  return shape.empty() ? std::nullopt : std::optional(std::move(shape));
}

class BoundaryStaging {
 public:
  BoundaryStaging(const ForeignLayer& layer, const City& city, const BoundaryTask& task)
      : layer_(layer), task_(task), areas_(city, Mapping{}) {}

  StagedBoundaries run() {
    for (const ForeignFeature& feature : layer_.features) stage_feature(feature);
    if (out_.boundaries.empty() && out_.faults.empty()) {
      out_.faults.push_back({"empty", {layer_.origin, 0, 0}, layer_.name, "no area of this city", "at least one"});
    }
    return std::move(out_);
  }

 private:
  void fault(const char* rule, const ForeignFeature& feature, const std::string& path, std::string found, std::string expected) {
    out_.faults.push_back({rule,
                           {layer_.origin, static_cast<int>(feature.number), 0},
                           layer_.name + ", " + path,
                           std::move(found),
                           std::move(expected)});
  }

  static std::string property(const ForeignFeature& feature, const std::string& name) {
    const auto found = feature.properties.find(name);
    return found == feature.properties.end() ? "" : std::string(without_blanks(found->second));
  }

  void stage_feature(const ForeignFeature& feature) {
    const std::string code = property(feature, task_.code);
    const std::string name = property(feature, task_.name);
    if (code.empty()) return fault("missing_field", feature, task_.code, "nothing", "the code of the area");
    const KnownArea* area = areas_.find(code);
    if (area == nullptr || (!task_.municipality.empty() && area->municipality != task_.municipality)) {
      out_.left_out.push_back(code);
      return;
    }
    if (!area->called.contains(bare_area_name(name))) {
      return fault("reused_code", feature, task_.name, code + " called " + in_quotes(name),
                   in_quotes(area->name) + ": the same code can be another place in another year");
    }
    if (!seen_.insert(code).second) return fault("double_id", feature, task_.code, code + " a second time", "every area once");
    auto shape = shape_of(feature.geometry, layer_.origin);
    if (!shape) {
      return fault("geometry", feature, "geometry", "no area of " + code,
                   "a Polygon or MultiPolygon of closed rings, in degrees");
    }
    Citation source = task_.source;
    source.section = layer_.name + ", " + code;
    out_.boundaries.push_back({Id<Boundary>(code), area->reference, task_.version, std::move(*shape), {std::move(source)}});
  }

  const ForeignLayer& layer_;
  const BoundaryTask& task_;
  KnownAreas areas_;
  std::set<std::string> seen_;
  StagedBoundaries out_;
};

}  // namespace

StagedBoundaries stage_boundaries(const ForeignLayer& layer, const City& city, const BoundaryTask& task) {
  return BoundaryStaging(layer, city, task).run();
}

}  // namespace koers::gather
