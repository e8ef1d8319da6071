// SPDX-License-Identifier: EUPL-1.2
// What everybody may see: nothing of what is being drafted, and nothing that points at it.
#include "app/city_fixture.h"
#include "app/views/documents.h"
#include "app/views/overview.h"
#include "model/check.h"

namespace koers::test {
namespace {

const std::string kSecret = "geheim-plan";
const Reference kHidden{Kind::effort, kSecret};

/// A draft, and public documents that name it.
class PublicCityTest : public CityTest {
 protected:
  PublicCityTest() {
    put(small_effort(kSecret, EffortState::drafted));
    put(decision_about("raad-kaders", Body::council, {kHidden, {Kind::effort, "entree"}}));
    Effort neighbour = small_effort("buurman");
    neighbour.links = {{kHidden, LinkNature::needs, {}, {}}, {{Kind::effort, "entree"}, LinkNature::supports, {}, {}}};
    put(neighbour);
    put(budget());
  }
  [[nodiscard]] Budget budget() const {
    Budget budget = city().all<Budget>().front();
    budget.id = Id<Budget>("begroting-van-geheim");
    budget.subject = kHidden;
    return budget;
  }
  void expect_silent(const std::string& text, const std::string& where) const {
    EXPECT_EQ(text.find(kSecret), std::string::npos) << where << " names the draft";
  }
};

TEST_F(PublicCityTest, HoldsNoDraft) {
  EXPECT_TRUE(city().contains(kHidden));
  EXPECT_FALSE(public_city().contains(kHidden));
}

TEST_F(PublicCityTest, KeepsAllElseAsItIs) {
  EXPECT_EQ(public_city().all<Challenge>(), city().all<Challenge>());
  EXPECT_EQ(public_city().observations, city().observations);
  EXPECT_EQ(public_city().all<Effort>().size() + 1, city().all<Effort>().size());
}

TEST_F(PublicCityTest, NothingInItPointsAtADraft) {
  for_each_kind([&]<class T>(RecordTag<T>) {
    for (const T& record : public_city().all<T>()) {
      expect_silent(to_json_text(record), to_string(Reference{kKindOf<T>, record.id.str()}));
    }
  });
}

TEST_F(PublicCityTest, WhatItSaysOfTheOthersStays) {
  const Decision* decision = public_city().all<Decision>().find("raad-kaders");
  ASSERT_NE(decision, nullptr);
  EXPECT_EQ(decision->subjects.back(), (Reference{Kind::effort, "entree"}));
  EXPECT_EQ(public_city().all<Effort>().find("buurman")->links.back().nature, LinkNature::supports);
}

TEST_F(PublicCityTest, IsASoundCityByItself) {
  const auto faults = check_city(public_city(), {});
  EXPECT_TRUE(faults.empty()) << to_string(faults.front());
  EXPECT_TRUE(read_package(write_package(public_city())).faults.empty());
}

TEST_F(PublicCityTest, NoViewOfItNamesADraft) {
  const auto today = std::chrono::year_month_day{std::chrono::year(2022), std::chrono::month(3), std::chrono::day(1)};
  const City& seen = public_city();
  expect_silent(to_wire(views::overview(seen, {}, today), seen), "overview");
  expect_silent(to_wire(views::vision_tree(seen).value(), seen), "vision tree");
  expect_silent(to_wire(views::coverage(seen), seen), "coverage");
  expect_silent(to_wire(views::effort_register(seen), seen), "effort register");
  expect_silent(to_wire(views::decision_register(seen), seen), "decision register");
  expect_silent(to_wire(views::calendar_view(seen, today), seen), "calendar");
}

TEST_F(PublicCityTest, NoDocumentViewNamesADraft) {
  const auto nobody = [](const std::string&) { return std::nullopt; };
  const auto snapshot = workspace().snapshot();
  for_each_kind([&]<class T>(RecordTag<T>) {
    for (const T& record : public_city().all<T>()) {
      const Reference document{kKindOf<T>, record.id.str()};
      const auto view = views::document_view(*snapshot, public_city(), snapshot->mentions, document, {Role::resident}, nobody);
      if (view) expect_silent(to_wire(*view, public_city()), to_string(document));
    }
  });
}

TEST_F(PublicCityTest, SearchingFindsNoDraft) {
  EXPECT_TRUE(views::search(*workspace().snapshot(), "Titel van geheim", 10).items.empty());
  EXPECT_FALSE(views::search(*workspace().snapshot(), "Titel van buurman", 10).items.empty());
}

TEST_F(PublicCityTest, OfTheHistoryOnlyWhatWasPublicIsShown) {
  put(small_effort("op-en-neer"));
  put(small_effort("op-en-neer", EffortState::drafted), 1);
  put(small_effort("op-en-neer", EffortState::consented), 2);
  const auto nobody = [](const std::string&) { return std::nullopt; };
  const Reference document{Kind::effort, "op-en-neer"};
  const auto all = views::revision_list(store(), document, nobody, true);
  const auto open = views::revision_list(store(), document, nobody, false);
  ASSERT_TRUE(all && open);
  EXPECT_EQ(all->items.size(), 3U);
  ASSERT_EQ(open->items.size(), 2U);
  EXPECT_EQ(open->items.front().revision, 3);
  EXPECT_EQ(open->items.back().revision, 1);
  EXPECT_FALSE(views::revision_body(store(), document, 2, false));
  EXPECT_TRUE(views::revision_body(store(), document, 2, true));
}

}  // namespace
}  // namespace koers::test
