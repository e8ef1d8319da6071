// SPDX-License-Identifier: EUPL-1.2
// Questions that do not make sense get a sensible answer.
#include "api/api_fixture.h"

namespace koers::test {
namespace {

struct Question {
  const char* name;
  const char* path;
  int status;
};

class EdgesTest : public ApiTest, public testing::WithParamInterface<Question> {};

TEST_P(EdgesTest, GetsASensibleAnswer) {
  const Reply reply = anonymous().get(GetParam().path);
  EXPECT_EQ(reply.status, GetParam().status) << reply.body;
  if (reply.status >= 400) {
    EXPECT_EQ(reply.header("content-type"), "application/problem+json");
    EXPECT_EQ(reply.json()["status"], reply.status);
    EXPECT_TRUE(reply.json()["type"].get<std::string>().starts_with("urn:koers:problem:"));
  }
}

INSTANTIATE_TEST_SUITE_P(Of, EdgesTest,
                         testing::Values(Question{"limit_zero", "/api/v1/documents/efforts?limit=0", 400},
                                         Question{"limit_too_large", "/api/v1/documents/efforts?limit=201", 400},
                                         Question{"limit_no_number", "/api/v1/documents/efforts?limit=veel", 400},
                                         Question{"limit_overflow", "/api/v1/documents/efforts?limit=99999999999999999999", 400},
                                         Question{"cursor_negative", "/api/v1/documents/efforts?cursor=-1", 400},
                                         Question{"cursor_beyond", "/api/v1/documents/efforts?cursor=999999", 200},
                                         Question{"as_of_nonsense", "/api/v1/vision-tree?asOf=ooit", 400},
                                         Question{"as_of_no_such_day", "/api/v1/vision-tree?asOf=2022-02-30", 400},
                                         Question{"as_of_before_all", "/api/v1/vision-tree?asOf=1200", 404},
                                         Question{"as_of_the_future", "/api/v1/vision-tree?asOf=9999", 200},
                                         Question{"search_nothing", "/api/v1/search-results?q=", 400},
                                         Question{"search_signs", "/api/v1/search-results?q=%22%2A%28", 200},
                                         Question{"search_limit", "/api/v1/search-results?q=x&limit=51", 400},
                                         Question{"no_level", "/api/v1/boundaries", 400},
                                         Question{"no_collection", "/api/v1/documents/effort", 404},
                                         Question{"no_document", "/api/v1/documents/efforts/nergens", 404},
                                         Question{"strange_id", "/api/v1/documents/efforts/a%27b", 404},
                                         Question{"revision_zero", "/api/v1/documents/efforts/entree/revisions/0", 404},
                                         Question{"revision_word", "/api/v1/documents/efforts/entree/revisions/laatste", 404},
                                         Question{"revision_beyond", "/api/v1/documents/efforts/entree/revisions/2", 404},
                                         Question{"no_area", "/api/v1/area-profiles/WK999999", 404},
                                         Question{"no_path", "/api/v1/nergens", 404},
                                         Question{"unknown_word", "/api/v1/city?nonsens=1", 200},
                                         Question{"unknown_indicator", "/api/v1/observations?indicator=nergens", 200},
                                         Question{"calendar_month", "/api/v1/calendar?date=2022-01", 400}),
                         [](const auto& each) { return each.param.name; });

class WritingEdgesTest : public ApiTest {
 protected:
  Client officer_ = logged_in(Role::officer);
  int post(const std::string& body) { return officer_.send("POST", kApi + "/documents/efforts", body).status; }
};

TEST_F(WritingEdgesTest, WhatIsNoJsonIsRefused) {
  for (const char* body : {"{", "nul", "{\"a\":1,\"a\":2}", "[1,2", "\xFF\xFE", "{} {}"}) EXPECT_EQ(post(body), 400) << body;
}

TEST_F(WritingEdgesTest, WhatIsTooDeepOrTooLargeIsRefused) {
  EXPECT_EQ(post(std::string(5'000, '[') + std::string(5'000, ']')), 400);
  EXPECT_EQ(post('"' + std::string(2UL << 20U, 'x') + '"'), 413);
}

TEST_F(WritingEdgesTest, AMethodThatAnAddressDoesNotKnowNamesThoseThatItDoes) {
  const Reply reply = officer_.send("POST", kApi + "/city", "{}");
  EXPECT_EQ(reply.status, 405);
  EXPECT_NE(reply.header("allow").find("GET"), std::string::npos);
}

TEST_F(WritingEdgesTest, AskingForTheHeadGivesTheHeadOnly) {
  const Reply reply = officer_.exchange("HEAD /api/v1/city HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(reply.status, 200);
  EXPECT_TRUE(reply.body.empty());
}

TEST_F(WritingEdgesTest, HealthTellsHowFarTheLedgerIs) {
  const auto health = anonymous().get("/health").json();
  EXPECT_EQ(health["status"], "pass");
  EXPECT_EQ(health["sequence"], served_.store().ledger().head().seq);
}

TEST_F(WritingEdgesTest, MetricsNameTheRoutesAndNoPerson) {
  static_cast<void>(officer_.get(kEntree));
  const std::string metrics = anonymous().get("/metrics").body;
  EXPECT_NE(metrics.find("koers_"), std::string::npos);
  EXPECT_EQ(metrics.find("officer"), std::string::npos);
}

}  // namespace
}  // namespace koers::test
