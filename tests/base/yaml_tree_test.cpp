// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "base/tree.h"
#include "fault_text.h"

namespace koers {
namespace {

using Type = Tree::Type;

Type type_of(const std::string& scalar) {
  const auto tree = parse_yaml("a: " + scalar, "x.yaml");
  EXPECT_TRUE(tree) << scalar;
  return tree->find("a")->type;
}

TEST(Yaml, becomes_a_tree_with_places) {
  const auto tree = parse_yaml("- id: entree\n  areas: [north, south]\n- id: b\n", "x.yaml");
  ASSERT_TRUE(tree);
  ASSERT_EQ(tree->items.size(), 2U);
  const Tree& first = tree->items[0];
  EXPECT_EQ(first.find("id")->text, "entree");
  EXPECT_EQ(first.find("id")->place, (Place{"x.yaml", 1, 7}));
  EXPECT_EQ(first.members[1].place, (Place{"x.yaml", 2, 3}));
  EXPECT_EQ(first.find("areas")->items[1].place, (Place{"x.yaml", 2, 18}));
  EXPECT_EQ(first.find("absent"), nullptr);
}

TEST(Yaml, has_only_the_numbers_that_the_program_writes) {
  for (const char* text : {"5", "-5", "0.5", "007", "200000"}) EXPECT_EQ(type_of(text), Type::number) << text;
  for (const char* text : {"1e5", "0x10", ".inf", ".nan", "1_000", "1,5", "5.", "12:30:45", "2021-06-14", "9999999999999999"}) {
    EXPECT_EQ(type_of(text), Type::string) << text;
  }
}

TEST(Yaml, has_no_norway_problem) {
  for (const char* text : {"no", "yes", "on", "off", "NO", "True", "n", "y"}) EXPECT_EQ(type_of(text), Type::string) << text;
  for (const char* text : {"true", "false"}) EXPECT_EQ(type_of(text), Type::boolean) << text;
  for (const char* text : {"null", "Null", "NULL", "~", ""}) EXPECT_EQ(type_of(text), Type::null) << text;
}

TEST(Yaml, takes_what_is_in_quotes_as_text) {
  for (const char* text : {"\"5\"", "'5'", "\"true\"", "'null'", "\"\""}) EXPECT_EQ(type_of(text), Type::string) << text;
  EXPECT_EQ(parse_yaml("a: |\n  5\n", "x")->find("a")->type, Type::string);
}

TEST(Yaml, keeps_markup_and_placeholders_as_text) {
  const auto tree = parse_yaml("a: <script>alert(1)</script>\nb: ${HOME}\nc: \"{{ x }}\"\n", "x.yaml");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->find("a")->text, "<script>alert(1)</script>");
  EXPECT_EQ(tree->find("b")->text, "${HOME}");
  EXPECT_EQ(tree->find("c")->text, "{{ x }}");
}

TEST(Yaml, describes_what_it_holds_for_people) {
  const auto tree = parse_yaml("a: Entree\nb: 5\nc: [1, 2, 3]\nd: {x: 1}\ne: ~\nf: true\n", "x.yaml");
  ASSERT_TRUE(tree);
  const std::vector<std::string> expected{"\"Entree\"", "5", "a sequence of 3", "a mapping", "nothing", "true"};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(tree->members[i].value.describe(), expected[i]);
}

TEST(Yaml, is_nothing_at_the_start_of_the_file_when_the_file_is_empty) {
  for (const char* text : {"", "\n", "# only a comment\n"}) {
    const auto tree = parse_yaml(text, "x.yaml");
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->type, Type::null);
    EXPECT_EQ(tree->place, (Place{"x.yaml", 1, 1}));
  }
}

struct BadYaml {
  const char* name;
  std::string text;
  std::string fault;
};

class YamlFault : public testing::TestWithParam<BadYaml> {};

TEST_P(YamlFault, names_rule_and_place) {
  EXPECT_EQ(first_fault(parse_yaml(GetParam().text, "x.yaml", {4000, 50, 5})), GetParam().fault);
}

constexpr const char* kPlain = ", expected plain YAML without anchors, aliases and tags";

std::string list_of(int count) {
  std::string text = "a: [0";
  for (int i = 1; i < count; ++i) text += ", 0";
  return text + "]";
}

INSTANTIATE_TEST_SUITE_P(
    each, YamlFault,
    testing::Values(
        BadYaml{"anchor", "a: &x 5\n", std::string("syntax x.yaml:1:4: found an anchor") + kPlain},
        BadYaml{"anchor_on_a_collection", "a: &x [5]\n", std::string("syntax x.yaml:1:4: found an anchor") + kPlain},
        BadYaml{"billion_laughs", "a: &a [lol, lol]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
                std::string("syntax x.yaml:1:4: found an anchor") + kPlain},
        BadYaml{"alias_of_nothing", "a: 1\nb: *x\n",
                "syntax x.yaml:2:4: found the referenced anchor is not defined, expected well-formed YAML"},
        BadYaml{"tag", "a: !!python/object:os.system 5\n",
                std::string("syntax x.yaml:1:4: found the tag \"tag:yaml.org,2002:python/object:os.system\"") + kPlain},
        BadYaml{"local_tag", "a:\n  b: !secret 5\n", std::string("syntax x.yaml:2:6: found the tag \"!secret\"") + kPlain},
        BadYaml{"second_document", "a: 1\n---\nb: 2\n",
                "syntax x.yaml:2:1: found a second document, expected one document in a file"},
        BadYaml{"duplicate_key", "id: a\ntitle: b\nid: c\n",
                "duplicate_key x.yaml:3:1: found the key \"id\" a second time, expected every key once"},
        BadYaml{"duplicate_key_in_another_quote", "{id: a, 'id': c}",
                "duplicate_key x.yaml:1:9: found the key \"id\" a second time, expected every key once"},
        BadYaml{"collection_as_a_key", "? [a, b]\n: c\n", std::string("syntax x.yaml:1:3: found a collection as a key") + kPlain},
        BadYaml{"too_deep", "[[[[[[1]]]]]]", "too_large x.yaml:1:6: found more than 5 levels, expected fewer"},
        BadYaml{"too_many_values", list_of(60), "too_large x.yaml:1:149: found more than 50 values, expected fewer"},
        BadYaml{"too_large", std::string(4001, 'a'), "too_large x.yaml: found 4001 bytes, expected at most 4000 bytes"},
        BadYaml{"byte_order_mark",
                "\xEF\xBB\xBF"
                "a: 1",
                "encoding x.yaml:1:1: found a byte order mark, expected UTF-8 without one"},
        BadYaml{"latin_1", "a: 1\nb: caf\xE9\n", "encoding x.yaml:2:7: found a byte that is not UTF-8, expected UTF-8"},
        BadYaml{"escaped_nul", "a: 1\nb: \"x\\0y\"\n", "encoding x.yaml:2:4: found a control character, expected printable text"},
        BadYaml{"escaped_bell_in_a_key", "\"x\\a\": 1\n",
                "encoding x.yaml:1:1: found a control character, expected printable text"},
        BadYaml{"open_bracket", "a: [1, 2\n",
                "syntax x.yaml:2:1: found end of sequence flow not found, expected well-formed YAML"},
        BadYaml{"tab_as_indent", "a:\n\tb: 1\n", "syntax x.yaml:2:3: found illegal map value, expected well-formed YAML"},
        BadYaml{"wrong_indent", "a: 1\n  b: 2\n", "syntax x.yaml:2:4: found illegal map value, expected well-formed YAML"}),
    [](const auto& each) { return each.param.name; });

TEST(Yaml, stops_at_absurd_depth_without_a_crash) {
  for (const char* opening : {"[", "{a: ", "- ", "? "}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += opening;
    const auto tree = parse_yaml(text, "x.yaml");
    ASSERT_FALSE(tree) << opening;
    EXPECT_GT(tree.error().faults.front().place.line, 0) << opening;
  }
}

}  // namespace
}  // namespace koers
