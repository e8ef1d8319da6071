// SPDX-License-Identifier: EUPL-1.2
#include "app/simulate/simulate_city.h"

#include <sstream>

#include "app/city_fixture.h"
#include "app/simulate/population_csv.h"

namespace koers::test {
namespace {

using nlohmann::ordered_json;

const City& city() {
  static const City kCity = read_city(zoetermeer()).value();
  return kCity;
}

RunRequest small_request() {
  RunRequest out;
  out.years = 2;
  out.replicates = 2;
  return out;
}

const ordered_json& small_run() {
  static const ordered_json kRun = to_json(simulate_city(city(), small_request()).value());
  return kRun;
}

const simulate::TableFit* table(const simulate::FitReport& report, std::string_view name) {
  for (const auto& each : report.tables) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

TEST(SimulateCity, TheStartingPopulationAgreesWithTheMargins) {
  const auto made = synthesise_city(city(), {}).value();
  EXPECT_EQ(made.margins.year, 2022);
  EXPECT_EQ(made.population.persons.rows(), 125'770U);
  EXPECT_EQ(made.population.dwellings.rows(), 56'668U);
  for (const auto& fit : made.report.tables) EXPECT_LT(fit.srmse, fit.controlled ? 0.3 : 1.5) << fit.name;
  EXPECT_EQ(unknown_margins(made.margins), std::vector<std::string>{"rooms"});
}

TEST(SimulateCity, AMarginThatIsHeldOutIsOnlyComparedWith) {
  SynthesisRequest request;
  request.held_out = {margin_to_hold_out("education").value()};
  const auto made = synthesise_city(city(), request).value();
  ASSERT_NE(table(made.report, "education"), nullptr);
  EXPECT_FALSE(table(made.report, "education")->controlled);
  const auto wrong = margin_to_hold_out("people");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().faults.front().path, "--held-out");
}

TEST(SimulateCity, TheSameRunGivesTheSameJsonOnAnyNumberOfThreads) {
  EXPECT_EQ(small_run(), to_json(simulate_city(city(), small_request()).value()));
  RunRequest threaded = small_request();
  threaded.synthesis.threads = 3;
  EXPECT_EQ(small_run(), to_json(simulate_city(city(), threaded).value()));
}

TEST(SimulateCity, ARunSaysWhatItIsMadeOfAndWhatItTells) {
  const ordered_json& run = small_run();
  EXPECT_EQ(run["city"], "Zoetermeer");
  EXPECT_EQ(run["scenario"], "baseline");
  EXPECT_EQ(run["startYear"], 2022);
  EXPECT_EQ(run["inputsHash"].get<std::string>().size(), 64U);
  EXPECT_EQ(run["series"].size(), 1U + 9 + 26);
  EXPECT_EQ(run["series"][0]["years"], ordered_json({2021, 2022, 2023}));
  EXPECT_EQ(run["series"][0]["values"]["persons"]["mean"][0], 125'770);
  EXPECT_EQ(run["escalator"]["steps"].size(), simulate::kLifeStages);
  EXPECT_FALSE(run["chains"].empty());
  EXPECT_EQ(run["unknownMargins"], ordered_json({"rooms"}));
  ASSERT_FALSE(run["estimatedMargins"].empty());
  for (const auto& each : run["estimatedMargins"]) {
    EXPECT_GT(each["error"].get<double>(), 0) << each;
    EXPECT_FALSE(each["source"].get<std::string>().empty()) << each;
  }
}

TEST(SimulateCity, OtherParametersAreNamedAndChangeTheHash) {
  RunRequest request = small_request();
  request.replicates = 1;
  request.years = 1;
  request.parameters = {{"birth_scale", 0.5}};
  const auto run = to_json(simulate_city(city(), request).value());
  EXPECT_EQ(run["parameters"], ordered_json({{"birth_scale", 0.5}}));
  EXPECT_NE(run["inputsHash"], small_run()["inputsHash"]);
}

TEST(SimulateCity, WrongParametersAndCancellingEndIt) {
  RunRequest wrong = small_request();
  wrong.parameters = {{"birth_scale", 99}, {"no_such", 1}};
  const auto refused = simulate_city(city(), wrong);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().faults.size(), 2U);
  const auto cancelled = simulate_city(city(), small_request(), [](std::uint32_t, std::uint32_t) { return false; });
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().code, ErrorCode::cancelled);
}

TEST(SimulateCity, TheTablesHaveALineForEachPersonHouseholdAndDwelling) {
  const auto made = synthesise_city(city(), {}).value();
  std::ostringstream persons;
  std::ostringstream dwellings;
  write_persons_csv(persons, made.population);
  write_dwellings_csv(dwellings, made.population);
  const std::string text = persons.str();
  EXPECT_EQ(std::ranges::count(text, '\n'), 125'771);
  const std::string homes = dwellings.str();
  EXPECT_EQ(std::ranges::count(homes, '\n'), 56'669);
  EXPECT_TRUE(homes.starts_with("dwelling,neighbourhood,household,type,"));
}

}  // namespace
}  // namespace koers::test
