// SPDX-License-Identifier: EUPL-1.2
#include "app/views/documents.h"

#include <set>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

const Reference kEntree{Kind::effort, "entree"};

class DocumentsTest : public CityTest {
 protected:
  [[nodiscard]] views::DocumentView view(const Reference& document, const Roles& roles = {Role::resident}) const {
    const auto name = [](const std::string& account) { return std::optional(account); };
    const auto now = workspace_->snapshot();
    return views::document_view(*now, now->city, now->mentions, document, roles, name).value();
  }
};

TEST_F(DocumentsTest, ADocumentKnowsWhoRefersToIt) {
  const Reference challenge{Kind::challenge, "sociale-basis"};
  std::set<std::string> found;
  for (const auto& relation : view(challenge).relations) {
    if (relation.direction == views::RelationDirection::from && relation.kind == Kind::effort) found.insert(relation.id);
  }
  std::set<std::string> expected;
  for (const Effort& effort : city().all<Effort>()) {
    if (views::contains(effort.challenges, Id<Challenge>("sociale-basis"))) expected.insert(effort.id.str());
  }
  EXPECT_FALSE(expected.empty());
  EXPECT_EQ(found, expected);
}

TEST_F(DocumentsTest, EveryRelationOfEveryDocumentHasATitle) {
  for_each_kind([&]<class T>(RecordTag<T>) {
    for (const T& record : city().all<T>()) {
      const Reference document{kKindOf<T>, record.id.str()};
      for (const auto& relation : view(document).relations) {
        EXPECT_FALSE(relation.title.by_language.empty()) << to_string(document) << ' ' << relation.field << ' ' << relation.id;
      }
    }
  });
}

TEST_F(DocumentsTest, EverySourceThatADocumentNamesIsGivenWithItsTitle) {
  const auto shown = view(kEntree);
  EXPECT_FALSE(shown.sources.empty());
  for (const auto& [id, source] : shown.sources) EXPECT_FALSE(source.title.empty()) << id;
}

TEST_F(DocumentsTest, OffersExactlyTheStepsOfTheTable) {
  EXPECT_TRUE(view(kEntree).permissions.transitions.empty());
  const auto clerk = view(kEntree, {Role::resident, Role::clerk}).permissions;
  EXPECT_FALSE(clerk.edit);
  EXPECT_EQ(clerk.transitions.size(), next_transitions(city(), kEntree).size());
  EXPECT_TRUE(view(kEntree, {Role::resident, Role::officer}).permissions.edit);
}

TEST_F(DocumentsTest, PagesFollowOnEachOtherWithoutGapsOrDoubles) {
  std::vector<std::string> walked;
  std::size_t start = 0;
  for (;;) {
    const auto page = views::document_page(*workspace().snapshot(), city(), Kind::effort, start, 7);
    for (const auto& item : page.items) walked.push_back(item.id);
    if (!page.next_cursor) break;
    start = std::stoul(*page.next_cursor);
  }
  std::vector<std::string> all;
  for (const Effort& effort : city().all<Effort>()) all.push_back(effort.id.str());
  EXPECT_EQ(walked, all);
}

TEST_F(DocumentsTest, APageBeyondTheEndIsEmpty) {
  const auto page = views::document_page(*workspace().snapshot(), city(), Kind::effort, 10'000, 50);
  EXPECT_TRUE(page.items.empty());
  EXPECT_FALSE(page.next_cursor);
  EXPECT_EQ(page.total, static_cast<int>(city().all<Effort>().size()));
}

TEST_F(DocumentsTest, TheHistorySaysWhatChanged) {
  put(small_effort("x"));
  Effort changed = small_effort("x");
  changed.owner = "Projectbureau";
  put(changed, 1);
  write({Kind::effort, "x", std::nullopt, 2});
  const auto nobody = [](const std::string&) { return std::nullopt; };
  const auto list = views::revision_list(store(), {Kind::effort, "x"}, nobody, true).value();
  ASSERT_EQ(list.items.size(), 3U);
  EXPECT_TRUE(list.items[0].withdrawn);
  ASSERT_EQ(list.items[1].differences.size(), 1U);
  EXPECT_EQ(list.items[1].differences.front().path, "owner");
  EXPECT_EQ(list.items[1].differences.front().after->text, "\"Projectbureau\"");
  EXPECT_FALSE(list.items[1].differences.front().before);
  EXPECT_TRUE(list.items[2].differences.empty());
}

TEST_F(DocumentsTest, SearchFindsWordsWhateverTheirCaseAndTitlesFirst) {
  const auto found = views::search(*workspace().snapshot(), "MEERZICHT", 10);
  ASSERT_FALSE(found.items.empty());
  std::set<Reference> once;
  for (const auto& item : found.items) EXPECT_TRUE(once.insert({item.kind, item.id}).second) << item.id;
  bool title = false;
  for (const auto& [language, words] : found.items.front().title.by_language)
    title = title || words.find("Meerzicht") != std::string::npos;
  EXPECT_TRUE(title);
}

TEST_F(DocumentsTest, SearchTakesSignsOfItsOwnLanguageAsNothing) {
  for (const char* query : {"\"", "a OR", "NEAR(", "*", "-", "col:x", "'; DROP TABLE x", "\xF0\x9F\x8F\x99"}) {
    EXPECT_NO_THROW(static_cast<void>(views::search(*workspace().snapshot(), query, 10))) << query;
  }
}

}  // namespace
}  // namespace koers::test
