// SPDX-License-Identifier: EUPL-1.2
// The description and the program agree: the same routes, and every answer of the form that is promised.
#include <set>

#include "api/api_fixture.h"
#include "api/openapi_schema.h"

namespace koers::test {
namespace {

using nlohmann::json;

class SchemaTest : public ApiTest {
 protected:
  SchemaTest() : schema_(anonymous().get(kApi + "/openapi.json").json()) {}

  /// Asks and checks; `pattern` as in the description, without /api/v1.
  json expect_promised(Client& client, const std::string& pattern, const std::string& path, int status = 200) {
    const Reply reply = client.get(kApi + path);
    EXPECT_EQ(reply.status, status) << path;
    if (reply.body.empty()) return {};
    const json answer = reply.json();
    const auto faults = schema_.faults(pattern, "get", reply.status, answer);
    for (std::size_t i = 0; i < faults.size() && i < 5; ++i) ADD_FAILURE() << path << faults[i];
    return answer;
  }
  OpenapiSchema schema_;
};

std::vector<std::string> all_collections() {
  std::vector<std::string> out;
  for_each_kind([&]<class T>(RecordTag<T>) { out.emplace_back(plural_of(kKindOf<T>)); });
  return out;
}

TEST_F(SchemaTest, TheRouterHasEveryOperationOfTheDescriptionAndNoOther) {
  std::set<std::string> described;
  for (const auto& [path, item] : schema_.openapi()["paths"].items()) {
    for (const auto& [method, operation] : item.items()) {
      if (method != "parameters") described.insert(method + ' ' + kApi + path);
    }
  }
  std::set<std::string> routed;
  for (const auto& route : served_.routes()) {
    std::string method(http::to_string(route->method));
    for (char& c : method) c = static_cast<char>(std::tolower(c));
    if (route->pattern.starts_with(kApi)) routed.insert(method + ' ' + route->pattern);
  }
  EXPECT_EQ(routed, described);
}

TEST_F(SchemaTest, AnOperationAsksForASessionExactlyWhenAResidentMayNotDoIt) {
  for (const auto& route : served_.routes()) {
    if (!route->pattern.starts_with(kApi)) continue;
    std::string method(http::to_string(route->method));
    for (char& c : method) c = static_cast<char>(std::tolower(c));
    const json& operation = schema_.openapi()["paths"][route->pattern.substr(kApi.size())][method];
    const bool is_open = may_somewhere({Role::resident}, enum_from<Action>(route->permission).value());
    EXPECT_EQ(operation.contains("security"), !is_open) << method << ' ' << route->pattern;
  }
}

TEST_F(SchemaTest, ThePagesOfTheCityAreAsPromised) {
  Client client = anonymous();
  for (const char* path : {"/city",
                           "/overview",
                           "/vision-tree",
                           "/causal-map",
                           "/coverage",
                           "/calendar",
                           "/policy-register",
                           "/effort-register",
                           "/decision-register",
                           "/area-register",
                           "/city-state",
                           "/indicator-register",
                           "/district-priorities",
                           "/series",
                           "/scores",
                           "/signals",
                           "/report-editions",
                           "/permissions",
                           "/exports",
                           "/sessions/current"}) {
    expect_promised(client, path, path);
  }
  expect_promised(client, "/search-results", "/search-results?q=meerzicht");
  expect_promised(client, "/calendar", "/calendar?date=2030-01-31");
  expect_promised(client, "/district-priorities", "/district-priorities?norm=-0.5");
  expect_promised(client, "/district-priorities", "/district-priorities?norm=low", 400);
  expect_promised(client, "/district-priorities", "/district-priorities?norm=3.5", 400);
  expect_promised(client, "/vision-tree", "/vision-tree?asOf=2022-02-15");
}

TEST_F(SchemaTest, EveryIndicatorHasAProfileAsPromised) {
  Client client = anonymous();
  const json register_ = client.get(kApi + "/indicator-register").json();
  ASSERT_FALSE(register_["rows"].empty());
  for (const json& row : register_["rows"]) {
    expect_promised(client, "/indicator-profiles/{id}", "/indicator-profiles/" + row["id"].get<std::string>());
  }
  expect_promised(client, "/indicator-profiles/{id}", "/indicator-profiles/none", 404);
}

TEST_F(SchemaTest, EveryCollectionAndEveryFormIsAsPromised) {
  Client client = anonymous();
  for (const std::string& collection : all_collections()) {
    expect_promised(client, "/documents/{collection}", "/documents/" + collection + "?limit=200");
    expect_promised(client, "/record-schemas/{collection}", "/record-schemas/" + collection);
  }
}

TEST_F(SchemaTest, EveryDocumentIsAsPromised) {
  Client client = anonymous();
  for (const std::string& collection : all_collections()) {
    const auto page = client.get(kApi + "/documents/" + collection + "?limit=200").json();
    for (const auto& item : page["items"]) {
      const std::string path = "/documents/" + collection + '/' + item["id"].get<std::string>();
      expect_promised(client, "/documents/{collection}/{id}", path);
    }
  }
}

TEST_F(SchemaTest, TheHistoryOfADocumentIsAsPromised) {
  Effort changed = *served_.workspace().snapshot()->city.all<Effort>().find("entree");
  changed.owner = "Projectbureau";
  write(draft_of(changed, 1));
  for (const Role role : {Role::participant, Role::clerk}) {
    Client client = logged_in(role);
    for (const std::string& collection : all_collections()) {
      const auto page = client.get(kApi + "/documents/" + collection + "?limit=1").json();
      for (const auto& item : page["items"]) {
        const std::string path = "/documents/" + collection + '/' + item["id"].get<std::string>() + "/revisions";
        expect_promised(client, "/documents/{collection}/{id}/revisions", path);
        expect_promised(client, "/documents/{collection}/{id}/revisions/{revision}", path + "/1");
      }
    }
    expect_promised(client, "/documents/{collection}/{id}/revisions", "/documents/efforts/entree/revisions");
    expect_promised(client, "/documents/{collection}/{id}", "/documents/efforts/entree");
  }
}

TEST_F(SchemaTest, EveryAreaAndEveryLevelIsAsPromised) {
  Client client = anonymous();
  const auto areas = client.get(kApi + "/area-register").json()["areas"];
  EXPECT_GT(areas.size(), 30U);
  for (const auto& area : areas)
    expect_promised(client, "/area-profiles/{id}", "/area-profiles/" + area["id"].get<std::string>());
  for (const char* level : {"municipality", "district", "neighbourhood"}) {
    expect_promised(client, "/boundaries", std::string("/boundaries?level=") + level);
  }
}

TEST_F(SchemaTest, EveryFigureIsAsPromised) {
  Client client = anonymous();
  expect_promised(client, "/observations", "/observations?limit=1000");
  expect_promised(client, "/observations", "/observations?indicator=woz-value&area=district/WK063701");
}

TEST_F(SchemaTest, WhatAnAdministratorSeesIsAsPromised) {
  Client client = logged_in(Role::administrator);
  expect_promised(client, "/sessions/current", "/sessions/current");
  expect_promised(client, "/accounts", "/accounts");
  record_audit(served_.store(), served_.now(), "a-administrator", "log_in", "a-administrator", "allowed");
  expect_promised(client, "/audit-entries", "/audit-entries");
  const Reply job = client.send("POST", kApi + "/imports", import_body({{"city.yaml", "id: 1x"}}, false));
  ASSERT_EQ(job.status, 202);
  static_cast<void>(end_of_job(client, job.header("location")));
  expect_promised(client, "/jobs/{id}", job.header("location").substr(kApi.size()));
}

TEST_F(SchemaTest, EveryRefusalIsAProblemDocument) {
  Client client = anonymous();
  const std::vector<std::pair<std::string, std::string>> refusals{{"/documents/{collection}/{id}", "/documents/efforts/nergens"},
                                                                  {"/documents/{collection}", "/documents/onzin"},
                                                                  {"/calendar", "/calendar?date=gisteren"},
                                                                  {"/boundaries", "/boundaries?level=planeet"},
                                                                  {"/search-results", "/search-results"},
                                                                  {"/accounts", "/accounts"}};
  for (const auto& [pattern, path] : refusals) {
    const Reply reply = client.get(kApi + path);
    EXPECT_GE(reply.status, 400) << path;
    EXPECT_EQ(reply.header("content-type"), "application/problem+json") << path;
    EXPECT_TRUE(schema_.faults(pattern, "get", reply.status, reply.json()).empty()) << reply.body;
    EXPECT_EQ(reply.json()["status"], reply.status) << path;
    EXPECT_FALSE(reply.json()["title"].get<std::string>().empty()) << path;
  }
}

TEST_F(SchemaTest, TheCheckItselfFindsWhatIsWrong) {
  json bad = anonymous().get(kApi + "/city").json();
  bad["counts"]["effort"] = "veel";
  bad["extra"] = 1;
  bad.erase("name");
  bad["languages"] = "nl";
  EXPECT_EQ(schema_.faults("/city", "get", 200, bad).size(), 4U);
}

}  // namespace
}  // namespace koers::test
