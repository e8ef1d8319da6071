// SPDX-License-Identifier: EUPL-1.2
#include "api/api_fixture.h"
#include "store/report_editions.h"

namespace koers::test {
namespace {

using nlohmann::json;

class ReportsApiTest : public ApiTest {
 protected:
  /// Kept without a browser, which the tests of the writers try.
  ReportEdition frozen() {
    ReportEdition edition;
    edition.kind = "management";
    edition.label = "2022";
    edition.report_date = "2022-01-31";
    edition.at = served_.now();
    edition.actor = "a-clerk";
    return served_.store().report_editions().add(edition, {{"nl", "html", "<p>een</p>"}, {"nl", "pdf", "%PDF"}}).value();
  }
};

TEST_F(ReportsApiTest, APreviewIsAPageThatLoadsNothingAndHoldsWhatEverybodyMaySee) {
  for (const Role role : {Role::resident, Role::officer}) {
    Client client = role == Role::resident ? anonymous() : logged_in(role);
    const Reply reply = client.get(kApi + "/reports/management?language=en&date=2022-01-31");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("content-type"), "text/html; charset=utf-8");
    EXPECT_TRUE(reply.header("content-security-policy").starts_with("default-src 'none'; style-src 'unsafe-inline'"));
    EXPECT_NE(reply.body.find("<html lang=\"en\">"), std::string::npos);
  }
}

TEST_F(ReportsApiTest, AnOrderThatCannotBeIsRefused) {
  Client client = anonymous();
  for (const char* path : {"/reports/gossip", "/reports/management?language=fr", "/reports/management?format=pdf",
                           "/reports/management?date=soon", "/reports/neighbourhood", "/reports/management?area=WK063701"}) {
    EXPECT_EQ(client.get(kApi + path).status, 400) << path;
  }
  EXPECT_EQ(client.get(kApi + "/reports/neighbourhood?area=WK999999").status, 404);
}

TEST_F(ReportsApiTest, AFrozenFileIsServedAsItWasAndItsActorToStaffOnly) {
  const std::string id = frozen().id.str();
  Client client = anonymous();
  const Reply file = client.get(kApi + "/report-editions/" + id + "/html?language=nl");
  EXPECT_EQ(file.body, "<p>een</p>");
  EXPECT_EQ(client.get(kApi + "/report-editions/" + id + "/pdf").header("content-type"), "application/pdf");
  EXPECT_EQ(client.get(kApi + "/report-editions/" + id + "/pdf?language=en").status, 404);
  EXPECT_EQ(client.get(kApi + "/report-editions/none").status, 404);
  EXPECT_FALSE(client.get(kApi + "/report-editions/" + id).json().contains("actor"));
  EXPECT_EQ(logged_in(Role::clerk).get(kApi + "/report-editions").json()["items"][0]["actor"], "a-clerk");
}

TEST_F(ReportsApiTest, FreezingIsForThoseWhoReportAndRefusesAnImpossibleWishAtOnce) {
  EXPECT_EQ(anonymous().send("POST", kApi + "/report-editions", R"({"kind":"management"})").status, 401);
  EXPECT_EQ(logged_in(Role::councillor).send("POST", kApi + "/report-editions", R"({"kind":"management"})").status, 403);
  Client clerk = logged_in(Role::clerk);
  EXPECT_EQ(clerk.send("POST", kApi + "/report-editions", R"({"kind":"neighbourhood"})").status, 400);
  EXPECT_EQ(clerk.send("POST", kApi + "/report-editions", R"({"kind":"gossip"})").status, 400);
  EXPECT_TRUE(served_.store().report_editions().list().empty());
}

TEST_F(ReportsApiTest, EveryFigureOfTheOpenDataHasASourceAndALicence) {
  Client client = anonymous();
  const json observations = client.get(kApi + "/observations?limit=1000").json();
  EXPECT_EQ(observations["licence"], "CC-BY-4.0");
  for (const json& each : observations["items"]) {
    EXPECT_FALSE(each["licence"].get<std::string>().empty());
    EXPECT_TRUE(each["source"].contains("sourceTitle"));
  }
  const auto csv = client.get(kApi + "/observations?format=csv&area=district/WK063701").body;
  EXPECT_NE(csv.find("Meerzicht"), std::string::npos);
  EXPECT_EQ(csv.find("Rokkeveen"), std::string::npos);
}

TEST_F(ReportsApiTest, SeriesAndScoresCanBeNarrowedAndPaged) {
  Client client = anonymous();
  const json page = client.get(kApi + "/scores?area=district/WK063701&limit=2").json();
  EXPECT_EQ(page["items"].size(), 2U);
  EXPECT_EQ(page["nextCursor"], "2");
  EXPECT_EQ(client.get(kApi + "/series?indicator=jobs").json()["items"][0]["indicator"], "jobs");
  EXPECT_EQ(client.get(kApi + "/series?limit=0").status, 400);
  EXPECT_EQ(client.get(kApi + "/area-features?level=street").status, 400);
  const json features = client.get(kApi + "/area-features?level=district").json();
  EXPECT_EQ(features["features"].size(), 9U);
  EXPECT_TRUE(features["features"][0]["properties"]["figures"]["inhabitants"].contains("licence"));
}

TEST_F(ReportsApiTest, TheBundleIsAnArchiveThatStaysTheSame) {
  Client client = anonymous();
  const Reply first = client.get(kApi + "/open-data/bundle");
  EXPECT_EQ(first.header("content-type"), "application/zip");
  EXPECT_TRUE(first.body.starts_with("PK"));
  EXPECT_EQ(client.get(kApi + "/open-data/bundle").header("etag"), first.header("etag"));
}

/// What DCAT-AP-NL 3.0 (Geonovum) wants of each, as JSON-LD names it.
TEST_F(ReportsApiTest, TheCatalogueHasEveryRequiredFieldOfDcatApNl) {
  const json catalogue = anonymous().get(kApi + "/open-data/catalogue").json();
  const auto expect = [](const json& thing, std::initializer_list<const char*> fields) {
    for (const char* field : fields) EXPECT_TRUE(thing.contains(field) && !thing[field].empty()) << thing["@id"] << ' ' << field;
  };
  expect(catalogue, {"dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dct:license", "dcat:dataset"});
  EXPECT_EQ(catalogue["@type"], "dcat:Catalog");
  for (const json& dataset : catalogue["dcat:dataset"]) {
    expect(dataset, {"dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator", "dcat:contactPoint",
                     "dct:accessRights", "dcat:theme", "dct:language", "dct:spatial", "dct:temporal", "dcat:distribution"});
    EXPECT_TRUE(dataset["dct:accessRights"]["@id"].get<std::string>().ends_with("/access-right/PUBLIC"));
    for (const json& each : dataset["dcat:distribution"]) {
      expect(each, {"dcat:accessURL", "dct:license", "dct:format", "dct:title"});
      EXPECT_TRUE(each["dcat:accessURL"]["@id"].get<std::string>().starts_with("http://"));
    }
  }
  expect(catalogue["dcat:service"][0],
         {"dct:title", "dct:description", "dct:identifier", "dct:publisher", "dcat:contactPoint", "dct:accessRights",
          "dct:license", "dcat:theme", "dcat:endpointURL", "dcat:endpointDescription"});
}

/// The counts and kinds of Geonovum's own shapes (DCAT-AP-NL30, shapes/300/dcat-ap-nl-SHACL.ttl): what there must be one of at
/// the most, what is a resource and what a literal.
TEST_F(ReportsApiTest, TheCatalogueKeepsToTheShapesOfGeonovum) {
  const json catalogue = anonymous().get(kApi + "/open-data/catalogue").json();
  const auto one = [](const json& thing, const char* field) {
    EXPECT_TRUE(thing.contains(field) && !thing[field].is_array()) << thing["@id"] << ' ' << field;
  };
  const auto one_resource = [&](const json& thing, const char* field) {
    one(thing, field);
    EXPECT_TRUE(thing[field].contains("@id") || thing[field].contains("@type")) << thing["@id"] << ' ' << field;
    EXPECT_FALSE(thing[field].contains("@value")) << thing["@id"] << ' ' << field;
  };
  one_resource(catalogue, "dcat:contactPoint");
  for (const json& dataset : catalogue["dcat:dataset"]) {
    one_resource(dataset, "dcat:contactPoint");
    one(dataset, "dct:identifier");
    for (const json& each : dataset["dcat:distribution"]) {
      one_resource(each, "dcat:accessURL");
      one_resource(each, "dcat:downloadURL");
    }
  }
  for (const json& service : catalogue["dcat:service"]) {
    for (const char* field :
         {"dcat:contactPoint", "dct:creator", "dct:publisher", "dcat:endpointDescription", "dcat:endpointURL"}) {
      one_resource(service, field);
    }
    EXPECT_TRUE(service["dct:identifier"].contains("@value"));
    EXPECT_EQ(service["dct:modified"]["@type"], "xsd:date");
    for (const json& language : service["dct:language"]) EXPECT_TRUE(language.contains("@id"));
    for (const json& theme : service["dcat:theme"]) EXPECT_TRUE(theme.contains("@id"));
  }
}

}  // namespace
}  // namespace koers::test
