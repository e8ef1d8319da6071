// SPDX-License-Identifier: EUPL-1.2
#include "gather/mapping.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "gather/gather_city.h"
#include "model/package.h"

namespace koers::test {
namespace {

const std::string kPeople = "  - {indicator: people, column: [n]}\n";

std::vector<std::string> faults_of(const std::string& yaml) {
  const auto mapping = gather::read_mapping(yaml, "feed.yaml", gather_city());
  return mapping ? std::vector<std::string>{} : lines_of(mapping.error().faults);
}

TEST(Mapping, IsReadWithAllThatItSays) {
  const auto mapping =
      mapping_of("  - {indicator: income, column: [g_ink, ink], factor: 1000, units: [euro], period: \"{year}\"}\n");
  ASSERT_EQ(mapping.figures.size(), 1U);
  EXPECT_EQ(mapping.figures[0].column, (gather::ColumnNames{"g_ink", "ink"}));
  EXPECT_EQ(mapping.figures[0].factor, (Decimal{1000, 0}));
  EXPECT_EQ(mapping.missing, std::vector<std::string>{"."});
}

TEST(Mapping, AnUnknownIndicatorIsRefusedAtItsLineAndColumn) {
  EXPECT_EQ(faults_of(mapping_text("  - {indicator: nothing-such, column: [n]}\n")),
            std::vector<std::string>{"unknown_reference 9:17 nothing-such"});
}

TEST(Mapping, AnUnknownFieldIsRefused) {
  const auto faults = faults_of(mapping_text("  - {indicator: people, column: [n], colour: red}\n"));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_TRUE(faults[0].starts_with("unknown_field 9:")) << faults[0];
}

TEST(Mapping, APeriodMustBeOneOfBothAndMakeSense) {
  std::string text = mapping_text(kPeople);
  const std::string fixed = "period: {fixed: \"2022-01-01\"}";
  const auto with_period = [&](const std::string& period) {
    std::string copy = text;
    return faults_of(copy.replace(copy.find(fixed), fixed.size(), period));
  };
  EXPECT_EQ(with_period("period: {fixed: \"{year}\"}").size(), 0U);
  EXPECT_EQ(with_period("period: {column: [jaar]}").size(), 0U);
  EXPECT_EQ(with_period("period: {fixed: \"lately\"}").size(), 1U);
  EXPECT_EQ(with_period("period: {column: [jaar], fixed: \"2022\"}").size(), 1U);
}

TEST(Mapping, AnIndicatorStandsOnceAPeriod) {
  EXPECT_EQ(faults_of(mapping_text(kPeople + "  - {indicator: people, column: [m]}\n")).size(), 1U);
  EXPECT_EQ(faults_of(mapping_text(kPeople + "  - {indicator: people, column: [m], period: \"2021-01-01\"}\n")).size(), 0U);
}

TEST(Mapping, ASmallestWithoutADenominatorIsRefused) {
  EXPECT_EQ(faults_of(mapping_text("  - {indicator: share, column: [p], smallest: 30}\n")).size(), 1U);
  EXPECT_EQ(faults_of(mapping_text("  - {indicator: share, column: [p], smallest: 30, denominator: [n]}\n")).size(), 0U);
}

TEST(Mapping, NamesBesideACrosswalkAreRefused) {
  std::string text = mapping_text(kPeople);
  const std::string area = "area: {code: [code], name: [name]}";
  text.replace(text.find(area), area.size(), "area: {code: [code], name: [name], crosswalk: postcodes}");
  EXPECT_EQ(faults_of(text), std::vector<std::string>{"type 6:28 names beside a crosswalk"});
}

TEST(Mapping, TheShippedOnesFitTheExampleCity) {
  City city;
  {
    PackageReading reading;
    std::vector<PackageFile> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(KOERS_CITIES "/zoetermeer")) {
      if (!entry.is_regular_file() || entry.path().extension() == ".csv") continue;
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      files.push_back(PackageFile{entry.path().filename().string(), text.str()});
    }
    city = read_package(files).city;
  }
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator(KOERS_MAPPINGS)) {
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const auto mapping = gather::read_mapping(text.str(), entry.path().filename().string(), city);
    EXPECT_TRUE(mapping) << entry.path() << ": " << to_string(mapping.error().faults.at(0));
    ++read;
    if (mapping && mapping->id == "cbs-kwb") {
      EXPECT_EQ(mapping->year_of("85318NED"), Year{2022});
      EXPECT_EQ(mapping->year_of("99999NED"), std::nullopt);
      EXPECT_GE(mapping->figures.size(), 70U);
    }
  }
  EXPECT_GE(read, 2);
}

}  // namespace
}  // namespace koers::test
