// SPDX-License-Identifier: EUPL-1.2
// The controller's sheet over the API: the template, a preview that changes nothing, and accepting exactly what was shown.
#include "api/api_fixture.h"
#include "api/base64.h"
#include "api/openapi_schema.h"

namespace koers::test {
namespace {

using nlohmann::json;

const std::string kSheet = kApi + "/agenda-sheet";
const std::string kHeading = "onderdeel;optie;middel;eenheid;2023;2024;status\n";

Text both(const std::string& words) { return {{{"nl", words}, {"en", words}}}; }

/// Something to weigh that is nobody else's.
class AgendaSheetApiTest : public ApiTest {
 protected:
  AgendaSheetApiTest() {
    write(draft_of(small_effort("proef-blad", EffortState::running)));
    Fund fund;
    fund.id = Id<Fund>("proefpot");
    fund.title = both("Proefpot");
    fund.summary = both("Om te proberen.");
    fund.sources = {{Id<Source>("visie-2040"), "3.2"}};
    write(draft_of(fund));
    write(draft_of(appraisal()));
    Weighing weighing;
    weighing.id = Id<Weighing>("proef-weging");
    weighing.title = both("Proefweging");
    weighing.summary = both("Om te proberen.");
    weighing.years = {{2023}, {2024}};
    weighing.sources = fund.sources;
    write(draft_of(weighing));
  }

  static Appraisal appraisal() {
    Appraisal out;
    out.id = Id<Appraisal>("proef-blad");
    out.subject = {Kind::effort, "proef-blad"};
    AppraisalOption keep;
    keep.form = OptionForm::keep;
    keep.years = 2;
    keep.costs = {{Id<Fund>("proefpot"), {{100'000}}, Status::illustrative, {}}};
    out.options = {keep};
    out.sources = {{Id<Source>("visie-2040"), "3.2"}};
    return out;
  }

  static json body(const std::string& rows, const json& more = json::object()) {
    json out{{"weighingId", "proef-weging"}, {"file", {{"name", "blad.csv"}, {"content", base64(kHeading + rows)}}}};
    out.update(more);
    return out;
  }

  Reply send(const json& what) { return controller_.send("POST", kSheet, what.dump()); }
  json accepted(const std::string& fingerprint) const { return {{"accept", true}, {"fingerprint", fingerprint}}; }
  json costs() { return controller_.get(kApi + "/documents/appraisals/proef-blad").json()["body"]["options"][0]["costs"]; }

  Client controller_ = logged_in(Role::controller);
};

const std::string kRow = "proef-blad;;proefpot;EUR;1500,50;2000;\n";
const json kWithSource{{"sourceId", "visie-2040"}, {"section", "9"}};

TEST_F(AgendaSheetApiTest, TheTemplateIsForEverybodyAndReadsBackAsItWas) {
  const Reply file = anonymous().get(kSheet + "?weighing=proef-weging");
  ASSERT_EQ(file.status, 200) << file.body;
  EXPECT_EQ(file.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_EQ(file.header("content-disposition"), "attachment; filename=\"agenda.xlsx\"");
  const Reply read = send({{"weighingId", "proef-weging"}, {"file", {{"name", "agenda.xlsx"}, {"content", base64(file.body)}}}});
  ASSERT_EQ(read.status, 200) << read.body;
  const json preview = read.json()["preview"];
  EXPECT_TRUE(preview["acceptable"]) << preview;
  EXPECT_EQ(preview["changed"], 0) << preview;
  EXPECT_EQ(preview["sheet"], "bedragen");
  EXPECT_GE(preview["rows"], 1);
}

TEST_F(AgendaSheetApiTest, TheTemplateOfAnUnknownWeighingOrLanguageIsRefused) {
  EXPECT_EQ(anonymous().get(kSheet + "?weighing=none").status, 404);
  EXPECT_EQ(anonymous().get(kSheet + "?weighing=proef-weging&language=fr").status, 400);
  EXPECT_EQ(anonymous().get(kSheet + "?weighing=proef-weging&language=en").status, 200);
}

TEST_F(AgendaSheetApiTest, APreviewSaysWhatWouldChangeAndChangesNothing) {
  const auto head = served_.store().ledger().head();
  const Reply reply = send(body(kRow, kWithSource));
  ASSERT_EQ(reply.status, 200) << reply.body;
  const json answer = reply.json();
  EXPECT_FALSE(answer["written"]);
  const json& change = answer["preview"]["changes"][0];
  EXPECT_EQ(change["item"]["id"], "proef-blad");
  EXPECT_EQ(change["means"]["title"]["nl"], "Proefpot");
  EXPECT_EQ(change["amounts"],
            json::parse(R"([{"year":2023,"before":1000,"after":1500.5},{"year":2024,"before":1000,"after":2000}])"));
  EXPECT_EQ(change["statusBefore"], "illustrative");
  EXPECT_EQ(change["status"], "source");
  EXPECT_EQ(change["sources"][0]["section"], "9");
  EXPECT_EQ(answer["preview"]["appraisals"], json::array({"proef-blad"}));
  EXPECT_EQ(served_.store().ledger().head(), head);
}

TEST_F(AgendaSheetApiTest, TheAnswersAreAsPromised) {
  const OpenapiSchema schema(anonymous().get(kApi + "/openapi.json").json());
  for (const json& each : {body(kRow, kWithSource), body("onbekend;;;;x;;\n")}) {
    const Reply reply = send(each);
    ASSERT_EQ(reply.status, 200) << reply.body;
    for (const auto& fault : schema.faults("/agenda-sheet", "post", 200, reply.json())) ADD_FAILURE() << fault;
  }
}

TEST_F(AgendaSheetApiTest, WhatWasShownIsWrittenByTheOneWhoAccepts) {
  const std::string shown = send(body(kRow, kWithSource)).json()["fingerprint"];
  json wish = body(kRow, kWithSource);
  wish.update(accepted(shown));
  const Reply reply = send(wish);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_TRUE(reply.json()["written"]);
  EXPECT_EQ(costs()[0]["amounts"], json::array({1500.5, 2000}));
  const auto last = served_.store().ledger().history(Kind::appraisal, "proef-blad", 1).at(0);
  EXPECT_EQ(last.actor, "a-controller");
  EXPECT_EQ(last.rev, 2);
  // Once more changes nothing, and writes nothing.
  const std::string again = send(body(kRow, kWithSource)).json()["fingerprint"];
  wish.update(accepted(again));
  EXPECT_EQ(send(wish).status, 200);
  EXPECT_EQ(served_.store().ledger().history(Kind::appraisal, "proef-blad", 1).at(0).rev, 2);
}

TEST_F(AgendaSheetApiTest, WhatWasNotShownIsNotWritten) {
  const std::string shown = send(body(kRow, kWithSource)).json()["fingerprint"];
  json other = body("proef-blad;;proefpot;EUR;7;7;\n", kWithSource);
  other.update(accepted(shown));
  EXPECT_EQ(send(other).status, describe(ErrorCode::stale).http_status);
  json without = body(kRow, kWithSource);
  without["accept"] = true;
  EXPECT_EQ(send(without).status, 428);
  // Somebody else changes the appraisal between the two.
  Appraisal changed = appraisal();
  changed.options[0].note = both("Nagekeken");
  write(draft_of(changed, 1));
  json late = body(kRow, kWithSource);
  late.update(accepted(shown));
  EXPECT_EQ(send(late).status, describe(ErrorCode::stale).http_status);
  EXPECT_EQ(costs()[0]["amounts"], json::array({1000}));
}

TEST_F(AgendaSheetApiTest, ASheetWithFaultsNamesThemAndCannotBeAccepted) {
  const Reply reply = send(body("proef-blad;;proefpot;EUR;-1;;\nonbekend;;proefpot;fte;1;2;\n", kWithSource));
  ASSERT_EQ(reply.status, 200) << reply.body;
  const json preview = reply.json()["preview"];
  EXPECT_FALSE(preview["acceptable"]);
  EXPECT_EQ(preview["faultCount"], 4) << preview;
  EXPECT_EQ(preview["faults"][0]["path"], "E2");
  EXPECT_EQ(preview["faults"][0]["rule"], "negative");
  json wish = body("proef-blad;;proefpot;EUR;-1;;\n", kWithSource);
  wish.update(accepted(send(wish).json()["fingerprint"]));
  const Reply refused = send(wish);
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.json()["faults"].size(), 2U) << refused.body;
}

TEST_F(AgendaSheetApiTest, OnlyWhoMayEditAppraisalsMaySendOne) {
  for (const Role role :
       {Role::controller, Role::officer, Role::programme_manager, Role::clerk, Role::councillor, Role::partner}) {
    Client client = logged_in(role);
    const int expected = may({Role::resident, role}, Action::edit, Kind::appraisal) ? 200 : 403;
    EXPECT_EQ(client.send("POST", kSheet, body(kRow, kWithSource).dump()).status, expected) << name_of(role);
  }
  EXPECT_EQ(anonymous().send("POST", kSheet, body(kRow).dump()).status, 401);
}

TEST_F(AgendaSheetApiTest, BodiesThatMakeNoSenseAreRefused) {
  json without_file = body(kRow);
  without_file.erase("file");
  json without_weighing = body(kRow);
  without_weighing.erase("weighingId");
  for (const json& each :
       {json::object(), without_file, without_weighing, body(kRow, {{"colour", 1}}),
        body(kRow, {{"file", {{"name", "a.csv"}, {"content", "not base64!"}}}}),
        body(kRow, {{"file", {{"name", "a.csv"}, {"content", base64("no heading")}}}}),
        body(kRow, {{"file", {{"name", "a.xlsx"}, {"content", base64("PK no zip")}}}}), body(kRow, {{"sheet", "none"}})}) {
    EXPECT_EQ(send(each).status, 400) << each;
  }
  EXPECT_EQ(send(body(kRow, {{"weighingId", "none"}})).status, 404);
  EXPECT_EQ(send(body(kRow, {{"sourceId", "none"}})).status, 404);
}

}  // namespace
}  // namespace koers::test
