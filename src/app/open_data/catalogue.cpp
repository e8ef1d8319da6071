// SPDX-License-Identifier: EUPL-1.2
#include "app/open_data/catalogue.h"

#include <algorithm>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "app/open_data/licence.h"

namespace koers::open_data {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kAuthority = "http://publications.europa.eu/resource/authority/";
// Themes of the EU vocabulary: population and society, economy and finance, regions and cities, government and public sector.
constexpr const char* kSociety = "SOCI";
constexpr const char* kEconomy = "ECON";
constexpr const char* kRegions = "REGI";
constexpr const char* kGovernment = "GOVE";

Json iri(const std::string& address) { return {{"@id", address}}; }
Json authority(const std::string& table, const std::string& code) { return iri(kAuthority + table + '/' + code); }
Json typed(const std::string& value, const char* type) { return {{"@type", type}, {"@value", value}}; }

Json both(const std::string& dutch, const std::string& english) {
  return Json::array({{{"@language", "nl"}, {"@value", dutch}}, {{"@language", "en"}, {"@value", english}}});
}

Json context() {
  return {{"adms", "http://www.w3.org/ns/adms#"},
          {"dcat", "http://www.w3.org/ns/dcat#"},
          {"dct", "http://purl.org/dc/terms/"},
          {"foaf", "http://xmlns.com/foaf/0.1/"},
          {"geo", "http://www.opengis.net/ont/geosparql#"},
          {"skos", "http://www.w3.org/2004/02/skos/core#"},
          {"vcard", "http://www.w3.org/2006/vcard/ns#"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

/// OWMS, the vocabulary of the Dutch government, names municipalities like this.
std::string owms(const std::string& name) {
  std::string term = name;
  std::replace(term.begin(), term.end(), ' ', '_');
  return "http://standaarden.overheid.nl/owms/terms/" + term + "_(gemeente)";
}

struct Maker {
  const City& city;
  std::string base;
  std::string day;
  std::string name;
  std::string licence;

  [[nodiscard]] std::string at(const std::string& path) const { return base + path; }

  [[nodiscard]] Json publisher() const {
    return {{"@id", owms(name)}, {"@type", "foaf:Agent"}, {"foaf:name", both("Gemeente " + name, "Municipality of " + name)}};
  }
  [[nodiscard]] Json contact() const {
    return {{"@type", "vcard:Organization"}, {"vcard:fn", "Gemeente " + name}, {"vcard:hasURL", iri(at("/"))}};
  }
  [[nodiscard]] Json languages() const { return Json::array({authority("language", "NLD"), authority("language", "ENG")}); }
  /// The box around the boundaries, in WKT; none without boundaries.
  [[nodiscard]] std::optional<std::string> box() const {
    double west = 180;
    double east = -180;
    double south = 90;
    double north = -90;
    for (const Boundary& boundary : city.all<Boundary>()) {
      if (boundary.area.id != city.manifest()->municipality.str()) continue;
      for (const Polygon& polygon : boundary.polygons) {
        for (const Ring& ring : polygon) {
          for (const auto& [longitude, latitude] : ring) {
            west = std::min(west, longitude);
            east = std::max(east, longitude);
            south = std::min(south, latitude);
            north = std::max(north, latitude);
          }
        }
      }
    }
    if (west > east) return std::nullopt;
    const auto place = [](double x, double y) { return Json(x).dump() + ' ' + Json(y).dump(); };
    return "POLYGON((" + place(west, south) + ',' + place(east, south) + ',' + place(east, north) + ',' + place(west, north) +
           ',' + place(west, south) + "))";
  }
  [[nodiscard]] Json spatial() const {
    Json out{{"@type", "dct:Location"}, {"skos:prefLabel", name}, {"dct:identifier", city.manifest()->municipality.str()}};
    if (const auto wkt = box()) out["dcat:bbox"] = typed(*wkt, "geo:wktLiteral");
    return out;
  }
  /// From the first to the last period that a figure is about; none without figures.
  [[nodiscard]] std::optional<Json> temporal() const {
    if (city.observations.empty()) return std::nullopt;
    const auto first =
        std::ranges::min(city.observations, {}, [](const Observation& each) { return each.period.from.first_day(); });
    const auto last = std::ranges::max(city.observations, {}, [](const Observation& each) { return each.period.to.last_day(); });
    return Json{{"@type", "dct:PeriodOfTime"},
                {"dcat:startDate", typed(to_string(to_date(first.period.from.first_day())), "xsd:date")},
                {"dcat:endDate", typed(to_string(to_date(last.period.to.last_day())), "xsd:date")}};
  }

  /// What catalogue, data sets and services have in common.
  [[nodiscard]] Json resource(const char* type, const std::string& path, Json title, Json description) const {
    return {{"@id", at(path)},
            {"@type", type},
            {"dct:identifier", typed(at(path), "xsd:anyURI")},
            {"dct:title", std::move(title)},
            {"dct:description", std::move(description)},
            {"dct:publisher", publisher()},
            {"dct:creator", publisher()},
            {"dcat:contactPoint", contact()},
            {"dct:accessRights", authority("access-right", "PUBLIC")},
            {"dct:license", iri(licence_address(licence))},
            {"dct:language", languages()},
            {"dct:modified", typed(day, "xsd:date")}};
  }

  [[nodiscard]] Json distribution(const std::string& path, const char* file_type, const char* media_type, Json title) const {
    return {{"@id", at(path)},
            {"@type", "dcat:Distribution"},
            {"dct:title", std::move(title)},
            {"dcat:accessURL", iri(at(path))},
            {"dcat:downloadURL", iri(at(path))},
            {"dct:license", iri(licence_address(licence))},
            {"dct:format", authority("file-type", file_type)},
            {"dcat:mediaType", iri(std::string("http://www.iana.org/assignments/media-types/") + media_type)},
            {"dct:language", languages()},
            {"dct:modified", typed(day, "xsd:date")}};
  }

  [[nodiscard]] Json dataset(const std::string& id, Json title, Json description, std::initializer_list<const char*> themes,
                             Json keywords, Json distributions) const {
    Json out = resource("dcat:Dataset", "/api/v1/open-data/catalogue#" + id, std::move(title), std::move(description));
    out["dcat:theme"] = Json::array();
    for (const char* theme : themes) out["dcat:theme"].push_back(authority("data-theme", theme));
    out["dcat:keyword"] = std::move(keywords);
    out["dct:accrualPeriodicity"] = authority("frequency", "IRREG");
    out["dct:spatial"] = spatial();
    if (auto period = temporal()) out["dct:temporal"] = std::move(*period);
    out["dcat:landingPage"] = iri(at("/rapporten"));
    out["dcat:distribution"] = std::move(distributions);
    return out;
  }
};

Json keyword(const char* dutch, const char* english) {
  return Json::array({{{"@language", "nl"}, {"@value", dutch}}, {{"@language", "en"}, {"@value", english}}});
}

Json figures(const Maker& make) {
  return make.dataset(
      "figures", both("Cijfers van " + make.name, "Figures of " + make.name),
      both("Alle openbare cijfers van de stad, haar wijken en buurten en de gebieden waarmee zij wordt vergeleken, elk met "
           "periode, "
           "status, bron en licentie.",
           "All public figures of the city, its districts and neighbourhoods and the areas that it is compared with, each with "
           "period, status, source and licence."),
      {kSociety, kEconomy, kRegions}, keyword("indicatoren", "indicators"),
      Json::array(
          {make.distribution("/api/v1/observations?format=csv", "CSV", "text/csv", both("Cijfers als CSV", "Figures as CSV")),
           make.distribution("/api/v1/observations", "JSON", "application/json", both("Cijfers als JSON", "Figures as JSON")),
           make.distribution("/api/v1/open-data/bundle", "ZIP", "application/zip",
                             both("Alles in één bestand", "Everything in one file"))}));
}

Json areas(const Maker& make) {
  Json distributions = Json::array();
  for (const char* level : {"municipality", "district", "neighbourhood"}) {
    distributions.push_back(
        make.distribution(std::string("/api/v1/area-features?level=") + level, "GEOJSON", "application/geo+json",
                          both(std::string("Gebieden als GeoJSON: ") + level, std::string("Areas as GeoJSON: ") + level)));
  }
  return make.dataset("areas", both("Gebieden van " + make.name, "Areas of " + make.name),
                      both("Grenzen van gemeenten, wijken en buurten met de laatste cijfers.",
                           "Boundaries of municipalities, districts and neighbourhoods with the latest figures."),
                      {kRegions}, keyword("wijken en buurten", "districts and neighbourhoods"), std::move(distributions));
}

Json scores(const Maker& make) {
  return make.dataset(
      "scores", both("Scores van " + make.name, "Scores of " + make.name),
      both("Waar de laatste cijfers staan tussen alle gebieden van dezelfde soort in het land.",
           "Where the latest figures stand among all areas of their kind in the country."),
      {kSociety, kEconomy}, keyword("vergelijking", "comparison"),
      Json::array({make.distribution("/api/v1/scores", "JSON", "application/json", both("Scores als JSON", "Scores as JSON")),
                   make.distribution("/api/v1/series", "JSON", "application/json", both("Reeksen als JSON", "Series as JSON"))}));
}

Json reports(const Maker& make) {
  return make.dataset("reports", both("Vastgelegde rapporten van " + make.name, "Frozen reports of " + make.name),
                      both("De staat van de stad, managementrapportages en profielen zoals ze zijn vastgelegd.",
                           "The state of the city, management reports and profiles as they were frozen."),
                      {kGovernment}, keyword("rapporten", "reports"),
                      Json::array({make.distribution("/api/v1/report-editions", "JSON", "application/json",
                                                     both("Lijst van vastgelegde rapporten", "List of frozen reports"))}));
}

Json service(const Maker& make) {
  Json out = make.resource("dcat:DataService", "/api/v1", both("API van Koers", "API of Koers"),
                           both("Alles wat Koers openbaar weet, per adres.", "All that Koers knows in public, by address."));
  out["dcat:endpointURL"] = iri(make.at("/api/v1"));
  out["dcat:endpointDescription"] = iri(make.at("/api/v1/openapi.json"));
  out["dcat:theme"] = Json::array({authority("data-theme", kGovernment)});
  out["dcat:servesDataset"] = Json::array();
  for (const char* id : {"figures", "areas", "scores", "reports"}) {
    out["dcat:servesDataset"].push_back(iri(make.at(std::string("/api/v1/open-data/catalogue#") + id)));
  }
  return out;
}

}  // namespace

std::string catalogue(const City& public_city, const std::string& base, std::chrono::year_month_day day) {
  const CityManifest& manifest = *public_city.manifest();
  const Maker make{public_city, base, to_string(to_date(day)), manifest.name, manifest.licence};
  Json out{{"@context", context()}};
  out.update(make.resource("dcat:Catalog", "/api/v1/open-data/catalogue",
                           both("Open data van " + make.name, "Open data of " + make.name),
                           both("Wat de gemeente in Koers openbaar maakt over de stad, haar wijken en buurten.",
                                "What the municipality makes public in Koers on the city, its districts and neighbourhoods.")));
  out["foaf:homepage"] = iri(make.at("/"));
  out["dcat:themeTaxonomy"] = iri(std::string(kAuthority) + "data-theme");
  out["dct:conformsTo"] = iri("https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/");
  out["dct:spatial"] = make.spatial();
  out["dcat:dataset"] = Json::array({figures(make), areas(make), scores(make), reports(make)});
  out["dcat:service"] = Json::array({service(make)});
  return out.dump();
}

}  // namespace koers::open_data
