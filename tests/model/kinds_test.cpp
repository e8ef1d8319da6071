// SPDX-License-Identifier: EUPL-1.2
#include "model/kinds.h"

#include <gtest/gtest.h>

#include <set>

namespace koers {
namespace {

TEST(Kind, has_a_plural_of_its_own_that_leads_back_to_it) {
  std::set<std::string_view> plurals;
  for_each_kind([&]<class T>(RecordTag<T>) {
    plurals.insert(plural_of(kKindOf<T>));
    EXPECT_EQ(kind_from_plural(plural_of(kKindOf<T>)), kKindOf<T>);
  });
  EXPECT_EQ(plurals.size(), 40U);
  EXPECT_EQ(plurals.size(), names_of<Kind>().size()) << "every kind has a record";
}

TEST(Kind, is_written_with_hyphens_in_a_path) {
  EXPECT_EQ(plural_of(Kind::policy_document), "policy-documents");
  EXPECT_EQ(plural_of(Kind::municipality), "municipalities");
  EXPECT_FALSE(kind_from_plural("policy_documents"));
  EXPECT_FALSE(kind_from_plural(""));
}

TEST(Kind, is_visited_as_its_own_record) {
  int visits = 0;
  visit_kind(Kind::budget, [&]<class T>(RecordTag<T>) {
    ++visits;
    EXPECT_TRUE((std::is_same_v<T, Budget>));
  });
  EXPECT_EQ(visits, 1);
}

TEST(Reference, is_kind_slash_id) {
  EXPECT_EQ(parse_reference("challenge/voldoende-woningen"), (Reference{Kind::challenge, "voldoende-woningen"}));
  EXPECT_EQ(to_string(Reference{Kind::focus_area, "entree"}), "focus_area/entree");
}

TEST(Reference, refuses_unknown_kinds_and_tricks_with_paths) {
  for (const char* text : {"", "/", "challenge", "challenge/", "/entree", "wish/entree", "challenges/entree", "Challenge/entree",
                           "challenge/../x", "challenge/a/b", "challenge/a b", "challenge//a", " challenge/a", "focus-area/a"}) {
    EXPECT_FALSE(parse_reference(text)) << text;
  }
}

TEST(EnumName, is_matched_as_a_whole) {
  EXPECT_EQ(enum_from<Body>("council"), Body::council);
  EXPECT_FALSE(enum_from<Body>("Council"));
  EXPECT_FALSE(enum_from<Body>("counci"));
  EXPECT_FALSE(enum_from<Body>(std::string_view("council\0x", 9))) << "a zero byte does not end the name";
}

}  // namespace
}  // namespace koers
