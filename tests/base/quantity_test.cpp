// SPDX-License-Identifier: EUPL-1.2
#include "base/quantity.h"

#include <gtest/gtest.h>

#include <limits>

namespace koers {
namespace {

TEST(Decimal, keeps_numbers_exactly) {
  EXPECT_EQ(parse_decimal("12.5"), (Decimal{125, 1}));
  EXPECT_EQ(parse_decimal("-0.000000001"), (Decimal{-1, 9}));
  EXPECT_EQ(parse_decimal("999999999999999"), (Decimal{999'999'999'999'999, 0}));
  EXPECT_DOUBLE_EQ(parse_decimal("52.07305")->to_double(), 52.07305);
}

TEST(Decimal, is_equal_when_the_number_is_equal) {
  EXPECT_EQ(parse_decimal("1.500"), parse_decimal("1.5"));
  EXPECT_EQ(parse_decimal("007"), parse_decimal("7"));
  EXPECT_EQ(parse_decimal("-0"), parse_decimal("0"));
  EXPECT_EQ(parse_decimal("0.0"), (Decimal{0, 0}));
}

TEST(Decimal, is_written_in_its_shortest_form) {
  for (const auto& [read, written] : {std::pair{"1.500", "1.5"},
                                      {"0.05", "0.05"},
                                      {"-0.5", "-0.5"},
                                      {"100", "100"},
                                      {"-0", "0"},
                                      {"0.000000001", "0.000000001"},
                                      {"123456.789", "123456.789"}}) {
    EXPECT_EQ(to_string(parse_decimal(read).value()), written);
  }
}

TEST(Decimal, refuses_other_ways_of_writing) {
  for (const char* text : {"",      "-",  ".",  ".5",  "5.",    "1,5", "1.000,00", "1e5",   "1E5", "+5", "0x10",
                           "1 000", " 1", "1 ", "--1", "1.2.3", "NaN", "inf",      "1_000", "½",   "٣"}) {
    EXPECT_FALSE(parse_decimal(text)) << text;
  }
}

TEST(Decimal, refuses_more_digits_than_a_double_can_hold) {
  EXPECT_FALSE(parse_decimal("1000000000000000"));
  EXPECT_FALSE(parse_decimal("1234567.123456789"));
  EXPECT_FALSE(parse_decimal("0.0000000001"));
  EXPECT_FALSE(parse_decimal(std::string(1'000'000, '9')));
  EXPECT_TRUE(parse_decimal("000000000000000000001")) << "leading zeros say nothing";
}

TEST(Euro, is_read_to_the_cent) {
  EXPECT_EQ(parse_euro("200000"), Euro{20'000'000});
  EXPECT_EQ(parse_euro("1250.50"), Euro{125'050});
  EXPECT_EQ(parse_euro("0.01"), Euro{1});
  EXPECT_EQ(parse_euro("-0.1"), Euro{-10});
  EXPECT_FALSE(parse_euro("0.001"));
  EXPECT_FALSE(parse_euro("€ 5"));
}

TEST(Euro, is_written_without_needless_zeros) {
  EXPECT_EQ(to_string(Euro{125'050}), "1250.5");
  EXPECT_EQ(to_string(Euro{20'000'000}), "200000");
  EXPECT_EQ(to_string(Euro{-1}), "-0.01");
  EXPECT_EQ(to_string(Euro{0}), "0");
}

TEST(Euro, adds_and_subtracts_cents) {
  Euro sum{83'000'000};
  sum += Euro{1};
  EXPECT_EQ(sum, Euro{83'000'001});
  EXPECT_EQ(Euro{83'000'000} - Euro{63'000'000}, Euro{20'000'000});
  EXPECT_LT(Euro{1}, Euro{2});
}

TEST(Euro, stops_at_the_largest_number_instead_of_wrapping_around) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(Euro{kMost} + Euro{1}, Euro{kMost});
  EXPECT_EQ(Euro{-kMost} - Euro{kMost}, Euro{-kMost});
}

TEST(Fte, has_two_decimals) {
  EXPECT_EQ(parse_fte("0.4"), Fte{40});
  EXPECT_EQ(to_string(Fte{2'250}), "22.5");
  EXPECT_FALSE(parse_fte("0.125"));
}

}  // namespace
}  // namespace koers
