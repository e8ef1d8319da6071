// SPDX-License-Identifier: EUPL-1.2
#include "base/date.h"

#include <gtest/gtest.h>

namespace koers {
namespace {

using namespace std::chrono_literals;

TEST(Date, is_as_precise_as_its_source) {
  EXPECT_EQ(parse_date("2021"), (Date{2021, 0, 0}));
  EXPECT_EQ(parse_date("2021-06"), (Date{2021, 6, 0}));
  EXPECT_EQ(parse_date("2021-06-14"), (Date{2021, 6, 14}));
}

TEST(Date, is_written_as_it_was_read) {
  for (const char* text : {"1000", "2021", "2021-06", "2021-12-31", "2020-02-29", "9999-12-31"}) {
    EXPECT_EQ(to_string(parse_date(text).value()), text);
  }
}

TEST(Date, refuses_what_is_not_a_day_of_the_calendar) {
  for (const char* text : {"2021-02-29", "1900-02-29", "2021-04-31", "2021-13", "2021-00", "2021-06-00", "2021-06-32", "0999"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, refuses_other_ways_of_writing) {
  for (const char* text : {"", "21", "20211", "2021-6", "2021/06", "2021-06-1", "14-06-2021", "2021-06/14", " 2021", "2021 ",
                           "+202", "-021", "20x1", "2021-06-14T00:00", "２０２１"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Date, spans_all_days_that_it_can_mean) {
  EXPECT_EQ((Date{2020, 0, 0}.first_day()), 2020y / 1 / 1);
  EXPECT_EQ((Date{2020, 0, 0}.last_day()), 2020y / 12 / 31);
  EXPECT_EQ((Date{2020, 2, 0}.last_day()), 2020y / 2 / 29);
  EXPECT_EQ((Date{2021, 2, 0}.last_day()), 2021y / 2 / 28);
  EXPECT_EQ((Date{2021, 2, 7}.last_day()), 2021y / 2 / 7);
}

TEST(Date, comes_from_a_day_of_the_calendar) { EXPECT_EQ(to_date(2021y / 6 / 14), (Date{2021, 6, 14})); }

TEST(Year, has_four_digits_and_is_at_least_1000) {
  EXPECT_EQ(parse_year("2040"), Year{2040});
  EXPECT_EQ(to_string(Year{1000}), "1000");
  for (const char* text : {"999", "0999", "20400", "204", "-204", "20.4", ""}) EXPECT_FALSE(parse_year(text)) << text;
}

TEST(Period, is_one_date_or_two) {
  EXPECT_EQ(parse_period("2022"), (Period{{2022, 0, 0}, {2022, 0, 0}}));
  EXPECT_EQ(parse_period("2020/2022-06"), (Period{{2020, 0, 0}, {2022, 6, 0}}));
  EXPECT_EQ(to_string(Period{{2020, 0, 0}, {2022, 6, 0}}), "2020/2022-06");
  EXPECT_EQ(to_string(Period{{2022, 1, 1}, {2022, 1, 1}}), "2022-01-01");
}

TEST(Period, may_not_end_before_it_begins) {
  EXPECT_FALSE(parse_period("2022/2020"));
  EXPECT_FALSE(parse_period("2022-06-14/2022-05"));
  EXPECT_TRUE(parse_period("2022-06-14/2022")) << "the year can still mean its last day";
}

TEST(Period, refuses_halves_and_thirds) {
  for (const char* text : {"/", "2020/", "/2020", "2020/2021/2022", "2020-2022", ""}) EXPECT_FALSE(parse_period(text)) << text;
}

TEST(Instant, is_written_in_utc_with_microseconds) {
  EXPECT_EQ(to_string(Instant{0}), "1970-01-01T00:00:00.000000Z");
  EXPECT_EQ(to_string(Instant{1'623'663'000'000'001}), "2021-06-14T09:30:00.000001Z");
  EXPECT_EQ(to_string(Instant{-1}), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, is_read_as_it_was_written) {
  for (const char* text : {"1969-12-31T23:59:59.999999Z", "2021-06-14T09:30:00.000000Z", "2024-02-29T23:59:59.123456Z"}) {
    EXPECT_EQ(to_string(parse_instant(text).value()), text);
  }
}

TEST(Instant, refuses_other_ways_of_writing) {
  for (const char* text : {"", "2021-06-14", "2021-06-14T09:30:00Z", "2021-06-14T09:30:00.000000", "2021-06-14T24:00:00.000000Z",
                           "2021-06-14T09:60:00.000000Z", "2021-06-14T09:30:60.000000Z", "2021-02-30T09:30:00.000000Z",
                           "2021-06-14 09:30:00.000000Z", "2021-06-14T09:30:00,000000Z", "2021-06-14T09:30:00.00000xZ"}) {
    EXPECT_FALSE(parse_instant(text)) << text;
  }
}

TEST(Instant, of_the_end_of_a_date_is_after_all_that_the_date_can_mean) {
  EXPECT_EQ(to_string(end_of({2021, 6, 14})), "2021-06-15T00:00:00.000000Z");
  EXPECT_EQ(to_string(end_of({2020, 2, 0})), "2020-03-01T00:00:00.000000Z");
  EXPECT_EQ(to_string(end_of({2021, 0, 0})), "2022-01-01T00:00:00.000000Z");
}

}  // namespace
}  // namespace koers
