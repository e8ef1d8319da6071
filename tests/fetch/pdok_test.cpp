// SPDX-License-Identifier: EUPL-1.2
#include "fetch/pdok.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/fault_text.h"
#include "fetch/fake_cbs.h"
#include "fetch/netherlands.h"

namespace koers::fetch {
namespace {

using test::Answer;
using test::Asked;
using test::FakePages;
using Json = nlohmann::ordered_json;

constexpr const char* kHere = "http://127.0.0.1:1";

Json square(double x, double y, double size) { return {{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}}}; }

/// An invented neighbourhood: a square.
Json feature(const std::string& municipality, int number, const std::string& water = "NEE") {
  const std::string code = "BU" + municipality.substr(2) + "000" + std::to_string(number);
  return {{"type", "Feature"},
          {"properties",
           {{"buurtcode", code},
            {"buurtnaam", "Buurt " + std::to_string(number)},
            {"gemeentecode", municipality},
            {"jaar", 2024},
            {"water", water},
            {"aantal_inwoners", number * 100},
            {"gemiddelde_woningwaarde", -99997},
            {"ligging", Json()}}},
          {"geometry", {{"type", "Polygon"}, {"coordinates", square(4.5 + number * 0.01, 52.0, 0.01)}}}};
}

/// Five neighbourhoods, of which one is of another municipality, and one piece of water.
std::vector<Json> features() {
  return {feature("GM9901", 1), feature("GM9901", 2), feature("GM9902", 1), feature("GM9901", 2, "JA"), feature("GM9901", 3)};
}

struct FakePdok {
  std::vector<Json> all = features();
  bool filters = false;
  bool refuses_filter = false;
  std::size_t page = 2;
  std::function<void(const Asked&, Json&)> spoil;
  std::function<void(const Asked&, Answer&)> spoil_answer;

  Answer operator()(const Asked& asked) const {
    const bool is_ogc = asked.path() == "/ogc/wijken-en-buurten-2024/ogc/v1/collections/buurten/items";
    const bool is_wfs = asked.path() == "/wfs/wijken-en-buurten-2024/wfs/v1_0" && asked.query("typeName") == "buurten";
    if (!is_ogc && !is_wfs) return {404, "{}", {}, false, {}};
    const bool filtered = asked.target.find("gemeentecode") != std::string::npos;
    if (filtered && refuses_filter) return {400, "unknown parameter", {}, false, {}};
    std::vector<Json> chosen = all;
    if (filtered && filters) {
      std::erase_if(chosen, [](const Json& each) { return each["properties"]["gemeentecode"] != "GM9901"; });
    }
    Json out{
        {"type", "FeatureCollection"}, {"numberMatched", chosen.size()}, {"links", Json::array()}, {"features", Json::array()}};
    const auto text = asked.query(is_ogc ? "cursor" : "startIndex");
    const std::size_t start = text.empty() ? 0 : std::stoul(text);
    const std::size_t size = is_ogc ? page : std::stoul(asked.query("count"));
    const std::size_t end = std::min(start + size, chosen.size());
    for (std::size_t n = start; n < end; ++n) out["features"].push_back(chosen[n]);
    out["links"].push_back({{"rel", "self"}, {"href", "/self"}});
    if (is_ogc && end < chosen.size()) {
      out["links"].push_back(
          {{"rel", "next"},
           {"href", asked.path() + "?cursor=" + std::to_string(end) + (filtered ? "&gemeentecode=GM9901" : "")}});
    }
    if (spoil) spoil(asked, out);
    Answer answer{200, out.dump(), {}, false, {}};
    if (spoil_answer) spoil_answer(asked, answer);
    return answer;
  }
};

BoundaryRequest request_of(PdokService service) {
  BoundaryRequest request;
  request.municipality = "GM9901";
  request.year = 2024;
  request.service = service;
  request.ogc_base = std::string(kHere) + "/ogc";
  request.wfs_base = std::string(kHere) + "/wfs";
  request.page_features = 2;
  return request;
}

Boundaries good(Result<Boundaries> result) {
  if (!result) ADD_FAILURE() << result.error().message;
  return result ? std::move(*result) : Boundaries{};
}

std::vector<std::string> codes(const Boundaries& boundaries) {
  std::vector<std::string> out;
  for (const ForeignFeature& each : boundaries.layer.features) out.push_back(each.properties.at("buurtcode"));
  return out;
}

const std::vector<std::string> kCodes{"BU99010001", "BU99010002", "BU99010003"};

class EachPdokService : public testing::TestWithParam<PdokService> {
 protected:
  [[nodiscard]] static Result<Boundaries> read(FakePdok fake) {
    FakePages pages{std::move(fake)};
    return read_boundaries(pages, request_of(GetParam()));
  }
};
INSTANTIATE_TEST_SUITE_P(each, EachPdokService, testing::Values(PdokService::ogc_api, PdokService::wfs),
                         [](const auto& each) { return each.param == PdokService::wfs ? "wfs" : "ogc_api"; });

TEST_P(EachPdokService, gives_the_land_of_one_municipality_from_all_pages) {
  for (const bool filters : {false, true}) {
    FakePdok fake;
    fake.filters = filters;
    const Boundaries boundaries = good(read(fake));
    EXPECT_EQ(codes(boundaries), kCodes);
    EXPECT_EQ(boundaries.layer.name, "buurten");
    EXPECT_EQ(boundaries.layer.features.back().number, 3);
    EXPECT_TRUE(boundaries.remarks.empty());
  }
}

TEST_P(EachPdokService, leaves_out_what_is_missing) {
  const Boundaries boundaries = good(read({}));
  const auto& properties = boundaries.layer.features.front().properties;
  EXPECT_EQ(properties.at("buurtnaam"), "Buurt 1");
  EXPECT_EQ(properties.at("aantal_inwoners"), "100");
  EXPECT_FALSE(properties.contains("gemiddelde_woningwaarde"));
  EXPECT_FALSE(properties.contains("ligging"));
}

TEST_P(EachPdokService, gives_geometry_in_longitude_and_latitude) {
  const Boundaries boundaries = good(read({}));
  EXPECT_EQ(boundaries.layer.features.front().geometry,
            R"({"coordinates":[[[4.51,52.0],[4.52,52.0],[4.52,52.01],[4.51,52.01],[4.51,52.0]]],"type":"Polygon"})");
}

TEST_P(EachPdokService, reads_the_whole_country_where_the_filter_is_refused) {
  FakePdok fake;
  fake.refuses_filter = true;
  const Boundaries boundaries = good(read(fake));
  EXPECT_EQ(codes(boundaries), kCodes);
  EXPECT_EQ(boundaries.remarks,
            std::vector<std::string>{"The service refused the filter on GM9901; the whole country was read."});
}

TEST_P(EachPdokService, turns_coordinates_of_the_national_grid_and_swapped_ones) {
  FakePdok fake;
  fake.all = {feature("GM9901", 1), feature("GM9901", 2)};
  fake.all[0]["geometry"]["coordinates"] = square(155'000, 463'000, 100);
  fake.all[1]["geometry"] = {{"type", "MultiPolygon"}, {"coordinates", {square(52.0, 4.5, 0.01)}}};
  const Boundaries boundaries = good(read(fake));
  const Json grid = Json::parse(boundaries.layer.features[0].geometry);
  EXPECT_NEAR(grid["coordinates"][0][0][0].get<double>(), 5.387206, 1e-6);
  EXPECT_NEAR(grid["coordinates"][0][0][1].get<double>(), 52.155174, 1e-6);
  const Json swapped = Json::parse(boundaries.layer.features[1].geometry);
  EXPECT_EQ(swapped["coordinates"][0][0][0], Json({4.5, 52.0}));
  EXPECT_EQ(boundaries.remarks,
            std::vector<std::string>{"Coordinates did not come as longitude and latitude; they were converted."});
}

TEST_P(EachPdokService, tells_how_far_it_is) {
  FakePages pages{FakePdok{}};
  std::vector<std::pair<std::int64_t, std::int64_t>> told;
  good(read_boundaries(pages, request_of(GetParam()), [&](std::int64_t done, std::int64_t of) { told.emplace_back(done, of); }));
  EXPECT_EQ(told, (std::vector<std::pair<std::int64_t, std::int64_t>>{{2, 5}, {4, 5}, {5, 5}}));
}

TEST_P(EachPdokService, stops_between_pages) {
  FakePages pages{FakePdok{}};
  std::stop_source stop;
  const auto result = read_boundaries(
      pages, request_of(GetParam()), [&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::cancelled);
  EXPECT_EQ(pages.asked.size(), 1U);
}

TEST_P(EachPdokService, says_that_a_year_or_a_municipality_is_not_there) {
  FakePages pages{FakePdok{}};
  BoundaryRequest request = request_of(GetParam());
  request.year = 2031;
  const auto no_year = read_boundaries(pages, request);
  ASSERT_FALSE(no_year);
  EXPECT_EQ(no_year.error().code, ErrorCode::not_found);
  EXPECT_NE(no_year.error().message.find("expected a year of which PDOK has the buurten, such as 2024"), std::string::npos);
  request = request_of(GetParam());
  request.municipality = "GM1234";
  const auto no_municipality = read_boundaries(pages, request);
  ASSERT_FALSE(no_municipality);
  EXPECT_EQ(no_municipality.error().code, ErrorCode::not_found);
  EXPECT_NE(no_municipality.error().message.find("found no areas of GM1234"), std::string::npos);
}

TEST_P(EachPdokService, refuses_a_request_that_makes_no_sense) {
  FakePages pages{FakePdok{}};
  for (const char* code : {"", "0637", "GM06", "GM06370", "WK0637", "GM06&x"}) {
    BoundaryRequest request = request_of(GetParam());
    request.municipality = code;
    EXPECT_EQ(first_fault(read_boundaries(pages, request)).substr(0, 21), "request municipality:") << code;
  }
  BoundaryRequest request = request_of(GetParam());
  request.year = 24;
  EXPECT_EQ(first_fault(read_boundaries(pages, request)), "request year: found 24, expected a year such as 2024");
  EXPECT_TRUE(pages.asked.empty());
}

struct BadFeature {
  const char* name;
  std::function<void(Json& page)> spoil;
  std::string says;
};

class BadFeaturePage : public testing::TestWithParam<BadFeature> {};

TEST_P(BadFeaturePage, is_an_error_that_names_the_place) {
  FakePdok fake;
  fake.spoil = [](const Asked&, Json& page) { GetParam().spoil(page); };
  FakePages pages{fake};
  const auto result = read_boundaries(pages, request_of(PdokService::ogc_api));
  ASSERT_FALSE(result);
  EXPECT_NE(first_fault(result).find(GetParam().says), std::string::npos) << first_fault(result);
  EXPECT_FALSE(pages.rejected.empty());
}

INSTANTIATE_TEST_SUITE_P(
    each, BadFeaturePage,
    testing::Values(
        BadFeature{"no_features", [](Json& page) { page.erase("features"); },
                   "found no list of features, expected a GeoJSON FeatureCollection"},
        BadFeature{"a_number", [](Json& page) { page["features"][1] = 7; }, "features[1]: found something else than an object"},
        BadFeature{"no_properties", [](Json& page) { page["features"][1].erase("properties"); },
                   "features[1]: found no properties"},
        BadFeature{"no_code", [](Json& page) { page["features"][0]["properties"].erase("buurtcode"); },
                   "buurtcode: found the properties \"aantal_inwoners\", \"buurtnaam\""},
        BadFeature{"no_name", [](Json& page) { page["features"][0]["properties"]["buurtnaam"] = Json(); },
                   "buurtnaam: found the properties"},
        BadFeature{"no_geometry", [](Json& page) { page["features"][0]["geometry"] = Json(); },
                   "features[0].geometry: found no coordinates, expected a Polygon or a MultiPolygon"},
        BadFeature{"a_point", [](Json& page) { page["features"][0]["geometry"]["type"] = "Point"; },
                   "features[0].geometry.type: found \"Point\", expected Polygon or MultiPolygon"},
        BadFeature{"wrong_depth", [](Json& page) { page["features"][0]["geometry"]["type"] = "MultiPolygon"; },
                   "features[0].geometry.coordinates: found"},
        BadFeature{"open_ring",
                   [](Json& page) {
                     page["features"][0]["geometry"]["coordinates"][0].back() = {4.6, 52.0};
                   },
                   "found a ring that is not closed"},
        BadFeature{"short_ring",
                   [](Json& page) {
                     page["features"][0]["geometry"]["coordinates"][0] = {{4.5, 52.0}, {4.6, 52.0}, {4.5, 52.0}};
                   },
                   "found a ring of fewer than four positions"},
        BadFeature{"elsewhere", [](Json& page) { page["features"][0]["geometry"]["coordinates"] = square(12.5, 41.9, 0.1); },
                   "found the position \"[12.5,41.9]\", expected a place in the Netherlands"},
        BadFeature{"an_area_twice", [](Json& page) { page["features"].push_back(page["features"][0]); },
                   "found the area \"BU99010001\" a second time, expected each once"},
        BadFeature{"fewer_than_matched", [](Json& page) { page["numberMatched"] = 6; },
                   "found the end of the list after 5 areas, expected 6, as numberMatched says"}),
    [](const auto& each) { return each.param.name; });

TEST_P(EachPdokService, takes_no_page_that_is_cut_off_or_no_json) {
  for (const bool is_html : {false, true}) {
    FakePdok fake;
    fake.spoil_answer = [&](const Asked&, Answer& answer) {
      answer.body = is_html ? "<ServiceException/>" : answer.body.substr(0, answer.body.size() / 2);
    };
    EXPECT_NE(first_fault(read(fake))
                  .find(is_html ? "found an answer that starts with \"<ServiceException/>\""
                                : "found JSON that breaks off or is not well formed"),
              std::string::npos);
  }
}

TEST(Pdok, follows_no_link_to_another_host_and_none_in_a_ring) {
  for (const auto& [link, says] : {std::pair{"https://example.org/items", "found a link to \"https://example.org:443\""},
                                   {"?f=json&limit=2&gemeentecode=GM9901", "found a link back to this page"}}) {
    FakePdok fake;
    fake.spoil = [link](const Asked&, Json& page) {
      page["links"] = {{{"rel", "next"}, {"href", link}}};
      page.erase("numberMatched");
    };
    FakePages pages{fake};
    EXPECT_NE(first_fault(read_boundaries(pages, request_of(PdokService::ogc_api))).find(says), std::string::npos)
        << first_fault(read_boundaries(pages, request_of(PdokService::ogc_api)));
  }
}

TEST(Pdok, knows_a_property_whatever_its_capitals) {
  FakePdok fake;
  fake.spoil = [](const Asked&, Json& page) {
    for (Json& each : page["features"]) {
      each["properties"]["gemeenteCode"] = each["properties"]["gemeentecode"];
      each["properties"].erase("gemeentecode");
    }
  };
  FakePages pages{fake};
  const Boundaries boundaries = good(read_boundaries(pages, request_of(PdokService::ogc_api)));
  EXPECT_EQ(codes(boundaries), kCodes);
  EXPECT_EQ(boundaries.layer.features.front().properties.at("gemeentecode"), "GM9901");
}

TEST(NationalGrid, is_told_apart_from_degrees) {
  EXPECT_EQ(how_written(4.5, 52.0), Written::lon_lat);
  EXPECT_EQ(how_written(52.0, 4.5), Written::lat_lon);
  EXPECT_EQ(how_written(93'000, 452'000), Written::national_grid);
  EXPECT_EQ(how_written(0, 0), std::nullopt);
  EXPECT_EQ(how_written(12.5, 41.9), std::nullopt);
  EXPECT_EQ(how_written(-68.2, 12.2), std::nullopt);
}

}  // namespace
}  // namespace koers::fetch
