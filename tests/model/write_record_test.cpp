// SPDX-License-Identifier: EUPL-1.2
#include "model/write_record.h"

#include <gtest/gtest.h>

#include "packages.h"

namespace koers {
namespace {

BudgetLine line_of(Euro amount) {
  BudgetLine line;
  line.kind = BudgetLineKind::cost;
  line.label = {{{"nl", "Bouwen"}}};
  line.amount = amount;
  line.sources = {{Id<Source>("visie"), "9"}};
  return line;
}

TEST(WriteRecord, writes_fields_in_their_order_and_leaves_out_what_is_absent) {
  EXPECT_EQ(
      to_json_text(line_of({100'050})),
      R"({"kind":"cost","label":{"nl":"Bouwen"},"amount":1000.5,"status":"source","sources":[{"source":"visie","section":"9"}]})");
}

TEST(WriteRecord, writes_keys_in_camel_case_and_empty_lists_for_the_wire) {
  Mechanism mechanism = *small_city().all<Mechanism>().find("kracht");
  mechanism.sources.clear();
  EXPECT_EQ(
      to_json_text(mechanism, KeyStyle::camel),
      R"({"id":"kracht","number":2,"title":{"en":"Strength","nl":"Kracht"},"summary":{"en":"How strong.","nl":"Hoe sterk."},)"
      R"("desired":"up","stateAtBaseline":{"en":"Falling.","nl":"Dalend."},"measuredBy":[],"figures":[],"sources":[]})");
}

TEST(WriteRecord, adds_title_and_address_of_a_source_for_the_wire) {
  EXPECT_EQ(to_wire(*small_city().all<Municipality>().find("GM0001"), small_city()),
            R"({"id":"GM0001","name":"Kleinstad","role":"own","sources":[{"source":"telling","section":"rij 1",)"
            R"("sourceTitle":"Telling","url":"https://example.org/telling"}]})");
}

TEST(WriteRecord, keeps_numbers_exact) {
  const auto amount = [](Euro euro) {
    const std::string json = to_json_text(line_of(euro));
    const auto at = json.find("\"amount\":") + 9;
    return json.substr(at, json.find(',', at) - at);
  };
  EXPECT_EQ(amount({10}), "0.1");
  EXPECT_EQ(amount({99'999'999'999'999}), "999999999999.99");
  EXPECT_EQ(amount({-1}), "-0.01");
  Figure figure;
  figure.value = parse_decimal("123456789012.345").value();
  EXPECT_NE(to_json_text(figure).find("\"value\":123456789012.345,"), std::string::npos);
}

TEST(WriteRecord, of_every_document_is_read_back_as_the_same_and_written_as_the_same_bytes) {
  for (const City* city : {&small_city(), &zoetermeer()}) {
    for_each_kind([&]<class T>(RecordTag<T>) {
      for (const T& record : city->all<T>()) {
        const std::string json = to_json_text(record);
        const auto again = from_json_text<T>(json);
        ASSERT_TRUE(again) << json << again.error().message;
        EXPECT_EQ(*again, record);
        EXPECT_EQ(to_json_text(*again), json);
      }
    });
  }
}

TEST(WriteRecord, gives_camel_case_that_leads_back_to_every_field_name) {
  for_each_kind([&]<class T>(RecordTag<T>) {
    for_each_field(T{}, [](const char* name, const auto&) { EXPECT_EQ(to_snake_case(to_camel_case(name)), name); });
  });
  EXPECT_EQ(to_camel_case("state_at_baseline"), "stateAtBaseline");
  EXPECT_EQ(to_camel_case("id"), "id");
  EXPECT_EQ(to_snake_case("placeOfTheCouncil"), "place_of_the_council");
}

TEST(JsonString, escapes_what_json_must_and_repairs_what_is_no_utf_8) {
  EXPECT_EQ(json_string("say \"ja\"\n\\"), R"("say \"ja\"\n\\")");
  EXPECT_EQ(json_string("één 🏘"), "\"één 🏘\"");
  EXPECT_EQ(json_string(std::string_view("a\0b", 3)), R"("a\u0000b")");
  EXPECT_EQ(json_string("caf\xE9"), "\"caf\xEF\xBF\xBD\"");
}

TEST(JsonWriter, writes_maps_and_text_that_is_json_already) {
  JsonWriter writer(KeyStyle::camel);
  writer.write(std::map<std::string, RawJson>{{"a", {"[1]"}}, {"b", {"null"}}});
  EXPECT_EQ(writer.take(), R"({"a":[1],"b":null})");
}

}  // namespace
}  // namespace koers
