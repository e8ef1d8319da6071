// SPDX-License-Identifier: EUPL-1.2
#include "app/open_data/bundle.h"

#include <set>

#include <nlohmann/json.hpp>

#include "app/open_data/licence.h"
#include "app/open_data/tables.h"
#include "report/temporary_folder.h"
#include "report/write_zip.h"

namespace koers::open_data {
namespace {

using Json = nlohmann::ordered_json;

struct FieldOf {
  const char* name;
  const char* type;
  const char* description;
};

constexpr FieldOf kObservationFields[] = {
    {"indicator", "string", "id of the indicator, see indicators.csv"},
    {"area_kind", "string", "region, municipality, district or neighbourhood"},
    {"area", "string", "code of Statistics Netherlands, or the id of a region"},
    {"area_name", "string", "name of the area"},
    {"period", "string", "a year, month or day, or two of them with a slash between"},
    {"value", "number", "empty when it is suppressed or missing"},
    {"denominator", "number", "persons, households or answers behind the value, where the source says so"},
    {"status", "string", "final, provisional, estimated, suppressed or missing"},
    {"note", "string", "what to know before using it"},
    {"source", "string", "id of the source, see sources.csv"},
    {"source_title", "string", "title of the source as published"},
    {"section", "string", "place in the source"},
    {"licence", "string", "SPDX identifier"},
};
constexpr FieldOf kIndicatorFields[] = {
    {"indicator", "string", "id"},
    {"title_nl", "string", "name in Dutch"},
    {"title_en", "string", "name in English"},
    {"definition_nl", "string", "what it means, in Dutch"},
    {"definition_en", "string", "what it means, in English"},
    {"unit", "string", "of the values"},
    {"decimals", "integer", "with how many it is shown"},
    {"kind", "string", "outcome, performance or context"},
    {"polarity", "string", "whether more or less is better, or neither"},
    {"owner", "string", "who answers for it"},
    {"next_due", "string", "when the next figure is expected"},
    {"licence", "string", "SPDX identifier, where it is not that of the source"},
};
constexpr FieldOf kSourceFields[] = {
    {"source", "string", "id"},
    {"title", "string", "as published"},
    {"publisher", "string", "who published it"},
    {"published", "string", "when"},
    {"url", "string", "where"},
    {"licence", "string", "SPDX identifier, where it is known"},
};

template <std::size_t N>
Json resource(const char* name, const FieldOf (&fields)[N], const char* key) {
  Json list = Json::array();
  for (const FieldOf& each : fields)
    list.push_back({{"name", each.name}, {"type", each.type}, {"description", each.description}});
  Json schema{{"fields", std::move(list)}};
  if (*key) schema["primaryKey"] = key;
  return {{"name", name},
          {"path", std::string(name) + ".csv"},
          {"profile", "tabular-data-resource"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"schema", std::move(schema)}};
}

Json map_resource(const std::string& level) {
  return {{"name", "areas-" + level},
          {"path", "areas-" + level + ".geojson"},
          {"format", "geojson"},
          {"mediatype", "application/geo+json"},
          {"encoding", "utf-8"}};
}

Json licence_entry(const std::string& licence) { return {{"name", licence}, {"path", licence_address(licence)}}; }

std::string data_package(const City& city, std::chrono::year_month_day day) {
  const CityManifest& manifest = *city.manifest();
  Json out{{"profile", "data-package"},
           {"name", "koers-" + manifest.id.str()},
           {"title", "Koers: open data of " + manifest.name},
           {"created", to_string(to_date(day)) + "T00:00:00Z"},
           {"version", KOERS_VERSION},
           {"licenses", Json::array({licence_entry(manifest.licence)})}};
  Json resources =
      Json::array({resource("observations", kObservationFields, ""), resource("indicators", kIndicatorFields, "indicator"),
                   resource("sources", kSourceFields, "source")});
  for (const char* level : {"municipality", "district", "neighbourhood"}) resources.push_back(map_resource(level));
  out["resources"] = std::move(resources);
  return out.dump(2) + '\n';
}

/// Every licence that a figure has, with its address.
std::string licences(const City& city) {
  std::set<std::string> names{licence_of(city)};
  for (const Observation& each : city.observations) names.insert(licence_of(city, each));
  std::string out;
  for (const std::string& name : names) out += "- " + name + ": " + licence_address(name) + '\n';
  return out;
}

std::string read_me(const City& city, std::chrono::year_month_day day) {
  const std::string& name = city.manifest()->name;
  return "# Open data van " + name + "\n\nStand op " + to_string(to_date(day)) +
         ". Elk cijfer heeft een bron en een licentie: noem die als u het gebruikt.\nCijfers die over te weinig mensen gaan, "
         "zijn leeg "
         "en hebben de status `suppressed`; een leeg vak is geen nul.\nWat elke kolom betekent, staat in datapackage.json.\n\n# "
         "Open data "
         "of " +
         name + "\n\nAs it stood on " + to_string(to_date(day)) +
         ". Every figure has a source and a licence: name them when you use it.\nFigures about too few people are empty and have "
         "the "
         "status `suppressed`; an empty cell is no zero.\nWhat each column means is in datapackage.json.\n\n# Licenties / "
         "licences\n\n" +
         licences(city);
}

}  // namespace

std::string bundle(const City& public_city, std::chrono::year_month_day day) {
  const report::TemporaryFolder folder(std::filesystem::temp_directory_path());
  return report::write_zip({{"README.md", read_me(public_city, day)},
                            {"datapackage.json", data_package(public_city, day)},
                            {"observations.csv", observations_csv(public_city)},
                            {"indicators.csv", indicators_csv(public_city)},
                            {"sources.csv", sources_csv(public_city)},
                            {"areas-municipality.geojson", area_features(public_city, AreaLevel::municipality)},
                            {"areas-district.geojson", area_features(public_city, AreaLevel::district)},
                            {"areas-neighbourhood.geojson", area_features(public_city, AreaLevel::neighbourhood)}},
                           day, folder.path());
}

}  // namespace koers::open_data
