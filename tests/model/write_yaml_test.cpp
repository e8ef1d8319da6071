// SPDX-License-Identifier: EUPL-1.2
#include "model/write_yaml.h"

#include <gtest/gtest.h>

#include "packages.h"

namespace koers {
namespace {

Partner partner(const std::string& name) {
  return {Id<Partner>("p"), name, PartnerType::care, {{{"en", name}, {"nl", "kort"}}}, {{Id<Source>("s"), name}}};
}

template <Record R>
std::optional<R> read_back(const std::string& yaml) {
  const auto tree = parse_yaml(yaml, "x.yaml");
  if (!tree) return std::nullopt;
  std::vector<Fault> faults;
  R record = RecordReader(faults).read<R>(*tree);
  return faults.empty() ? std::optional(record) : std::nullopt;
}

class NastyText : public testing::TestWithParam<std::string> {};

TEST_P(NastyText, is_read_back_as_it_was_written) {
  const Partner written = partner(GetParam());
  const auto read = read_back<Partner>(to_yaml(written));
  ASSERT_TRUE(read) << to_yaml(written);
  EXPECT_EQ(*read, written) << to_yaml(written);
  EXPECT_EQ(to_yaml(*read), to_yaml(written));
}

INSTANTIATE_TEST_SUITE_P(
    each, NastyText,
    testing::Values(
        // numbers, dates and words that mean something else without quotes
        "5", "-5", "1.5", "007", "1e5", "0x1F", "1_000", ".5", "5.", "9999999999999999", "2021-06-14", "2020/2022", "12:30:45",
        "null", "Null", "NULL", "~", "true", "false", "True", "yes", "no", "on", "off", "y", "n", ".inf", ".nan",
        // signs that mean something at the start
        "- streepje", "-", "--", "---", "...", "? vraag", "?", ": dubbel", ":", "# hekje", "#", "& en", "*ster", "!uitroep",
        "| pijp", "> groter", "%procent", "@apenstaart", "`accent`", "{accolade}", "[haak]", "'", "\"", "''", "\"\"", "'enkel'",
        "\"dubbel\"", ",",
        // signs that mean something inside
        "a: b", "a:", "a #b", "a, b", "a] b", "a} b", "it's", "say \"ja\"", "back\\slash", "Past het?", "Past het? Ja", "a\rb",
        "C:\\nieuw\\tekst", "<<", "=", "<b>vet</b>", "{{ x }}", "${HOME}",
        // blanks and line breaks
        " voor", "na ", " ", "\t", "a\tb", "een\ntwee", "een\n\ntwee\n", "\n", "\n\n", " a\n b ", "a\r\nb", "\r", "- a\n- b",
        "a: 1\nb: 2",
        // other characters
        "één coöperatie à la carte", "€ 5", "🏘", "👩‍👩‍👧", "\xC2\xA0", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF",
        "\xEF\xBF\xBE", "\xE2\x80\x8B", "مدينة", "\xF4\x8F\xBF\xBF",
        // long
        "Meervoudigepersoonlijkheidsstoornisbehandelingsovereenkomstverlengingsprocedurebezwaarschriftencommissie",
        std::string(5'000, 'x'), std::string(2'000, ' ') + "x", std::string(200, '-')));

TEST(WriteYaml, puts_small_mappings_on_one_line) {
  EXPECT_EQ(to_yaml_item(partner("De Corporatie")),
            "- id: p\n"
            "  name: De Corporatie\n"
            "  type: care\n"
            "  summary: {en: De Corporatie, nl: kort}\n"
            "  sources: [{source: s, section: De Corporatie}]\n");
}

TEST(WriteYaml, quotes_texts_that_look_like_something_else_and_only_those) {
  const std::string yaml = to_yaml(partner("5"));
  EXPECT_NE(yaml.find("name: \"5\"\n"), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("id: p\n"), std::string::npos) << yaml;
}

TEST(WriteYaml, leaves_out_the_status_that_a_reader_assumes) {
  Influence influence = small_city().all<Influence>().front();
  EXPECT_EQ(to_yaml(influence).find("status"), std::string::npos);
  influence.status = Status::source;
  EXPECT_NE(to_yaml(influence).find("status: source"), std::string::npos);
}

TEST(WriteYaml, of_every_document_is_read_back_as_the_same) {
  for_each_kind([&]<class T>(RecordTag<T>) {
    if constexpr (!std::is_same_v<T, Boundary>) {
      for (const T& record : small_city().all<T>()) EXPECT_EQ(read_back<T>(to_yaml(record)), record) << to_yaml(record);
    }
  });
}

}  // namespace
}  // namespace koers
