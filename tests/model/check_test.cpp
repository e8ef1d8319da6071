// SPDX-License-Identifier: EUPL-1.2
// The mistakes are in planted-faults.txt, for people to read and extend.
#include "model/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "packages.h"

namespace koers {
namespace {

struct Mistake {
  std::string name;
  std::string file;
  std::string replace;
  std::string with;
  std::vector<std::string> faults;
};

std::string unescape(std::string text) {
  for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) text.replace(at, 2, "\n");
  return text;
}

void add_line(std::vector<Mistake>& mistakes, const std::string& line) {
  const auto colon = line.find(':');
  const std::string key = line.substr(0, colon);
  const std::string value = line.size() > colon + 2 ? unescape(line.substr(colon + 2)) : "";
  if (key == "name") mistakes.emplace_back();
  if (mistakes.empty()) throw std::invalid_argument("planted-faults.txt must begin with a name");
  Mistake& mistake = mistakes.back();
  if (key == "fault") return mistake.faults.push_back(value);
  const std::map<std::string, std::string*> fields{
      {"name", &mistake.name}, {"in", &mistake.file}, {"replace", &mistake.replace}, {"with", &mistake.with}};
  *fields.at(key) = value;
}

std::vector<Mistake> read_mistakes() {
  std::vector<Mistake> mistakes;
  std::ifstream in(KOERS_SOURCE_DIR "/tests/model/planted-faults.txt");
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && !line.starts_with('#')) add_line(mistakes, line);
  }
  return mistakes;
}

Files make(const Mistake& mistake) {
  Files files = small_city_files();
  const bool is_new =
      std::none_of(files.begin(), files.end(), [&](const PackageFile& each) { return each.name == mistake.file; });
  if (!is_new) return with(std::move(files), mistake.file, mistake.replace, mistake.with);
  files.push_back({mistake.file, mistake.with});
  return files;
}

class PlantedFault : public testing::TestWithParam<Mistake> {};

TEST_P(PlantedFault, is_named_with_its_place) { EXPECT_EQ(faults_of(make(GetParam())), GetParam().faults); }

INSTANTIATE_TEST_SUITE_P(each, PlantedFault, testing::ValuesIn(read_mistakes()),
                         [](const auto& each) { return each.param.name; });

std::set<std::string> rules_of_mistakes() {
  std::set<std::string> rules;
  for (const Mistake& mistake : read_mistakes()) {
    for (const std::string& fault : mistake.faults) rules.insert(fault.substr(0, fault.find(' ')));
  }
  return rules;
}

TEST(Check, has_a_planted_fault_for_every_rule) {
  // `encoding` of bytes, `too_large` and a missing manifest cannot be written as text; package_faults_test.cpp has them.
  const std::set<std::string> expected{"circle",
                                       "columns",
                                       "contract",
                                       "double_id",
                                       "double_number",
                                       "duplicate_key",
                                       "empty",
                                       "encoding",
                                       "format",
                                       "geometry",
                                       "mandate",
                                       "missing_field",
                                       "missing_source",
                                       "missing_text",
                                       "personal_data",
                                       "range",
                                       "sum",
                                       "syntax",
                                       "term",
                                       "type",
                                       "unknown_field",
                                       "unknown_file",
                                       "unknown_language",
                                       "unknown_reference",
                                       "unknown_unit",
                                       "weights",
                                       "years_out_of_order"};
  EXPECT_EQ(rules_of_mistakes(), expected);
}

TEST(Check, finds_nothing_wrong_in_the_small_city) { EXPECT_EQ(faults_of(small_city_files()), std::vector<std::string>{}); }

TEST(Check, finds_nothing_wrong_in_zoetermeer) { EXPECT_EQ(faults_of(zoetermeer_files()), std::vector<std::string>{}); }

TEST(Check, counts_what_zoetermeer_has) {
  auto counts = count_by_kind(zoetermeer());
  const std::map<std::string, int> expected{{"guideline", 6}, {"challenge", 17}, {"mechanism", 5}, {"principle", 3},
                                            {"outcome", 4},   {"pillar", 2},     {"district", 9},  {"neighbourhood", 26},
                                            {"city", 1},      {"vision", 1}};
  for (const auto& [kind, count] : expected) EXPECT_EQ(counts[kind], count) << kind;
  EXPECT_GE(counts["policy_document"], 40);
  EXPECT_EQ(counts.size(), 40U);
}

TEST(Check, knows_the_economic_budget_of_zoetermeer_to_the_euro) {
  const Budget* budget = zoetermeer().all<Budget>().find("actieagenda-economie-2020-2022");
  ASSERT_NE(budget, nullptr);
  EXPECT_EQ(to_string(budget->total_costs), "830000");
  EXPECT_EQ(to_string(budget->total_cover), "630000");
  EXPECT_EQ(to_string(budget->shortfall), "200000");
}

TEST(Check, allows_the_rounding_of_the_cbs_in_a_sum_of_districts) {
  const auto city_of = [](const char* count) {
    return faults_of(with(small_city_files(), "statistics/telling.csv", ",300,", count));
  };
  EXPECT_TRUE(city_of(",307,").empty()) << "half a step of five for each of two districts and the city";
  EXPECT_FALSE(city_of(",308,").empty());
}

TEST(Check, does_not_sum_districts_when_one_is_not_counted) {
  auto files = with(small_city_files(), "statistics/telling.csv", ",300,", ",900,");
  files = with(std::move(files), "statistics/telling.csv", "inwoners,district/WK000100,2022-01-01,100,final,tabel 1,\n", "");
  EXPECT_TRUE(faults_of(files).empty());
}

TEST(Check, adds_absurd_amounts_without_wrapping_around) {
  std::string lines;
  for (int i = 0; i < 200; ++i) {
    lines += "    - kind: cover\n      label: {en: A, nl: B}\n      amount: 999999999999999\n";
  }
  const auto faults = faults_of(with(small_city_files(), "budgets.yaml", "  total_costs:", lines + "  total_costs:"));
  EXPECT_EQ(faults.size(), 2U) << "the total of the cover and the shortfall";
}

TEST(Check, stops_counting_faults_at_a_thousand) {
  std::string text = "indicator,area,period,value,status,section,note\n";
  for (int i = 0; i < 2'000; ++i) text += "x,y,z,,,,\n";
  auto files = small_city_files();
  files.push_back({"statistics/onzin.csv", text});
  EXPECT_EQ(faults_of(files).size(), kMaxFaults);
}

}  // namespace
}  // namespace koers
