// SPDX-License-Identifier: EUPL-1.2
// A draft stays among those who work on it, whatever address others ask.
#include <set>

#include "api/api_fixture.h"

namespace koers::test {
namespace {

const std::string kSecret = "geheim-plan";
const std::string kSecretPath = kApi + "/documents/efforts/" + kSecret;

const std::string kNotePath = kApi + "/documents/field-notes/" + kSecret;

/// What somebody who works in Meerzicht saw; the secret is in its text.
FieldNote note_for(Audience audience) {
  return {Id<FieldNote>(kSecret),
          Id<IndicatorSet>("thema-sociaal"),
          {Kind::district, "WK063701"},
          Date{2022, 3, 0},
          "jongerenwerker",
          "Er is een " + kSecret + '.',
          audience};
}

/// A draft with public documents that name it; what was public when it was named says so in its history.
class DraftsTest : public ApiTest {
 protected:
  DraftsTest() {
    const Reference hidden{Kind::effort, kSecret};
    write(draft_of(small_effort(kSecret, EffortState::drafted)));
    write(draft_of(decision_about("raad-kaders", Body::council, {hidden, {Kind::effort, "entree"}})));
    Effort entree = *served_.workspace().snapshot()->city.all<Effort>().find("entree");
    entree.links.push_back({hidden, LinkNature::needs, {}, {}});
    write(draft_of(entree, 1));
    write(draft_of(note_for(Audience::staff)));
    served_.advance(48 * kHour);
  }

  /// Every address that anybody may GET.
  std::set<std::string> all_paths() {
    std::set<std::string> paths;
    for (const auto& route : served_.routes()) {
      if (route->method == http::Method::get) paths.insert(example_path(*route));
    }
    for_each_kind(
        [&]<class T>(RecordTag<T>) { paths.insert(kApi + "/documents/" + std::string(plural_of(kKindOf<T>)) + "?limit=200"); });
    for (const char* path :
         {"/vision-tree?asOf=2022-03-02", "/exports?asOf=2022-03-02", "/documents/efforts?limit=200&asOf=2022-03-02",
          "/documents/decisions/raad-kaders", "/documents/decisions/raad-kaders?asOf=2022-03-02",
          "/documents/decisions/raad-kaders/revisions", "/documents/decisions/raad-kaders/revisions/1",
          "/documents/efforts/entree/revisions/2", "/search-results?q=geheim", "/calendar?date=2030-01-01",
          "/documents/challenges/sociale-basis", "/documents/sources/visie-2040"}) {
      paths.insert(kApi + path);
    }
    return paths;
  }
};

TEST_F(DraftsTest, NoAddressTellsOthersOfADraft) {
  for (const Role role : {Role::resident, Role::participant, Role::partner, Role::researcher, Role::councillor}) {
    Client client = role == Role::resident ? anonymous() : logged_in(role);
    for (const std::string& path : all_paths()) {
      if (path.ends_with("/events")) continue;
      const std::string body = client.get(path).body;
      const bool names_it = path.find(kSecret) == std::string::npos && body.find(kSecret) != std::string::npos;
      EXPECT_FALSE(names_it) << name_of(role) << " reads of it at " << path;
    }
  }
}

TEST_F(DraftsTest, ItsOwnAddressesAreNotThereForOthers) {
  for (const char* tail : {"", "/revisions", "/revisions/1", "?asOf=2022-03-02"}) {
    EXPECT_EQ(anonymous().get(kSecretPath + tail).status, 404) << tail;
    EXPECT_EQ(anonymous().get(kSecretPath + tail).json()["title"],
              anonymous().get(kApi + "/documents/efforts/nergens" + tail).json()["title"]);
  }
}

TEST_F(DraftsTest, ANoteForStaffIsNotThereForOthers) {
  for (const char* tail : {"", "/revisions", "/revisions/1", "?asOf=2022-03-02"}) {
    EXPECT_EQ(anonymous().get(kNotePath + tail).status, 404) << tail;
    EXPECT_EQ(logged_in(Role::officer).get(kNotePath + tail).status, 200) << tail;
  }
}

TEST_F(DraftsTest, ANoteForEverybodyKeepsWhatItSaidToStaffToStaff) {
  write(draft_of(note_for(Audience::everybody), 1));
  EXPECT_EQ(anonymous().get(kNotePath).status, 200);
  EXPECT_EQ(anonymous().get(kNotePath + "/revisions").json()["items"].size(), 1U);
  EXPECT_EQ(anonymous().get(kNotePath + "/revisions/1").status, 404);
  EXPECT_EQ(logged_in(Role::officer).get(kNotePath + "/revisions").json()["items"].size(), 2U);
}

TEST_F(DraftsTest, WhoWorksOnItSeesItEverywhere) {
  Client officer = logged_in(Role::officer);
  EXPECT_EQ(officer.get(kSecretPath).status, 200);
  EXPECT_NE(officer.get(kApi + "/effort-register").body.find(kSecret), std::string::npos);
  EXPECT_NE(officer.get(kApi + "/documents/decisions/raad-kaders").body.find(kSecret), std::string::npos);
}

TEST_F(DraftsTest, WhatOneReaderGotIsNeverServedToAnother) {
  Client officer = logged_in(Role::officer);
  for (int i = 0; i < 2; ++i) {
    EXPECT_NE(officer.get(kApi + "/effort-register").body.find(kSecret), std::string::npos);
    EXPECT_EQ(anonymous().get(kApi + "/effort-register").body.find(kSecret), std::string::npos);
  }
  EXPECT_NE(officer.get(kApi + "/effort-register").header("etag"), anonymous().get(kApi + "/effort-register").header("etag"));
}

TEST_F(DraftsTest, ThePublicExportIsAPackageThatReadsBack) {
  std::vector<PackageFile> files;
  const auto exported = anonymous().get(kApi + "/exports").json();
  for (const auto& file : exported["files"]) files.push_back({file["name"], file["text"]});
  EmptyDatabase empty;
  const auto done = import_city(empty.store(), files, {served_.now(), "test", {}}, ImportMode::check_only);
  EXPECT_TRUE(done) << (done ? "" : to_string(done.error().faults.front()));
}

}  // namespace
}  // namespace koers::test
