// SPDX-License-Identifier: EUPL-1.2
#include "model/record_schema.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace koers {
namespace {

const Field& field(const std::vector<Field>& fields, std::string_view name) {
  return *std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == name; });
}

void expect_sound(const std::vector<Field>& fields) {
  std::set<std::string> names;
  for (const Field& each : fields) {
    EXPECT_TRUE(names.insert(each.name).second) << each.name << " twice";
    EXPECT_STRNE(name_of(each.type), "?") << each.name << " has no type";
    EXPECT_EQ(each.type == FieldType::enumeration, !each.values.empty()) << each.name;
    EXPECT_EQ(each.type == FieldType::object, !each.fields.empty()) << each.name;
    EXPECT_EQ(each.type == FieldType::reference_id, each.of.has_value()) << each.name;
    expect_sound(each.fields);
  }
}

TEST(RecordSchema, has_every_field_of_every_kind_once_in_order_and_with_a_type) {
  for_each_kind([]<class T>(RecordTag<T>) {
    const auto fields = record_schema(kKindOf<T>);
    std::vector<std::string> expected;
    for_each_field(T{}, [&](const char* name, const auto&) { expected.emplace_back(name); });
    std::vector<std::string> names;
    for (const Field& each : fields) names.push_back(each.name);
    EXPECT_EQ(names, expected);
    EXPECT_EQ(fields.front().type, FieldType::id);
    expect_sound(fields);
  });
}

TEST(RecordSchema, lists_the_values_of_an_enumeration) {
  EXPECT_EQ(field(record_schema(Kind::mechanism), "desired").values, (std::vector<std::string>{"up", "down"}));
  EXPECT_EQ(field(record_schema(Kind::effort), "form").values,
            (std::vector<std::string>{"policy_programme", "area_programme", "project", "scheme", "action"}));
}

TEST(RecordSchema, says_what_a_field_refers_to) {
  const auto fields = record_schema(Kind::effort);
  EXPECT_EQ(field(fields, "pillar").of, Kind::pillar);
  EXPECT_EQ(field(fields, "challenges").of, Kind::challenge);
  EXPECT_TRUE(field(fields, "challenges").list);
  EXPECT_EQ(field(fields, "areas").type, FieldType::reference);
  EXPECT_EQ(field(record_schema(Kind::agenda), "succeeds").of, Kind::agenda);
}

TEST(RecordSchema, says_what_must_be_there) {
  const auto fields = record_schema(Kind::effort);
  EXPECT_TRUE(field(fields, "title").required);
  EXPECT_FALSE(field(fields, "why").required);
  EXPECT_FALSE(field(fields, "status").required);
  EXPECT_FALSE(field(fields, "milestones").required);
}

TEST(RecordSchema, describes_what_is_inside) {
  const auto lines = field(record_schema(Kind::budget), "lines");
  EXPECT_EQ(lines.type, FieldType::object);
  EXPECT_TRUE(lines.list);
  EXPECT_EQ(field(lines.fields, "amount").type, FieldType::euro);
  EXPECT_EQ(field(lines.fields, "year").type, FieldType::year);
  EXPECT_EQ(field(record_schema(Kind::boundary), "polygons").type, FieldType::geometry);
  EXPECT_EQ(field(record_schema(Kind::team), "capacity").fields.size(), 4U);
}

}  // namespace
}  // namespace koers
