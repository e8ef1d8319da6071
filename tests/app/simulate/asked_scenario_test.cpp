// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/asked_scenario.h"

#include <filesystem>
#include <fstream>

#include "app/city_fixture.h"

namespace koers::test {
namespace {

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

class AskedScenarioTest : public ::testing::Test {
 protected:
  AskedScenarioTest() { std::filesystem::create_directories(folder_); }
  ~AskedScenarioTest() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& text) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << text;
    return path;
  }

  std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("koers-scenario." + std::to_string(::getpid()));
};

constexpr const char* kYaml = R"(id: plan
title: {nl: Plan, en: Plan}
summary: {nl: Wat als, en: What if}
steps:
  - name: park
    form: public_space
    area: district/WK063701
    from: 2025
    amount: 0.5
)";

TEST_F(AskedScenarioTest, IsADocumentOfTheCityOrAFile) {
  EXPECT_EQ(scenario_called("entree", city())->steps.size(), 5U);
  EXPECT_TRUE(scenario_called("baseline", city())->steps.empty());
  const auto yaml = scenario_called(file("plan.yaml", kYaml), city());
  ASSERT_TRUE(yaml) << yaml.error().message;
  EXPECT_EQ(yaml->steps.front().amount, parse_decimal("0.5"));
  const auto json = scenario_called(
      file("plan.json", R"({"id":"plan","title":{"nl":"P","en":"P"},"summary":{"nl":"W","en":"W"},"steps":[]})"), city());
  ASSERT_TRUE(json) << json.error().message;
  EXPECT_EQ(json->id.str(), "plan");
}

TEST_F(AskedScenarioTest, BaselineIsThereInACityThatHasNoneAndNothingElseIs) {
  const City empty;
  EXPECT_TRUE(scenario_called("baseline", empty)->steps.empty());
  const auto refused = scenario_called("towers", city());
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().faults.front().expected.find("entree"), std::string::npos);
}

TEST_F(AskedScenarioTest, FaultsOfAFileHaveTheirPlace) {
  std::string text = kYaml;
  text.replace(text.find("WK063701"), 8, "WK999999");
  const std::string path = file("wrong.yaml", text);
  const auto refused = scenario_called(path, city());
  ASSERT_FALSE(refused);
  const Fault& fault = refused.error().faults.front();
  EXPECT_EQ(fault.rule, "unknown_reference");
  EXPECT_EQ(fault.place.file, path);
  EXPECT_EQ(fault.place.line, 7);
  EXPECT_EQ(fault.path, "scenario/plan steps[0].area");
  EXPECT_FALSE(scenario_called(file("cut.yaml", "id: [plan"), city()));
  EXPECT_FALSE(scenario_called(file("two.yaml", "- {id: a}\n- {id: b}\n"), city()));
  EXPECT_FALSE(scenario_called((folder_ / "nowhere.yaml").string(), city()));
}

TEST_F(AskedScenarioTest, OneThatTakesThePlaceOfADocumentIsHeldAgainstTheCityWithoutIt) {
  Scenario own = *scenario_called("entree", city());
  own.steps.resize(1);
  EXPECT_TRUE(checked_scenario(own, city()));
  own.steps.front().number = -5;
  const auto refused = checked_scenario(own, city());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.size(), 1U);
  EXPECT_EQ(refused.error().faults.front().rule, "range");
}

}  // namespace
}  // namespace koers::test
