// SPDX-License-Identifier: EUPL-1.2
// Figures from outside over the API: a preview that changes nothing, its acceptance, the batches and their undoing.
#include "api/api_fixture.h"
#include "api/base64.h"

namespace koers::test {
namespace {

using nlohmann::json;

const std::string kMapping = R"(id: survey
title: {nl: Enquête, en: Survey}
source: {id: survey-2021, title: Survey 2021, publisher: Gemeente Zoetermeer}
decimal_sign: comma
area: {code: [Buurtcode], name: [Buurt]}
period: {fixed: "2021"}
figures:
  - {indicator: satisfied-surroundings, column: [Tevreden]}
)";

json file_body(const std::string& rows) {
  return {{"file", {{"name", "enquete.csv"}, {"content", base64("Buurtcode;Buurt;Tevreden\n" + rows)}}},
          {"mappingText", kMapping}};
}

class ImportsApiTest : public ApiTest {
 protected:
  Client researcher_ = logged_in(Role::researcher);

  struct Preview {
    std::string id;
    json job;
  };
  Preview preview(const json& body) {
    const Reply started = researcher_.send("POST", kApi + "/statistics-imports", body.dump());
    EXPECT_EQ(started.status, 202) << started.body;
    return {started.json()["id"], end_of_job(researcher_, started.header("location"))};
  }
  Reply accept(const std::string& id) {
    return researcher_.send("POST", kApi + "/statistics-imports/" + id + "/acceptance", "{}");
  }
  json batches() { return researcher_.get(kApi + "/statistics-batches").json()["items"]; }
};

TEST_F(ImportsApiTest, APreviewSaysWhatWouldChangeAndChangesNothing) {
  const auto before = batches();
  const auto [id, job] = preview(file_body("BU06370001;Dorp;81,5\n"));
  ASSERT_EQ(job["state"], "done") << job;
  const json& result = job["result"];
  EXPECT_TRUE(result["acceptable"]);
  EXPECT_EQ(result["added"], 1);
  EXPECT_EQ(result["changes"][0]["after"]["value"], 81.5);
  EXPECT_EQ(result["changes"][0]["area"]["title"]["nl"], "Dorp");
  EXPECT_EQ(researcher_.get(kApi + "/statistics-imports/" + id).json(), result);
  EXPECT_EQ(batches(), before);
}

TEST_F(ImportsApiTest, WhatIsAcceptedIsSeenAndCanBeUndone) {
  const auto path = kApi + "/observations?indicator=satisfied-surroundings&area=neighbourhood/BU06370001";
  const auto count = [&] { return anonymous().get(path).json()["items"].size(); };
  const std::size_t before = count();
  const Reply accepted = accept(preview(file_body("BU06370001;Dorp;81,5\n")).id);
  ASSERT_EQ(accepted.status, 200) << accepted.body;
  EXPECT_EQ(count(), before + 1);
  EXPECT_EQ(anonymous().get(kApi + "/documents/sources/survey-2021").status, 200);
  const std::string undo = kApi + "/statistics-batches/" + accepted.json()["batch"]["id"].dump() + "/undo";
  EXPECT_TRUE(batches()[0]["canBeUndone"]);
  EXPECT_EQ(researcher_.send("POST", undo, "{}").status, 200);
  EXPECT_EQ(count(), before);
  EXPECT_EQ(researcher_.send("POST", undo, "{}").status, 409);
  EXPECT_FALSE(batches()[0]["canBeUndone"]);
}

TEST_F(ImportsApiTest, APreviewIsAcceptedOnceAndByItsOwner) {
  const std::string id = preview(file_body("BU06370001;Dorp;81,5\n")).id;
  Client officer = logged_in(Role::officer);
  EXPECT_EQ(officer.send("POST", kApi + "/statistics-imports/" + id + "/acceptance", "{}").status, 404);
  EXPECT_EQ(accept(id).status, 200);
  EXPECT_EQ(accept(id).status, 404);
}

TEST_F(ImportsApiTest, APreviewOfWhatChangedMeanwhileIsStale) {
  const std::string first = preview(file_body("BU06370001;Dorp;81,5\n")).id;
  const std::string second = preview(file_body("BU06370001;Dorp;70,0\n")).id;
  EXPECT_EQ(accept(first).status, 200);
  const auto before = batches();
  EXPECT_EQ(accept(second).status, describe(ErrorCode::stale).http_status);
  EXPECT_EQ(batches(), before);
}

TEST_F(ImportsApiTest, FaultsAreGivenWithTheirPlacesAndCannotBeAccepted) {
  const auto before = batches();
  const auto [id, job] = preview(file_body("BU06370001;Dorp;81.5\nBU06370002;Dorp;50\n"));
  ASSERT_EQ(job["state"], "done") << job;
  EXPECT_FALSE(job["result"]["acceptable"]);
  EXPECT_EQ(job["result"]["faultCount"], 2);
  EXPECT_EQ(job["result"]["faults"][0]["row"], 2);
  EXPECT_EQ(job["result"]["faults"][1]["rule"], "reused_code");
  EXPECT_EQ(accept(id).status, 400);
  EXPECT_EQ(batches(), before);
}

TEST_F(ImportsApiTest, AMappingWithFaultsFailsTheJobWithAllOfThem) {
  json body = file_body("BU06370001;Dorp;81,5\n");
  body["mappingText"] = "id: x\n";
  const json job = preview(body).job;
  EXPECT_EQ(job["state"], "failed");
  EXPECT_GE(job["problem"]["faults"].size(), 4U) << job;
}

TEST_F(ImportsApiTest, BodiesThatMakeNoSenseAreRefusedAtOnce) {
  const json file{{"name", "a.csv"}, {"content", "YQ=="}};
  for (const json& body :
       {json::object(), json{{"table", "85318NED"}}, json{{"table", "../x"}, {"area", "GM0637"}}, json{{"file", file}},
        json{{"file", file}, {"mapping", "../../etc/passwd"}}, json{{"file", file}, {"mapping", "no-such"}},
        json{{"file", {{"name", "a.csv"}, {"content", "not base64!"}}}, {"mappingText", kMapping}},
        json{{"file", {{"name", "../a"}, {"content", "YQ=="}}}, {"mappingText", kMapping}},
        json{{"file", file}, {"table", "85318NED"}, {"area", "GM0637"}},
        json{{"file", file}, {"mapping", "cbs-kwb"}, {"colour", 1}}}) {
    EXPECT_EQ(researcher_.send("POST", kApi + "/statistics-imports", body.dump()).status, 400) << body;
  }
}

TEST_F(ImportsApiTest, AFileThatIsTooLargeIsRefused) {
  const std::string body =
      "{\"mapping\":\"cbs-kwb\",\"file\":{\"name\":\"a.csv\",\"content\":\"" + std::string(17U << 20U, 'A') + "\"}}";
  EXPECT_EQ(researcher_.send("POST", kApi + "/statistics-imports", body).status, 413);
}

TEST_F(ImportsApiTest, WhoDoesNotWorkWithFiguresMayNotImportThem) {
  Client councillor = logged_in(Role::councillor);
  EXPECT_EQ(councillor.send("POST", kApi + "/statistics-imports", file_body("").dump()).status, 403);
  EXPECT_EQ(councillor.get(kApi + "/statistics-batches").status, 403);
}

}  // namespace
}  // namespace koers::test
