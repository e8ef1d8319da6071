// SPDX-License-Identifier: EUPL-1.2
// What cannot be written down as text in planted-faults.txt: wrong bytes, absurd sizes, files that are not there.
#include <gtest/gtest.h>

#include <algorithm>

#include "packages.h"

namespace koers {
namespace {

using Lines = std::vector<std::string>;

Files without(const std::string& name) {
  Files files = small_city_files();
  std::erase_if(files, [&](const PackageFile& file) { return file.name == name; });
  return files;
}

TEST(PackageFault, is_a_missing_manifest) {
  EXPECT_EQ(faults_of({}), Lines{"missing_file city.yaml: found nothing, expected the manifest of the city"});
  EXPECT_EQ(faults_of(without("city.yaml")), Lines{"missing_file city.yaml: found nothing, expected the manifest of the city"});
}

TEST(PackageFault, is_a_byte_that_is_not_utf_8_in_any_file) {
  for (const char* name : {"funds.yaml", "boundaries.geojson", "statistics/telling.csv"}) {
    EXPECT_EQ(faults_of(with(small_city_files(), name, "", "ab\ncaf\xE9\n")),
              Lines{std::string("encoding ") + name + ":2:4: found a byte that is not UTF-8, expected UTF-8"});
  }
}

TEST(PackageFault, is_a_byte_order_mark_in_any_file) {
  for (const char* name : {"city.yaml", "boundaries.geojson", "statistics/telling.csv"}) {
    EXPECT_EQ(faults_of(with(small_city_files(), name, "", "\xEF\xBB\xBFid: x\n")),
              Lines{std::string("encoding ") + name + ":1:1: found a byte order mark, expected UTF-8 without one"});
  }
}

TEST(PackageFault, is_a_file_of_absurd_size) {
  EXPECT_EQ(faults_of(with(small_city_files(), "funds.yaml", "", std::string((16U << 20U) + 1, '\n'))),
            Lines{"too_large funds.yaml: found 16777217 bytes, expected at most 16777216 bytes"});
}

TEST(PackageFault, is_a_text_of_absurd_length) {
  const std::string name(kMaxTextBytes, 'x');
  EXPECT_TRUE(faults_of(with(small_city_files(), "partners.yaml", "De Corporatie", name)).empty());
  EXPECT_EQ(
      faults_of(with(small_city_files(), "partners.yaml", "De Corporatie", name + 'x')),
      Lines{"too_large partners.yaml:3:9: name: found \"" + std::string(60, 'x') + "…\", expected at most 20000 bytes of text"});
}

TEST(PackageFault, is_a_file_that_comes_twice) {
  Files files = small_city_files();
  files.push_back(*std::find_if(files.begin(), files.end(), [](const PackageFile& file) { return file.name == "funds.yaml"; }));
  EXPECT_EQ(faults_of(files), Lines{"double_id funds.yaml:2:3: id: found a second fund/reserve, expected every id once"});
}

TEST(PackageFault, is_a_second_city) {
  Files files = small_city_files();
  files.push_back(
      {"city.yaml", "id: grootstad\nformat: 1\nname: Grootstad\nmunicipality: GM0001\nlanguages: [nl, en]\nlicence: MIT\n"});
  EXPECT_EQ(faults_of(files),
            Lines{"double_id city.yaml:1:5: id: found a second city/grootstad, expected one city in a package"});
}

TEST(PackageFault, is_a_city_without_languages) {
  const auto faults = faults_of(with(small_city_files(), "city.yaml", "languages: [nl, en]\n", ""));
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults.front(), "missing_field city.yaml:2:1: languages: found no language, expected at least one");
}

TEST(PackageFault, is_given_for_every_document_of_a_file) {
  const auto faults = faults_of(with(small_city_files(), "pillars.yaml", "", "- 1\n- {}\n- id: x\n"));
  ASSERT_GT(faults.size(), 3U);
  EXPECT_EQ(faults[0], "type pillars.yaml:1:3: found 1, expected a mapping of fields");
  EXPECT_EQ(faults[1], "missing_field pillars.yaml:2:3: id: found nothing, expected the field `id`");
  EXPECT_EQ(faults.back(), "missing_field pillars.yaml:3:3: summary: found nothing, expected the field `summary`");
}

TEST(PackageFault, is_never_markup_in_a_text) {
  const std::string markup = R"('<script>alert("x")</script> & <b>vet</b> [link](javascript:x)')";
  const auto reading = read_package(with(small_city_files(), "partners.yaml", "De Corporatie", markup));
  ASSERT_TRUE(reading.faults.empty());
  EXPECT_EQ(reading.city.all<Partner>().front().name, R"(<script>alert("x")</script> & <b>vet</b> [link](javascript:x))");
}

class FileName : public testing::TestWithParam<const char*> {};

TEST_P(FileName, that_a_package_does_not_have_is_refused) {
  Files files = small_city_files();
  files.push_back({GetParam(), "[]"});
  EXPECT_EQ(faults_of(files), Lines{std::string("unknown_file ") + GetParam() +
                                    ": found a file that a package does not have, expected city.yaml, <kind>.yaml, "
                                    "boundaries.geojson or statistics/<source>.csv"});
}

INSTANTIATE_TEST_SUITE_P(each, FileName,
                         testing::Values("../city.yaml", "./city.yaml", "City.yaml", "city.yml", "sub/city.yaml", ".yaml", "yaml",
                                         "cities.yaml", "boundaries.yaml", "policy_documents.yaml", "statistics/.csv",
                                         "statistics/../x.csv", "statistics/a/b.csv", "statistics/a b.csv", "statistics\\x.csv",
                                         "statistics/x.csv.exe", "C:city.yaml", "README.md"));

}  // namespace
}  // namespace koers
