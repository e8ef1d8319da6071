// SPDX-License-Identifier: EUPL-1.2
#include "fetch/cbs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/fault_text.h"
#include "fetch/fake_cbs.h"

namespace koers::fetch {
namespace {

using test::Answer;
using test::Asked;
using test::FakeCbs;
using test::FakePages;
using test::request_to;

constexpr const char* kHere = "http://127.0.0.1:1";

CbsRequest v3() { return request_to(kHere, CbsChoice::v3); }
CbsRequest v4() { return request_to(kHere, CbsChoice::v4); }

std::vector<std::string> first_column(const CbsTable& table) {
  std::vector<std::string> out;
  for (const ForeignRow& row : table.table.rows) out.push_back(row.cells.at(0).text);
  return out;
}

ForeignCell cell(const CbsTable& table, const std::string& area, const std::string& column) {
  const auto place = std::ranges::find(table.table.columns, column) - table.table.columns.begin();
  for (const ForeignRow& row : table.table.rows) {
    if (row.cells.at(0).text == area) return row.cells.at(static_cast<std::size_t>(place));
  }
  return {"no such row", CellKind::error};
}

CbsTable good(Result<CbsTable> result) {
  if (!result) ADD_FAILURE() << result.error().message;
  return result ? std::move(*result) : CbsTable{};
}

TEST(CbsV3, gives_one_row_per_area_with_trimmed_keys) {
  FakePages pages{FakeCbs{}};
  const CbsTable table = good(read_cbs_table(pages, v3()));
  EXPECT_EQ(table.service, CbsService::v3);
  EXPECT_EQ(first_column(table), FakeCbs::areas());
  EXPECT_EQ(table.table.columns, (std::vector<std::string>{"WijkenEnBuurten", "Codering_3", "AantalInwoners_5",
                                                           "Bevolkingsdichtheid_33", "Opmerking_34"}));
  EXPECT_EQ(cell(table, "GM9901", "AantalInwoners_5"), (ForeignCell{"2000", CellKind::number}));
  EXPECT_EQ(cell(table, "GM9901", "Bevolkingsdichtheid_33"), (ForeignCell{"5.0", CellKind::number}));
  EXPECT_EQ(cell(table, "GM9901", "Codering_3"), (ForeignCell{"GM9901", CellKind::text}));
  EXPECT_EQ(cell(table, "WK990100", "Opmerking_34"), (ForeignCell{"goed", CellKind::text}));
  EXPECT_EQ(table.table.rows.back().number, 10);
  EXPECT_TRUE(table.remarks.empty());
}

TEST(CbsV3, leaves_a_missing_value_empty_with_its_mark) {
  FakePages pages{FakeCbs{}};
  const CbsTable table = good(read_cbs_table(pages, v3()));
  EXPECT_EQ(cell(table, "BU99010001", "Bevolkingsdichtheid_33"), (ForeignCell{"null", CellKind::empty}));
  EXPECT_EQ(cell(table, "GM9901", "Opmerking_34"), (ForeignCell{".", CellKind::empty}));
}

TEST(CbsV3, says_what_the_table_and_its_columns_are) {
  FakePages pages{FakeCbs{}};
  const CbsTable table = good(read_cbs_table(pages, v3()));
  EXPECT_EQ(table.id, "99001NED");
  EXPECT_EQ(table.title, "Kerncijfers van een verzonnen land");
  EXPECT_EQ(table.period, "2022");
  EXPECT_EQ(table.modified, "2026-03-01T02:00:00");
  EXPECT_EQ(table.status, "Regulier");
  ASSERT_EQ(table.columns.size(), table.table.columns.size());
  EXPECT_EQ(table.columns[0].kind, CbsColumnKind::area);
  EXPECT_EQ(table.columns[3], (CbsColumn{"Bevolkingsdichtheid_33", "Bevolkingsdichtheid", "aantal inwoners per km²", "Verzonnen.",
                                         "Double", 1, CbsColumnKind::measure}));
  EXPECT_EQ(table.codes.at("WijkenEnBuurten").at("BU99010001"), (CbsCode{"Naam van BU99010001", ""}));
  EXPECT_FALSE(table.codes.at("WijkenEnBuurten").contains("GM9999")) << "a key without rows";
}

TEST(CbsV3, reads_on_until_all_pages_are_there) {
  for (const std::int64_t rows : {1, 3, 5, 9, 10, 11}) {
    FakePages pages{FakeCbs{}};
    CbsRequest request = v3();
    request.v3_page_rows = rows;
    EXPECT_EQ(first_column(good(read_cbs_table(pages, request))), FakeCbs::areas()) << rows << " rows a page";
  }
}

TEST(CbsV3, follows_links_where_the_service_gives_them) {
  FakeCbs fake;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    if (!asked.path().ends_with("TypedDataSet") || asked.target.find("linked") != std::string::npos) return;
    answer.body.pop_back();
    answer.body += R"(,"odata.nextLink":"http://127.0.0.1:1/v3/99001NED/TypedDataSet?linked=1&$top=10&$skip=5"})";
  };
  FakePages pages{fake};
  CbsRequest request = v3();
  request.v3_page_rows = 5;
  EXPECT_EQ(first_column(good(read_cbs_table(pages, request))), FakeCbs::areas());
}

TEST(CbsV4, gathers_observations_into_one_row_per_area) {
  FakePages pages{FakeCbs{}};
  const CbsTable table = good(read_cbs_table(pages, v4()));
  EXPECT_EQ(table.service, CbsService::v4);
  EXPECT_EQ(first_column(table), FakeCbs::areas());
  EXPECT_EQ(table.table.columns, (std::vector<std::string>{"WijkenEnBuurten", "Codering", "T001036", "M000100"}));
  EXPECT_EQ(cell(table, "GM9901", "T001036"), (ForeignCell{"2000.0", CellKind::number}));
  EXPECT_EQ(cell(table, "GM9901", "Codering"), (ForeignCell{"GM9901", CellKind::text}));
  EXPECT_TRUE(table.remarks.empty());
}

TEST(CbsV4, leaves_a_secret_value_empty_with_the_reason) {
  FakePages pages{FakeCbs{}};
  const CbsTable table = good(read_cbs_table(pages, v4()));
  EXPECT_EQ(cell(table, "BU99010001", "M000100"), (ForeignCell{"Confidential", CellKind::empty}));
  EXPECT_EQ(cell(table, "NL00", "M000100"), (ForeignCell{"", CellKind::empty})) << "there is no observation at all";
}

TEST(CbsV4, says_what_the_table_and_its_columns_are) {
  FakeCbs fake;
  fake.has_periods = true;
  FakePages pages{fake};
  const CbsTable table = good(read_cbs_table(pages, v4()));
  EXPECT_EQ(table.title, "Kerncijfers van een verzonnen land");
  EXPECT_EQ(table.modified, "2026-03-01T02:00:00");
  EXPECT_EQ(table.columns[0].kind, CbsColumnKind::area);
  EXPECT_EQ(table.columns[1].kind, CbsColumnKind::period);
  EXPECT_EQ(table.columns[4].unit, "aantal inwoners per km²");
  EXPECT_EQ(table.columns[4].decimals, 1);
  EXPECT_EQ(table.codes.at("Perioden").at("2023JJ00"), (CbsCode{"2023", "Voorlopig"}));
  EXPECT_EQ(table.codes.at("Perioden").at("2022JJ00"), (CbsCode{"2022", "Definitief"}));
}

TEST(CbsV4, remarks_on_an_attribute_beside_a_figure) {
  FakeCbs fake;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    const auto at = answer.body.find(R"("ValueAttribute":"None","Value":2000.0)");
    if (asked.path().ends_with("Observations") && at != std::string::npos)
      answer.body.replace(at, 23, R"("ValueAttribute":"Estimate")");
  };
  FakePages pages{fake};
  const CbsTable table = good(read_cbs_table(pages, v4()));
  EXPECT_EQ(cell(table, "GM9901", "T001036"), (ForeignCell{"2000.0", CellKind::number}));
  EXPECT_EQ(table.remarks, std::vector<std::string>{"1 figures carry the attribute \"Estimate\"."});
}

class EachService : public testing::TestWithParam<CbsChoice> {
 protected:
  [[nodiscard]] static CbsRequest request() { return request_to(kHere, GetParam()); }
  [[nodiscard]] static const char* rows() { return GetParam() == CbsChoice::v3 ? "TypedDataSet" : "Observations"; }
};
INSTANTIATE_TEST_SUITE_P(each, EachService, testing::Values(CbsChoice::v3, CbsChoice::v4),
                         [](const auto& each) { return each.param == CbsChoice::v3 ? "v3" : "v4"; });

TEST_P(EachService, gives_a_municipality_with_its_districts_and_neighbourhoods_whether_or_not_the_service_filters) {
  for (const bool filters : {true, false}) {
    FakeCbs fake;
    fake.filters = filters;
    FakePages pages{fake};
    CbsRequest request = EachService::request();
    request.areas = {"GM9901"};
    const CbsTable table = good(read_cbs_table(pages, request));
    EXPECT_EQ(first_column(table),
              (std::vector<std::string>{"GM9901", "WK990100", "BU99010000", "BU99010001", "WK990101", "BU99010100"}));
  }
}

TEST_P(EachService, gives_a_district_with_its_neighbourhoods_and_tells_which_area_is_not_there) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.areas = {"WK990100", "BU99010001", "NL00", "GM1234"};
  const CbsTable table = good(read_cbs_table(pages, request));
  EXPECT_EQ(first_column(table), (std::vector<std::string>{"NL00", "WK990100", "BU99010000", "BU99010001"}));
  EXPECT_EQ(table.areas_without_rows, std::vector<std::string>{"GM1234"});
}

TEST_P(EachService, asks_for_many_areas_in_addresses_that_servers_still_take) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.areas = {"GM9902", "NL00"};
  for (int n = 1000; n < 1060; ++n) request.areas.push_back("GM" + std::to_string(n));
  const CbsTable table = good(read_cbs_table(pages, request));
  EXPECT_EQ(table.table.rows.size(), 4U);
  for (const std::string& asked : pages.asked) EXPECT_LT(asked.size(), 1800U);
}

TEST_P(EachService, gives_only_the_columns_asked_for) {
  for (const bool filters : {true, false}) {
    FakeCbs fake;
    fake.filters = filters;
    FakePages pages{fake};
    CbsRequest request = EachService::request();
    request.columns = {GetParam() == CbsChoice::v3 ? "AantalInwoners" : "T001036"};
    const CbsTable table = good(read_cbs_table(pages, request));
    EXPECT_EQ(table.table.columns,
              (std::vector<std::string>{"WijkenEnBuurten", GetParam() == CbsChoice::v3 ? "AantalInwoners_5" : "T001036"}));
    EXPECT_EQ(table.table.rows.size(), 10U);
    EXPECT_TRUE(table.remarks.empty());
  }
}

TEST_P(EachService, names_the_columns_that_are_not_there) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.columns = {"AantalInwonersTotaal_9", "Onzin"};
  const auto result = read_cbs_table(pages, request);
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().faults.size(), 2U);
  EXPECT_EQ(result.error().faults[0].path, "AantalInwonersTotaal_9");
  EXPECT_EQ(result.error().faults[0].found,
            GetParam() == CbsChoice::v3 ? "no such column (is it AantalInwoners_5?)" : "no such column");
  EXPECT_NE(result.error().message.find("and 1 more such columns"), std::string::npos) << result.error().message;
}

TEST_P(EachService, gives_one_row_per_area_and_period_or_only_the_period_asked_for) {
  for (const bool filters : {true, false}) {
    FakeCbs fake;
    fake.has_periods = true;
    fake.filters = filters;
    FakePages pages{fake};
    CbsRequest request = EachService::request();
    request.areas = {"GM9902"};
    EXPECT_EQ(good(read_cbs_table(pages, request)).table.rows.size(), 6U);
    request.keys = {{"Perioden", {"2023JJ00"}}};
    const CbsTable table = good(read_cbs_table(pages, request));
    EXPECT_EQ(table.table.rows.size(), 3U);
    EXPECT_EQ(table.table.rows.front().cells[1].text, "2023JJ00");
  }
}

TEST_P(EachService, knows_no_dimension_that_is_not_there) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.keys = {{"Perioden", {"2023JJ00"}}};
  EXPECT_NE(first_fault(read_cbs_table(pages, request)).find("found no dimension \"Perioden\", expected one of WijkenEnBuurten"),
            std::string::npos);
}

TEST_P(EachService, refuses_a_request_that_could_be_no_word) {
  FakePages pages{FakeCbs{}};
  for (const char* bad : {"", "99001NED/../x", "a b", "x'", "99001NED?", "12345678901234567890123456789012x"}) {
    CbsRequest request = EachService::request();
    request.table = bad;
    EXPECT_EQ(first_fault(read_cbs_table(pages, request)).substr(0, 14), "request table:") << bad;
  }
  CbsRequest request = EachService::request();
  request.areas = {"GM9901') or ('"};
  EXPECT_EQ(first_fault(read_cbs_table(pages, request)).substr(0, 14), "request areas:");
  EXPECT_TRUE(pages.asked.empty());
}

TEST_P(EachService, says_that_an_area_is_not_there) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.areas = {"GM1234"};
  const auto result = read_cbs_table(pages, request);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
  EXPECT_NE(result.error().message.find("found no rows, expected rows of GM1234"), std::string::npos) << result.error().message;
}

TEST_P(EachService, tells_how_far_it_is) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.v3_page_rows = 4;
  std::vector<std::pair<std::int64_t, std::int64_t>> told;
  good(read_cbs_table(pages, request, [&](std::int64_t done, std::int64_t total) { told.emplace_back(done, total); }));
  using Told = std::vector<std::pair<std::int64_t, std::int64_t>>;
  EXPECT_EQ(told, GetParam() == CbsChoice::v3 ? (Told{{4, 10}, {8, 10}, {10, 10}})
                                              : (Told{{7, 29}, {14, 29}, {21, 29}, {28, 29}, {29, 29}}));
}

TEST_P(EachService, stops_between_pages) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.v3_page_rows = 4;
  std::stop_source stop;
  const auto result = read_cbs_table(
      pages, request, [&](std::int64_t, std::int64_t) { stop.request_stop(); }, stop.get_token());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::cancelled);
}

TEST_P(EachService, keeps_the_pages_of_a_table_under_its_date_of_change) {
  FakePages pages{FakeCbs{}};
  good(read_cbs_table(pages, request()));
  for (std::size_t n = 0; n < pages.asked.size(); ++n) {
    const bool tells_the_date = pages.asked[n].find("TableInfos") != std::string::npos || pages.asked[n].ends_with("Properties");
    const bool of_v3_columns = pages.asked[n].find("DataProperties") != std::string::npos;
    EXPECT_EQ(pages.editions[n].empty(), tells_the_date && !of_v3_columns) << pages.asked[n] << " edition " << pages.editions[n];
  }
}

TEST_P(EachService, is_asked_for_no_more_cells_than_agreed) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = EachService::request();
  request.max_cells = 20;
  const auto result = read_cbs_table(pages, request);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
}

/// What a service can do wrong with a page of rows, and what is said of it.
struct Spoiled {
  const char* name;
  std::function<void(std::string& body)> spoil;
  std::string v3_says;
  std::string v4_says;
};

void replace(std::string& body, const std::string& from, const std::string& to) {
  if (const auto at = body.find(from); at != std::string::npos) body.replace(at, from.size(), to);
}

class SpoiledPage : public testing::TestWithParam<std::tuple<CbsChoice, Spoiled>> {};

TEST_P(SpoiledPage, is_an_error_that_names_it_and_gives_no_table) {
  const auto& [choice, spoiled] = GetParam();
  const std::string rows = choice == CbsChoice::v3 ? "TypedDataSet" : "Observations";
  FakeCbs fake;
  fake.origin = kHere;
  fake.spoil = [&](const Asked& asked, Answer& answer) {
    if (asked.path().ends_with(rows)) spoiled.spoil(answer.body);
  };
  FakePages pages{fake};
  CbsRequest request = request_to(kHere, choice);
  request.v3_page_rows = 4;
  request.max_pages = 6;
  const auto result = read_cbs_table(pages, request);
  ASSERT_FALSE(result);
  const std::string says = first_fault(result);
  EXPECT_NE(says.find(choice == CbsChoice::v3 ? spoiled.v3_says : spoiled.v4_says), std::string::npos) << says;
  EXPECT_NE(says.find(std::string(kHere) + (choice == CbsChoice::v3 ? "/v3/" : "/v4/")), std::string::npos) << says;
  EXPECT_FALSE(pages.rejected.empty()) << "a bad page must not stay in a cache";
}

INSTANTIATE_TEST_SUITE_P(
    each, SpoiledPage,
    testing::Combine(
        testing::Values(CbsChoice::v3, CbsChoice::v4),
        testing::Values(
            Spoiled{"cut_off", [](std::string& body) { body.resize(body.size() / 2); }, "found JSON that breaks off after",
                    "found JSON that breaks off after"},
            Spoiled{"html", [](std::string& body) { body = "<html><body>Onderhoud</body></html>"; },
                    "found an answer that starts with \"<html><body>Onderhoud</body></html>\", expected a whole JSON object",
                    "found an answer that starts with \"<html>"},
            Spoiled{"nothing", [](std::string& body) { body.clear(); }, "found an empty answer", "found an empty answer"},
            Spoiled{"bytes", [](std::string& body) { body = "\xFF\xD8\xFF"; }, "found bytes that are no text", "found bytes that are no text"},
            Spoiled{"bad_json", [](std::string& body) { replace(body, ":", "="); }, "found something that JSON does not allow, at byte",
                    "found something that JSON does not allow, at byte"},
            Spoiled{"a_list", [](std::string& body) { body = "[[1],{\"value\":[]},2]"; }, "found JSON that is no object",
                    "found JSON that is no object"},
            Spoiled{"an_error", [](std::string& body) { body = R"({"error":{"code":"","message":"Nee"}})"; },
                    "found the members \"error\", expected the list \"value\"", "found the members \"error\""},
            Spoiled{"rows_that_are_numbers", [](std::string& body) { body = R"({"value":[1,2]})"; },
                    "value: found something else than an object, expected rows", "value: found something else"},
            Spoiled{"rows_that_are_lists", [](std::string& body) { body = R"({"value":[["ID",1],{"ID":1}]})"; },
                    "value: found something else than an object, expected rows", "value: found something else"},
            Spoiled{"a_row_twice",
                    [](std::string& body) {
                      const auto start = body.find('{', body.find("\"value\""));
                      const auto end = body.find('}', start);
                      body.insert(end + 1, "," + body.substr(start, end - start + 1));
                    },
                    "found the row of \"NL00\" a second time, expected each once",
                    "found the observation of \"T001036\", \"NL00\" a second time"},
            Spoiled{"a_column_renamed", [](std::string& body) { replace(body, "AantalInwoners_5", "Inwoners_5"), replace(body, "\"Value\":2", "\"Number\":2"), replace(body, "\"Measure\":", "\"Measures\":"); },
                    "AantalInwoners_5: found a row without it (\"NL00\"), expected each column that DataProperties describes",
                    "Measure: found an observation without it"},
            Spoiled{"a_key_gone", [](std::string& body) { replace(body, "WijkenEnBuurten", "Gebied"); },
                    "WijkenEnBuurten: found a row without it, expected a key in each row", "WijkenEnBuurten: found a row without it"},
            Spoiled{"an_empty_key", [](std::string& body) { replace(body, "NL00      ", "   "), replace(body, "\"WijkenEnBuurten\":\"NL00\"", "\"WijkenEnBuurten\":\" \""); },
                    "WijkenEnBuurten: found an empty key", "WijkenEnBuurten: found an empty key"},
            Spoiled{"fewer_rows_than_promised", [](std::string& body) { body = R"({"value":[],"odata.count":"9","@odata.count":9})"; },
                    "found the end of the list after 0 rows, expected 9 rows, as the count on the page says",
                    "found the end of the list after 0 rows, expected 9 rows"})),
        [](const auto& each) { return std::string(std::get<0>(each.param) == CbsChoice::v3 ? "v3_" : "v4_") + std::get<1>(each.param).name; });

/// Adds a link to each page of rows.
FakeCbs with_link(const std::string& link) {
  FakeCbs fake;
  fake.spoil = [link](const Asked& asked, Answer& answer) {
    if (!asked.path().ends_with("TypedDataSet") && !asked.path().ends_with("Observations")) return;
    answer.body.pop_back();
    answer.body += R"(,"odata.nextLink":")" + link + "\"}";
  };
  return fake;
}

TEST_P(EachService, follows_no_link_to_another_host) {
  FakePages pages{with_link("https://example.org/rows")};
  EXPECT_NE(first_fault(read_cbs_table(pages, request())).find("found a link to \"https://example.org:443\""), std::string::npos);
}

TEST_P(EachService, ends_a_ring_of_links) {
  FakePages pages{with_link("?again")};
  const auto says = first_fault(read_cbs_table(pages, request()));
  EXPECT_TRUE(says.find("found a link back to this page") != std::string::npos || says.find("a second time") != std::string::npos)
      << says;
}

TEST_P(EachService, ends_links_that_lead_to_ever_new_pages_without_rows) {
  FakeCbs fake;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    if (asked.path().ends_with(rows()))
      answer.body = R"({"value":[],"odata.nextLink":"?n=)" + std::to_string(asked.target.size()) + "\"}";
  };
  FakePages pages{fake};
  EXPECT_NE(first_fault(read_cbs_table(pages, request())).find("found a link to a next page on a page without rows"),
            std::string::npos);
}

TEST(CbsV4, ends_links_that_lead_back_to_a_page) {
  FakeCbs fake;
  fake.counts = false;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    if (!asked.path().ends_with("MeasureCodes")) return;
    answer.body.pop_back();
    answer.body += R"(,"@odata.nextLink":"MeasureCodes"})";
  };
  FakePages pages{fake};
  EXPECT_NE(first_fault(read_cbs_table(pages, v4())).find("found a link back to this page"), std::string::npos);
}

TEST_P(EachService, misses_rows_that_the_table_promised) {
  FakeCbs fake;
  fake.counts = false;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    if (asked.path().ends_with("TableInfos")) replace(answer.body, "\"RecordCount\":10", "\"RecordCount\":11");
    if (asked.path().ends_with("/Properties")) replace(answer.body, "\"ObservationCount\":29", "\"ObservationCount\":30");
  };
  FakePages pages{fake};
  const std::string says = first_fault(read_cbs_table(pages, request()));
  EXPECT_NE(says.find(GetParam() == CbsChoice::v3 ? "after 10 rows, expected 11 rows, as RecordCount of TableInfos says"
                                                  : "after 29 rows, expected 30 rows, as ObservationCount of Properties says"),
            std::string::npos)
      << says;
}

TEST_P(EachService, keeps_a_measure_that_is_not_described_with_a_remark) {
  FakeCbs fake;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    if (asked.path().ends_with("TypedDataSet")) replace(answer.body, "\"ID\":0,", "\"ID\":0,\"Nieuw_99\":7,");
    if (asked.path().ends_with("Observations")) replace(answer.body, "\"Measure\":\"Codering\"", "\"Measure\":\"Nieuw_99\"");
  };
  FakePages pages{fake};
  const CbsTable table = good(read_cbs_table(pages, request()));
  EXPECT_EQ(table.table.columns.back(), "Nieuw_99");
  EXPECT_EQ(cell(table, "NL00", "Nieuw_99").text, GetParam() == CbsChoice::v3 ? "7" : "NL00");
  EXPECT_EQ(table.remarks, std::vector<std::string>{"The column \"Nieuw_99\" is in the rows but is not described."});
}

TEST_P(EachService, gives_the_table_without_names_where_their_list_is_not_there) {
  FakeCbs fake;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    const bool is_list = asked.path().ends_with("/WijkenEnBuurten") || asked.path().ends_with("/WijkenEnBuurtenCodes");
    if (is_list) answer = {404, "", {}, false, {}};
  };
  FakePages pages{fake};
  const CbsTable table = good(read_cbs_table(pages, request()));
  EXPECT_EQ(table.table.rows.size(), 10U);
  EXPECT_EQ(table.remarks, std::vector<std::string>{"The names of WijkenEnBuurten are not there."});
}

TEST(Cbs, falls_back_on_the_older_service_for_a_table_that_the_newer_does_not_have) {
  FakeCbs fake;
  fake.has_v4 = false;
  FakePages pages{fake};
  EXPECT_EQ(good(read_cbs_table(pages, request_to(kHere, CbsChoice::v4_then_v3))).service, CbsService::v3);
  FakePages both{FakeCbs{}};
  EXPECT_EQ(good(read_cbs_table(both, request_to(kHere, CbsChoice::v4_then_v3))).service, CbsService::v4);
}

TEST(Cbs, does_not_fall_back_when_the_newer_service_fails) {
  FakeCbs fake;
  fake.spoil = [](const Asked& asked, Answer& answer) {
    if (asked.path().starts_with("/v4/")) answer = {500, "", {}, false, {}};
  };
  FakePages pages{fake};
  EXPECT_FALSE(read_cbs_table(pages, request_to(kHere, CbsChoice::v4_then_v3)));
}

TEST(Cbs, says_that_neither_service_knows_the_table) {
  FakePages pages{FakeCbs{}};
  CbsRequest request = request_to(kHere, CbsChoice::v4_then_v3);
  request.table = "12345XYZ";
  const auto result = read_cbs_table(pages, request);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
  EXPECT_EQ(result.error().message,
            "http://127.0.0.1:1/v4/12345XYZ/Properties: found no table \"12345XYZ\", expected the id of a table of CBS over "
            "OData 4, such as "
            "85318NED; http://127.0.0.1:1/v3/12345XYZ/TableInfos?$format=json: found no table \"12345XYZ\", expected the id of a "
            "table of "
            "CBS over OData 3, such as 85318NED");
}

}  // namespace
}  // namespace koers::fetch
