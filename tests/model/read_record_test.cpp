// SPDX-License-Identifier: EUPL-1.2
#include "model/read_record.h"

#include <gtest/gtest.h>

#include "base/fault_text.h"
#include "model/write_record.h"
#include "packages.h"

namespace koers {
namespace {

constexpr const char* kFund = R"({"id":"reserve","title":{"nl":"Reserve"},"summary":{"nl":"Geld"},"sources":[]})";

std::string changed(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

template <Record R>
std::vector<std::string> faults_in(const std::string& json) {
  const auto record = from_json_text<R>(json, "body");
  std::vector<std::string> lines;
  if (record) return lines;
  for (const Fault& fault : record.error().faults) lines.push_back(fault_text(fault));
  return lines;
}

TEST(ReadRecord, fills_the_fields_and_leaves_out_what_may_be_absent) {
  const auto fund = from_json_text<Fund>(R"({"id":"reserve","title":{"nl":"Reserve"},"summary":{"nl":"Geld"}})");
  ASSERT_TRUE(fund);
  EXPECT_EQ(*fund, (Fund{Id<Fund>("reserve"), {{{"nl", "Reserve"}}}, {{{"nl", "Geld"}}}, {}}));
}

TEST(ReadRecord, takes_the_default_status_of_a_record) {
  EXPECT_EQ(small_city().all<Influence>().front().status, Status::derived);
  EXPECT_EQ(small_city().all<Deviation>().front().status, Status::source);
}

TEST(ReadRecord, finds_all_faults_of_a_document_not_only_the_first) {
  EXPECT_EQ(faults_in<Fund>(R"({"id":"a b","title":5,"colour":"red","sources":{}})"),
            (std::vector<std::string>{
                "type body:1:12: id: found \"a b\", expected an id of letters, digits and `-`",
                "type body:1:22: title: found 5, expected a text per language, such as {nl: …, en: …}",
                "missing_field body:1:2: summary: found nothing, expected the field `summary`",
                "type body:1:49: sources: found a mapping, expected a sequence",
                "unknown_field body:1:31: found \"colour\", expected one of the fields id title summary sources"}));
}

TEST(ReadRecord, names_the_path_of_a_fault_deep_inside) {
  EXPECT_EQ(faults_in<Fund>(changed(kFund, "[]", R"([{"source":"visie","section":"1"},{"source":"visie","section":""}])")),
            std::vector<std::string>{"empty body:1:140: sources[1].section: found \"\", expected a text that is not empty"});
}

TEST(ReadRecord, refuses_null_for_a_field) {
  EXPECT_EQ(faults_in<Fund>(changed(kFund, "[]", "null")),
            std::vector<std::string>{"type body:1:80: sources: found nothing, expected a sequence"});
}

TEST(ReadRecord, refuses_what_is_no_mapping) {
  for (const char* json : {"5", "[]", "null", "\"x\"", "true"}) {
    const auto faults = faults_in<Fund>(json);
    ASSERT_EQ(faults.size(), 1U) << json;
    EXPECT_TRUE(faults[0].ends_with("expected a mapping of fields")) << faults[0];
  }
}

class WholeNumber : public testing::TestWithParam<const char*> {};

TEST_P(WholeNumber, that_does_not_fit_is_refused) {
  EXPECT_EQ(faults_in<Votes>(std::string(R"({"in_favour":)") + GetParam() + R"(,"against":0})").size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(each, WholeNumber,
                         testing::Values("2147483648", "-2147483649", "99999999999999999999", "1.0", "1e3", "\"5\"", "true"));

TEST(ReadRecord, takes_whole_numbers_up_to_their_limits) {
  const auto votes = from_json_text<Votes>(R"({"in_favour":2147483647,"against":-2147483648})");
  ASSERT_TRUE(votes);
  EXPECT_EQ(votes->in_favour, 2147483647);
  EXPECT_EQ(votes->against, -2147483647 - 1);
}

TEST(ReadRecord, does_not_take_a_zero_byte_as_the_end_of_a_word) {
  EXPECT_EQ(faults_in<Membership>(R"({"partner":"a\u0000b"})").size(), 1U);
}

TEST(ReadRecord, remembers_where_each_field_was_written) {
  std::vector<Fault> faults;
  RecordReader reader(faults);
  const auto tree = parse_yaml("id: a\ntitle: {nl: A}\nsummary: {nl: B}\nsources:\n  - source: s\n    section: x\n", "f");
  static_cast<void>(reader.read<Fund>(*tree));
  const Places places = reader.take_places();
  EXPECT_EQ(places.at(""), (Place{"f", 1, 1}));
  EXPECT_EQ(places.at("title"), (Place{"f", 2, 8}));
  EXPECT_EQ(places.at("sources[0]"), (Place{"f", 5, 5}));
  EXPECT_EQ(places.at("sources[0].section"), (Place{"f", 6, 14}));
}

TEST(ReadRecord, stops_counting_faults_at_a_thousand) {
  std::string json = R"({"id":"a","title":{},"summary":{},"sources":[0)";
  for (int i = 0; i < 5'000; ++i) json += ",0";
  EXPECT_EQ(faults_in<Fund>(json + "]}").size(), kMaxFaults);
}

}  // namespace
}  // namespace koers
