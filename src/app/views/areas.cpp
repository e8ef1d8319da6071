// SPDX-License-Identifier: EUPL-1.2
#include "app/views/areas.h"

#include <algorithm>
#include <set>

namespace koers::views {
namespace {

AreaRow row_of(const Municipality& area) { return {area.id.str(), AreaLevel::municipality, area.name, {}, area.role, {}}; }
AreaRow row_of(const District& area) { return {area.id.str(), AreaLevel::district, area.name, area.municipality.str(), {}, {}}; }
AreaRow row_of(const Neighbourhood& area) {
  return {area.id.str(), AreaLevel::neighbourhood, area.name, area.district.str(), {}, {}};
}

template <class T>
void add_rows(const City& city, std::vector<AreaRow>& rows) {
  for (const T& area : city.all<T>()) rows.push_back(row_of(area));
}

std::vector<AreaRow> all_rows(const City& city) {
  std::vector<AreaRow> rows;
  add_rows<Municipality>(city, rows);
  add_rows<District>(city, rows);
  add_rows<Neighbourhood>(city, rows);
  return rows;
}

std::optional<AreaRow> find_row(const City& city, const std::string& code) {
  for (AreaRow& row : all_rows(city)) {
    if (row.id == code) return std::move(row);
  }
  return std::nullopt;
}

/// In the area itself, in one of its parts, or in the whole that it is a part of and nowhere more precise.
bool concerns(const std::vector<Reference>& areas, const AreaRow& row, const std::vector<Mentioned>& children) {
  return std::any_of(areas.begin(), areas.end(), [&](const Reference& at) {
    const bool in_child =
        std::any_of(children.begin(), children.end(), [&](const Mentioned& child) { return child.id == at.id; });
    return at.id == row.id || in_child || (row.level == AreaLevel::neighbourhood && at.id == row.parent);
  });
}

struct Own {
  std::optional<Text> summary;
  std::vector<Citation> sources;
};

Own own_words(const City& city, const AreaRow& row) {
  if (const District* district = city.all<District>().find(row.id)) return {district->summary, district->sources};
  if (const Neighbourhood* part = city.all<Neighbourhood>().find(row.id)) return {{}, part->sources};
  return {{}, city.all<Municipality>().find(row.id)->sources};
}

AreaScore with_spread(const City& city, const Indicator& indicator, Score score) {
  const ReferenceDistribution& all = *city.all<ReferenceDistribution>().find(score.distribution);
  return {indicator.id.str(), std::move(score), {all.p5, all.p25, all.p50, all.p75, all.p95}, all.sources};
}

std::vector<NoteView> notes_about(const City& city, const AreaRow& row, const std::vector<Mentioned>& children) {
  std::vector<NoteView> out;
  for (const FieldNote& note : city.all<FieldNote>()) {
    const bool in_child =
        std::any_of(children.begin(), children.end(), [&](const Mentioned& each) { return each.id == note.area.id; });
    if (note.area.id != row.id && !in_child) continue;
    out.push_back({note.id.str(), mentioned(city, note.theme), mentioned(city, note.area), note.month, note.profession, note.text,
                   note.audience, note.status});
  }
  std::stable_sort(out.begin(), out.end(), [](const NoteView& a, const NoteView& b) { return b.month < a.month; });
  return out;
}

Kind parent_kind(AreaLevel level) { return level == AreaLevel::neighbourhood ? Kind::district : Kind::municipality; }

std::string feature(const City& city, const Boundary& boundary, const AreaRow& row) {
  JsonWriter coordinates(KeyStyle::camel);
  coordinates.write(boundary.polygons);
  JsonWriter sources(&city.all<Source>());
  sources.write(boundary.sources);
  std::string properties = "{\"name\":" + json_string(row.name) + ",\"level\":" + json_string(name_of(row.level)) +
                           ",\"version\":" + to_string(boundary.version);
  if (row.role) properties += ",\"role\":" + json_string(name_of(*row.role));
  if (row.parent) properties += ",\"parent\":" + json_string(*row.parent);
  properties += ",\"sources\":" + sources.take() + '}';
  return "{\"type\":\"Feature\",\"id\":" + json_string(row.id) + ",\"properties\":" + properties +
         ",\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":" + coordinates.take() + "}}";
}

}  // namespace

AreaRegister area_register(const City& city) {
  AreaRegister out{{}, all_rows(city)};
  std::map<std::string, AreaRow*> by_id;
  for (AreaRow& row : out.areas) by_id[row.id] = &row;
  std::set<std::string> measured;
  for (const Observation& each : city.observations) {
    const auto row = by_id.find(each.area.id);
    if (row == by_id.end()) continue;
    measured.insert(each.indicator.str());
    auto& figures = row->second->figures;
    const auto held = figures.find(each.indicator.str());
    if (held != figures.end() && held->second.period.to.last_day() >= each.period.to.last_day()) continue;
    figures[each.indicator.str()] = {each.value, each.period, each.status, each.source};
  }
  for (const Indicator& indicator : city.all<Indicator>()) {
    if (!measured.contains(indicator.id.str())) continue;
    out.indicators.push_back(
        {indicator.id.str(), indicator.title, indicator.definition, indicator.unit, indicator.decimals, indicator.polarity});
  }
  return out;
}

Result<AreaProfile> area_profile(const City& city, const std::string& code) {
  const auto row = find_row(city, code);
  if (!row) return failure(ErrorCode::not_found, "There is no area `" + code + "`.");
  const Own own = own_words(city, *row);
  AreaProfile profile{row->id, row->level, row->name, own.summary, {}, {}, {}, {}, {}, {}, {}, own.sources};
  if (row->parent) profile.parent = mentioned(city, Reference{parent_kind(row->level), *row->parent});
  for (const AreaRow& other : all_rows(city)) {
    if (other.parent == row->id) profile.children.push_back(mentioned(city, Reference{kind_of(other.level), other.id}));
  }
  const SeriesIndex series(city);
  const Reference area{kind_of(row->level), row->id};
  for (const Indicator& indicator : city.all<Indicator>()) {
    if (auto measured = measurement(city, indicator, area)) profile.measurements.push_back(std::move(*measured));
    const Moment* moment = series.latest(indicator.id, area);
    auto score = moment == nullptr ? std::nullopt : score_of(city, indicator, *moment);
    if (score) profile.scores.push_back(with_spread(city, indicator, std::move(*score)));
  }
  const auto here = [&](const auto& record) { return concerns(record.areas, *row, profile.children); };
  profile.efforts = mentioned_where<Effort>(city, here);
  profile.focus_areas = mentioned_where<FocusArea>(city, here);
  profile.notes = notes_about(city, *row, profile.children);
  return profile;
}

std::string boundaries(const City& city, AreaLevel level) {
  std::string features;
  const auto rows = all_rows(city);
  for (const Boundary& boundary : city.all<Boundary>()) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const AreaRow& each) { return each.id == boundary.id.str(); });
    if (boundary.area.kind != kind_of(level) || row == rows.end()) continue;
    features += (features.empty() ? "" : ",") + feature(city, boundary, *row);
  }
  return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
}

}  // namespace koers::views
