// SPDX-License-Identifier: EUPL-1.2
#include "api/api_fixture.h"

namespace koers::test {
namespace {

using nlohmann::json;

class JobsApiTest : public ApiTest {
 protected:
  Client administrator_ = logged_in(Role::administrator);
  json import(const std::vector<PackageFile>& files, bool apply) {
    const Reply job = administrator_.send("POST", kApi + "/imports", import_body(files, apply));
    EXPECT_EQ(job.status, 202) << job.body;
    return end_of_job(administrator_, job.header("location"));
  }
};

TEST_F(JobsApiTest, CheckingAPackageChangesNothingAndSaysWhatItWould) {
  const auto head = served_.store().ledger().head();
  const json job = import(zoetermeer_with("districts.yaml", "name: Meerzicht", "name: Meerzigt"), false);
  EXPECT_EQ(job["state"], "done") << job;
  EXPECT_EQ(job["result"]["changed"], json::array({"district/WK063701"}));
  EXPECT_FALSE(job["result"]["applied"]);
  EXPECT_EQ(served_.store().ledger().head(), head);
}

TEST_F(JobsApiTest, ApplyingAPackageIsSeenByTheNextRead) {
  const json job = import(zoetermeer_with("districts.yaml", "name: Meerzicht", "name: Meerzigt"), true);
  EXPECT_TRUE(job["result"]["applied"]) << job;
  EXPECT_EQ(anonymous().get(kApi + "/documents/districts/WK063701").json()["body"]["name"], "Meerzigt");
  EXPECT_EQ(administrator_.get(kApi + "/audit-entries").json()["items"][0]["action"], "import");
}

TEST_F(JobsApiTest, APackageWithFaultsGivesThemAll) {
  auto files = zoetermeer_with("budgets.yaml", "total_costs: 830000", "total_costs: 830001");
  text_of(files, "districts.yaml").replace(text_of(files, "districts.yaml").find("GM0637"), 6, "GM9999");
  const json job = import(files, true);
  EXPECT_EQ(job["state"], "failed");
  ASSERT_TRUE(job["problem"].contains("faults")) << job;
  std::vector<std::string> where;
  for (const auto& fault : job["problem"]["faults"]) where.push_back(fault["file"]);
  EXPECT_NE(std::find(where.begin(), where.end(), "budgets.yaml"), where.end());
  EXPECT_NE(std::find(where.begin(), where.end(), "districts.yaml"), where.end());
  EXPECT_GT(job["problem"]["faults"][0]["line"], 0);
}

TEST_F(JobsApiTest, WhatSomebodyWhoSeesDraftsExportsImportsAsNoChange) {
  std::vector<PackageFile> files;
  const auto exported = administrator_.get(kApi + "/exports").json();
  for (const auto& file : exported["files"]) files.push_back({file["name"], file["text"]});
  ASSERT_EQ(files.size(), zoetermeer().size());
  const json job = import(files, true);
  EXPECT_EQ(job["state"], "done") << job;
  EXPECT_EQ(job["result"]["added"].size() + job["result"]["changed"].size() + job["result"]["withdrawn"].size(), 0U);
  for (const PackageFile& file : files)
    EXPECT_NE(std::find(zoetermeer().begin(), zoetermeer().end(), file), zoetermeer().end()) << file.name;
}

TEST_F(JobsApiTest, EventsTellTheProgressAndThenTheEnd) {
  const Reply job = administrator_.send("POST", kApi + "/imports", import_body(zoetermeer(), false));
  const Reply stream = administrator_.get(job.header("location") + "/events");
  EXPECT_EQ(stream.status, 200);
  EXPECT_TRUE(stream.header("content-type").starts_with("text/event-stream"));
  std::vector<std::string> events;
  for (std::size_t at = stream.body.find("event: "); at != std::string::npos; at = stream.body.find("event: ", at + 1)) {
    events.push_back(stream.body.substr(at + 7, stream.body.find('\n', at) - at - 7));
  }
  ASSERT_FALSE(events.empty()) << stream.body;
  EXPECT_EQ(events.back(), "done");
  EXPECT_EQ(std::count(events.begin(), events.end(), "done"), 1);
  EXPECT_EQ(std::count(events.begin(), events.end(), "progress"), static_cast<std::ptrdiff_t>(events.size()) - 1);
  const std::size_t data = stream.body.rfind("data: ");
  const json last = json::parse(stream.body.substr(data + 6, stream.body.find('\n', data) - data - 6));
  EXPECT_EQ(last["state"], "done");
  EXPECT_EQ(last["done"], last["total"]);
}

TEST_F(JobsApiTest, WhoComesLateHearsTheEndAtOnce) {
  const Reply job = administrator_.send("POST", kApi + "/imports", import_body(zoetermeer(), false));
  static_cast<void>(end_of_job(administrator_, job.header("location")));
  const Reply stream = administrator_.get(job.header("location") + "/events");
  EXPECT_NE(stream.body.find("event: done"), std::string::npos);
  EXPECT_EQ(stream.body.find("event: progress"), std::string::npos);
}

TEST_F(JobsApiTest, NobodyElseSeesAJob) {
  const Reply job = administrator_.send("POST", kApi + "/imports", import_body(zoetermeer(), false));
  Client officer = logged_in(Role::officer);
  for (const char* tail : {"", "/events"}) EXPECT_EQ(officer.get(job.header("location") + tail).status, 404);
  EXPECT_EQ(officer.send("DELETE", job.header("location")).status, 404);
  EXPECT_EQ(anonymous().get(job.header("location")).status, 401);
}

TEST_F(JobsApiTest, ACancelledImportLeavesTheCityAsItWas) {
  const auto head = served_.store().ledger().head();
  std::vector<std::string> jobs;
  for (int i = 0; i < 3; ++i) {  // the last ones wait for the first
    const auto files = zoetermeer_with("districts.yaml", "name: Meerzicht", "name: Meerzicht " + std::to_string(i));
    jobs.push_back(administrator_.send("POST", kApi + "/imports", import_body(files, false)).header("location"));
  }
  EXPECT_EQ(administrator_.send("DELETE", jobs.back()).status, 202);
  EXPECT_EQ(end_of_job(administrator_, jobs.back())["state"], "cancelled");
  EXPECT_EQ(served_.store().ledger().head(), head);
}

TEST_F(JobsApiTest, ABodyThatIsNoPackageIsRefusedAtOnce) {
  for (const char* body : {"{}", "[]", R"({"files":"x"})", R"({"files":[{"name":"a"}]})", "{\"files\":", R"({"files":[1]})"}) {
    EXPECT_EQ(administrator_.send("POST", kApi + "/imports", body).status, 400) << body;
  }
}

}  // namespace
}  // namespace koers::test
