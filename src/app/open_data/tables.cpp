// SPDX-License-Identifier: EUPL-1.2
#include "app/open_data/tables.h"

#include "base/table.h"
#include "report/write_csv.h"

namespace koers::open_data {
namespace {

std::string line_of(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(cells[i]);
  }
  return out + '\n';
}

std::string text(const std::string& words) { return report::without_formula(words); }
std::string number(const std::optional<Decimal>& value) { return value ? to_string(*value) : ""; }

std::string in_language(const Text& text, const std::string& language) {
  const auto found = text.by_language.find(language);
  return found == text.by_language.end() ? "" : found->second;
}

std::string name_of_area(const City& city, const Reference& area) {
  const Text title = city.title_of(area);
  return title.by_language.empty() ? area.id : title.by_language.begin()->second;
}

const char* name_of_status(ObservationStatus status) {
  switch (status) {
    case ObservationStatus::final_:
      return "final";
    case ObservationStatus::provisional:
      return "provisional";
    case ObservationStatus::estimated:
      return "estimated";
    case ObservationStatus::suppressed:
      return "suppressed";
    case ObservationStatus::missing:
      return "missing";
  }
  return "missing";
}

std::string value_json(const City& city, const Moment& moment) {
  const Observation& each = *moment.observation;
  const Source* source = city.find(each.source.source);
  return "{\"value\":" + (each.value ? to_string(*each.value) : "null") + ",\"period\":" + json_string(to_string(each.period)) +
         ",\"status\":" + json_string(name_of_status(each.status)) +
         ",\"source\":" + json_string(source == nullptr ? each.source.source.str() : source->title) +
         ",\"licence\":" + json_string(licence_of(city, each)) + '}';
}

std::string feature(const City& city, const SeriesIndex& index, const Boundary& boundary) {
  std::string values;
  for (const Indicator& indicator : city.all<Indicator>()) {
    const Moment* latest = index.latest(indicator.id, boundary.area);
    if (latest == nullptr) continue;
    values += (values.empty() ? "" : ",") + json_string(indicator.id.str()) + ':' + value_json(city, *latest);
  }
  JsonWriter coordinates(KeyStyle::camel);
  coordinates.write(boundary.polygons);
  return "{\"type\":\"Feature\",\"id\":" + json_string(boundary.id.str()) +
         ",\"properties\":{\"name\":" + json_string(name_of_area(city, boundary.area)) +
         ",\"boundaryVersion\":" + to_string(boundary.version) + ",\"figures\":{" + values +
         "}},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":" + coordinates.take() + "}}";
}

/// Calls `visit` for each series that passes.
void for_each_series(const City& city, const SeriesIndex& index, const Filter& filter,
                     const std::function<void(const Indicator&, const Reference&, const Series&)>& visit) {
  for (const Indicator& indicator : city.all<Indicator>()) {
    if (filter.indicator && indicator.id.str() != *filter.indicator) continue;
    for (const auto& [area, found] : index.areas_of(indicator.id)) {
      if (filter.area && to_string(area) != *filter.area) continue;
      visit(indicator, area, found);
    }
  }
}

}  // namespace

bool passes(const Filter& filter, const Observation& each) {
  return (!filter.indicator || each.indicator.str() == *filter.indicator) &&
         (!filter.area || to_string(each.area) == *filter.area);
}

std::string licence_of(const City& city) { return city.manifest() == nullptr ? "" : city.manifest()->licence; }

std::string licence_of(const City& city, const Observation& each) {
  const Indicator* indicator = city.find(each.indicator);
  if (indicator != nullptr && indicator->licence) return *indicator->licence;
  const Source* source = city.find(each.source.source);
  return source != nullptr && source->licence ? *source->licence : licence_of(city);
}

std::string observations_csv(const City& city, const Filter& filter) {
  std::string out =
      "indicator,area_kind,area,area_name,period,value,denominator,status,note,source,source_title,section,licence\n";
  for (const Observation& each : city.observations) {
    if (!passes(filter, each)) continue;
    const Source* source = city.find(each.source.source);
    out += line_of({each.indicator.str(), name_of(each.area.kind), each.area.id, text(name_of_area(city, each.area)),
                    to_string(each.period), number(each.value), number(each.denominator), name_of_status(each.status),
                    text(each.note), each.source.source.str(), source == nullptr ? "" : text(source->title),
                    text(each.source.section), licence_of(city, each)});
  }
  return out;
}

std::string indicators_csv(const City& city) {
  std::string out =
      "indicator,title_nl,title_en,definition_nl,definition_en,unit,decimals,kind,polarity,owner,next_due,licence\n";
  for (const Indicator& each : city.all<Indicator>()) {
    out += line_of({each.id.str(), text(in_language(each.title, "nl")), text(in_language(each.title, "en")),
                    text(in_language(each.definition, "nl")), text(in_language(each.definition, "en")), each.unit,
                    std::to_string(each.decimals), name_of(each.kind), name_of(each.polarity), text(each.owner.value_or("")),
                    each.next_due ? to_string(*each.next_due) : "", each.licence.value_or("")});
  }
  return out;
}

std::string sources_csv(const City& city) {
  std::string out = "source,title,publisher,published,url,licence\n";
  for (const Source& each : city.all<Source>()) {
    out += line_of({each.id.str(), text(each.title), text(each.publisher), to_string(each.published), text(each.url.value_or("")),
                    each.licence.value_or("")});
  }
  return out;
}

std::vector<SeriesView> series(const City& city, const Filter& filter) {
  const SeriesIndex index(city);
  std::vector<SeriesView> out;
  for_each_series(city, index, filter, [&](const Indicator& indicator, const Reference& area, const Series& found) {
    if (found.empty()) return;
    out.push_back({indicator.id.str(), indicator.unit, to_string(area), name_of_area(city, area),
                   licence_of(city, *found.back().observation), views::points_of(found)});
  });
  return out;
}

std::vector<ScoreView> scores(const City& city, const Filter& filter) {
  const SeriesIndex index(city);
  std::vector<ScoreView> out;
  for_each_series(city, index, filter, [&](const Indicator& indicator, const Reference& area, const Series&) {
    const Moment* latest = index.latest(indicator.id, area);
    if (latest == nullptr) return;
    const auto score = views::score_of(city, indicator, *latest);
    if (!score) return;
    const Observation& each = *latest->observation;
    out.push_back({indicator.id.str(), to_string(area), name_of_area(city, area), each.period, licence_of(city, each),
                   each.source, *score});
  });
  return out;
}

std::string area_features(const City& city, AreaLevel level) {
  const SeriesIndex index(city);
  std::string features;
  for (const Boundary& boundary : city.all<Boundary>()) {
    if (boundary.area.kind != views::kind_of(level)) continue;
    features += (features.empty() ? "" : ",") + feature(city, index, boundary);
  }
  return "{\"type\":\"FeatureCollection\",\"licence\":" + json_string(licence_of(city)) + ",\"features\":[" + features + "]}";
}

}  // namespace koers::open_data
