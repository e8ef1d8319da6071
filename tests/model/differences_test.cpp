// SPDX-License-Identifier: EUPL-1.2
#include "model/differences.h"

#include <gtest/gtest.h>

namespace koers {
namespace {

/// `path: before → after`, with `-` for absent.
std::vector<std::string> between(const std::string& before, const std::string& after) {
  std::vector<std::string> lines;
  for (const Difference& each : differences(*parse_json(before, "a"), *parse_json(after, "b"))) {
    lines.push_back(each.path + ": " + each.before.value_or("-") + " → " + each.after.value_or("-"));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Differences, are_none_between_the_same_documents_in_another_order_of_fields) {
  EXPECT_EQ(between(R"({"a":1,"b":[{"x":2}]})", R"({ "b":[{"x":2}], "a":1 })"), Lines{});
}

TEST(Differences, go_down_to_the_scalar) {
  EXPECT_EQ(between(R"({"title":{"nl":"A","en":"A"},"number":1})", R"({"title":{"nl":"B","en":"A"},"number":2})"),
            (Lines{R"(title.nl: "A" → "B")", "number: 1 → 2"}));
}

TEST(Differences, show_fields_that_came_and_went) {
  EXPECT_EQ(between(R"({"a":1,"owner":"X"})", R"({"a":1,"votes":{"for":2}})"),
            (Lines{R"(owner: "X" → -)", R"(votes: - → {"for":2})"}));
}

TEST(Differences, tell_a_number_from_the_text_of_it) {
  EXPECT_EQ(between(R"({"a":1})", R"({"a":"1"})"), Lines{R"(a: 1 → "1")"});
  EXPECT_EQ(between(R"({"a":[1]})", R"({"a":{"x":1}})"), Lines{R"(a: [1] → {"x":1})"});
}

TEST(Differences, pair_items_of_a_list_by_their_id_or_number) {
  EXPECT_EQ(between(R"([{"id":"a","x":1},{"id":"b","x":2}])", R"([{"id":"b","x":3},{"id":"a","x":1}])"), Lines{"[1].x: 2 → 3"});
  EXPECT_EQ(between(R"({"phases":[{"number":0},{"number":1}]})", R"({"phases":[{"number":1}]})"),
            Lines{R"(phases[0]: {"number":0} → -)"});
}

TEST(Differences, pair_other_items_by_their_place) {
  EXPECT_EQ(between(R"({"c":["x","y"]})", R"({"c":["x","z","w"]})"), (Lines{R"(c[1]: "y" → "z")", R"(c[2]: - → "w")"}));
  EXPECT_EQ(between(R"({"c":["x","y"]})", R"({"c":["x"]})"), Lines{R"(c[1]: "y" → -)"});
}

TEST(Differences, are_found_when_one_of_two_items_with_the_same_name_is_removed) {
  EXPECT_EQ(between(R"([{"partner":"a"},{"partner":"a"}])", R"([{"partner":"a"}])"), Lines{R"([1]: {"partner":"a"} → -)"});
  EXPECT_EQ(between(R"([{"partner":"a"}])", R"([{"partner":"a"},{"partner":"a"}])"), Lines{R"([1]: - → {"partner":"a"})"});
}

TEST(TreeAsJson, says_what_was_read) {
  for (const std::string json : {R"({"a":[1,-2.50,true,null,"x\"y"],"b":{},"c":[]})", "5", "null", R"("é")"}) {
    EXPECT_EQ(to_json_text(*parse_json(json, "x")), json);
  }
}

}  // namespace
}  // namespace koers
