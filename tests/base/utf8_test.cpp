// SPDX-License-Identifier: EUPL-1.2
#include "base/utf8.h"

#include <gtest/gtest.h>

#include "fault_text.h"

namespace koers {
namespace {

TEST(Utf8, accepts_every_length_of_character) {
  EXPECT_FALSE(first_invalid_utf8(""));
  EXPECT_FALSE(first_invalid_utf8("wijk"));
  EXPECT_FALSE(first_invalid_utf8("coöperatie, €, 🏘, \xF4\x8F\xBF\xBF"));
}

TEST(Utf8, says_where_it_goes_wrong) {
  EXPECT_EQ(first_invalid_utf8("caf\xE9"), 3U);    // Latin-1
  EXPECT_EQ(first_invalid_utf8("ab\xC3"), 2U);     // cut off
  EXPECT_EQ(first_invalid_utf8("€\xE2\x82"), 3U);  // cut off after two of three
  EXPECT_EQ(first_invalid_utf8("\x80"), 0U);       // a continuation alone
  EXPECT_EQ(first_invalid_utf8("a\xC3("), 1U);
}

TEST(Utf8, refuses_what_rfc_3629_refuses) {
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0U);          // overlong `/`
  EXPECT_EQ(first_invalid_utf8("\xE0\x80\xAF"), 0U);      // overlong `/`
  EXPECT_EQ(first_invalid_utf8("\xF0\x80\x80\xAF"), 0U);  // overlong `/`
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
  EXPECT_EQ(first_invalid_utf8("\xF5\x80\x80\x80"), 0U);
  EXPECT_EQ(first_invalid_utf8("\xFF\xFE"), 0U);  // UTF-16 mark
}

TEST(ControlCharacter, is_anything_below_a_space_but_tab_and_line_ends) {
  EXPECT_FALSE(first_control_character("a\tb\r\nc"));
  EXPECT_EQ(first_control_character(std::string_view("a\0b", 3)), 1U);
  EXPECT_EQ(first_control_character("ab\x1B[31m"), 2U);
  EXPECT_EQ(first_control_character("\x7F"), 0U);
}

TEST(Place, counts_lines_and_columns_from_one) {
  EXPECT_EQ(place_of("ab\ncd", 0, "f"), (Place{"f", 1, 1}));
  EXPECT_EQ(place_of("ab\ncd", 2, "f"), (Place{"f", 1, 3}));
  EXPECT_EQ(place_of("ab\ncd", 4, "f"), (Place{"f", 2, 2}));
  EXPECT_EQ(place_of("ab\n", 99, "f"), (Place{"f", 2, 1}));
}

struct BadText {
  const char* name;
  std::string text;
  std::string fault;
};

class TextFault : public testing::TestWithParam<BadText> {};

TEST_P(TextFault, names_rule_and_place) {
  const auto fault = text_fault(GetParam().text, "x.yaml", 20);
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault_text(*fault), GetParam().fault);
}

INSTANTIATE_TEST_SUITE_P(
    each, TextFault,
    testing::Values(BadText{"too_large", std::string(21, 'a'), "too_large x.yaml: found 21 bytes, expected at most 20 bytes"},
                    BadText{"byte_order_mark", "\xEF\xBB\xBFid: a",
                            "encoding x.yaml:1:1: found a byte order mark, expected UTF-8 without one"},
                    BadText{"latin_1", "a: b\nc: caf\xE9", "encoding x.yaml:2:7: found a byte that is not UTF-8, expected UTF-8"},
                    BadText{"utf_16", "\xFF\xFEi\0d", "encoding x.yaml:1:1: found a byte that is not UTF-8, expected UTF-8"},
                    BadText{"control", "a: \x07", "encoding x.yaml:1:4: found a control character, expected printable text"}),
    [](const auto& each) { return each.param.name; });

TEST(TextFault, is_nothing_for_good_text) { EXPECT_FALSE(text_fault("één\n", "x", 20)); }

TEST(Quoted, cuts_long_text_at_the_edge_of_a_character) {
  EXPECT_EQ(in_quotes("wijk"), "\"wijk\"");
  EXPECT_EQ(in_quotes(std::string(60, 'a')), '"' + std::string(60, 'a') + '"');
  EXPECT_EQ(in_quotes(std::string(61, 'a')), '"' + std::string(60, 'a') + "…\"");
  EXPECT_EQ(in_quotes(std::string(59, 'a') + "€uro"), '"' + std::string(59, 'a') + "…\"");
}

}  // namespace
}  // namespace koers
