// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>

#include "base/tree.h"
#include "fault_text.h"

namespace koers {
namespace {

using Type = Tree::Type;

TEST(Json, becomes_a_tree) {
  const auto tree = parse_json(R"({"a": "x", "b": [1, -2.50, true, null], "c": {}})", "x.json");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->find("a")->text, "x");
  const auto& items = tree->find("b")->items;
  ASSERT_EQ(items.size(), 4U);
  EXPECT_EQ(items[1].text, "-2.50") << "a number as it was written";
  EXPECT_EQ(items[2].type, Type::boolean);
  EXPECT_EQ(items[3].type, Type::null);
  EXPECT_EQ(tree->find("c")->type, Type::mapping);
}

TEST(Json, keeps_numbers_that_a_double_would_round) {
  for (const char* text :
       {"9007199254740993", "18446744073709551615", "0.1000000000000000055511151231257827", "-9223372036854775808"}) {
    EXPECT_EQ(parse_json(text, "x")->text, text);
  }
}

TEST(Json, gives_places_just_behind_each_token) {
  const auto tree = parse_json("{\n  \"a\": \"x\",\n  \"b\": 5\n}", "x.json");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->members[0].place, (Place{"x.json", 2, 6}));
  EXPECT_EQ(tree->find("a")->place, (Place{"x.json", 2, 11}));
  EXPECT_EQ(tree->find("b")->place, (Place{"x.json", 3, 9})) << "on the line of the number, though it ends at the line break";
  EXPECT_EQ(parse_json("5", "x")->place, (Place{"x", 1, 2}));
  EXPECT_EQ(parse_json("5 ", "x")->place, (Place{"x", 1, 2}));
}

TEST(Json, decodes_escapes_and_keeps_markup_as_text) {
  EXPECT_EQ(parse_json(R"("\ud83c\udfd8 \u20ac \n")", "x")->text, "🏘 € \n");
  EXPECT_EQ(parse_json(R"("<img src=x onerror=alert(1)>")", "x")->text, "<img src=x onerror=alert(1)>");
}

struct BadJson {
  const char* name;
  std::string text;
  std::string fault;
};

class JsonFault : public testing::TestWithParam<BadJson> {};

TEST_P(JsonFault, names_rule_and_place) {
  EXPECT_EQ(first_fault(parse_json(GetParam().text, "x.json", {1000, 50, 5})), GetParam().fault);
}

constexpr const char* kBad = "found something that JSON does not allow here, expected well-formed JSON";

std::string syntax(const char* place) { return std::string("syntax x.json:") + place + ": " + kBad; }

std::string list_of(int count) {
  std::string text = "[0";
  for (int i = 1; i < count; ++i) text += ",0";
  return text + "]";
}

INSTANTIATE_TEST_SUITE_P(
    each, JsonFault,
    testing::Values(
        BadJson{"empty", "", "syntax x.json:1:1: found the end of the text, expected well-formed JSON"},
        BadJson{"cut_off", "{\"a\":\n [1", "syntax x.json:2:4: found the end of the text, expected well-formed JSON"},
        BadJson{"comment", "{} // hi", syntax("1:4")}, BadJson{"trailing_comma", "[1,\n]", syntax("2:1")},
        BadJson{"two_values", "{} {}", syntax("1:4")}, BadJson{"single_quotes", "{'a': 1}", syntax("1:2")},
        BadJson{"number_without_an_end", "[1.]", syntax("1:4")}, BadJson{"not_a_number", "[NaN]", syntax("1:2")},
        BadJson{"leading_zero", "[01]", syntax("1:3")}, BadJson{"half_a_surrogate", R"(["\ud83c"])", syntax("1:9")},
        BadJson{"line_break_in_a_string", "[\"a\nb\"]", syntax("1:4")},
        BadJson{"escaped_nul", R"(["a\u0000b"])", "encoding x.json:1:12: found a control character, expected printable text"},
        BadJson{"duplicate_key", "{\"a\": 1,\n\"a\": 2}",
                "duplicate_key x.json:2:4: found the key \"a\" a second time, expected every key once"},
        BadJson{"duplicate_key_by_escape", R"({"a": 1, "\u0061": 2})",
                "duplicate_key x.json:1:18: found the key \"a\" a second time, expected every key once"},
        BadJson{"too_deep", "[[[[[[1]]]]]]", "too_large x.json:1:7: found more than 5 levels, expected fewer"},
        BadJson{"too_many_values", list_of(60), "too_large x.json:1:101: found more than 50 values, expected fewer"},
        BadJson{"too_large", std::string(1001, ' '), "too_large x.json: found 1001 bytes, expected at most 1000 bytes"},
        BadJson{"byte_order_mark", "\xEF\xBB\xBF{}", "encoding x.json:1:1: found a byte order mark, expected UTF-8 without one"},
        BadJson{"latin_1", "[\"caf\xE9\"]", "encoding x.json:1:6: found a byte that is not UTF-8, expected UTF-8"}),
    [](const auto& each) { return each.param.name; });

TEST(Json, refuses_a_number_that_no_double_holds) { EXPECT_FALSE(parse_json("[1e999]", "x")); }

TEST(Json, stops_at_absurd_depth_without_a_crash) {
  const auto tree = parse_json(std::string(1'000'000, '['), "x.json");
  EXPECT_EQ(first_fault(tree), "too_large x.json:1:34: found more than 32 levels, expected fewer");
}

TEST(Json, reads_an_object_with_very_many_keys_in_linear_time) {
  std::string text = "{";
  for (int i = 0; i < 200'000; ++i) text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
  const auto start = std::chrono::steady_clock::now();
  const auto tree = parse_json(text + "}", "x.json");
  const auto taken = std::chrono::steady_clock::now() - start;
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->members.size(), 200'000U);
  EXPECT_LT(taken, std::chrono::seconds(20)) << "comparing each key with all others takes minutes";
}

}  // namespace
}  // namespace koers
