// SPDX-License-Identifier: EUPL-1.2
// koers simulate effects: what the scenarios of a city do, beside each other.
#include <cmath>
#include <iostream>

#include "app/simulate/asked_scenario.h"
#include "app/simulate/effect_table.h"
#include "app/whole_file.h"
#include "cli/run_options.h"

namespace koers::cli {
namespace {

struct Options {
  std::shared_ptr<RunOptions> run;
  std::vector<std::string> scenarios;
  std::string csv;
};

Result<EffectTableRequest> request_of(const Options& options, const City& city) {
  auto run = run_request(*options.run);
  if (!run) return std::unexpected(run.error());
  auto baseline = scenario_called("baseline", city);
  if (!baseline) return std::unexpected(baseline.error());
  EffectTableRequest out{std::move(*run), scenarios_to_weigh(city)};
  out.baseline.scenario = std::move(*baseline);
  if (options.scenarios.empty()) return out;
  out.scenarios.clear();
  for (const std::string& name : options.scenarios) {
    auto scenario = scenario_called(name, city);
    if (!scenario) return std::unexpected(scenario.error());
    out.scenarios.push_back(std::move(*scenario));
  }
  return out;
}

std::string in_words(const simulate::Estimate& each, int decimals) {
  if (std::isnan(each.mean)) return "-";
  const std::string mean = rounded(each.mean, decimals);
  if (std::isnan(each.low)) return mean;
  return mean + " (" + rounded(each.low, decimals) + " to " + rounded(each.high, decimals) + ')';
}

void print_row(const ScenarioEffects& row) {
  std::cout << '\n'
            << row.facts.request.scenario->id.str() << (row.effort ? ", for " + row.effort->str() : "") << ", inputs "
            << row.facts.inputs_hash << '\n';
  for (const MechanismEffect& each : row.mechanisms) {
    std::cout << each.mechanism.str() << '\t' << (each.effect ? in_words(*each.effect, 3) : "not simulated") << '\n';
  }
  for (const CityChange& each : row.changes) {
    for (const char* name : {"persons", "dwellings", "social_rent", "lowest_income_share", "young_families"}) {
      if (each.indicator == name) std::cout << name << '\t' << in_words(each.change, 1) << '\n';
    }
  }
  std::cout << "others freed per dwelling\t" << in_words(row.others_freed, 2) << "\tanywhere\t"
            << in_words(row.others_freed_anywhere, 2) << '\n';
}

void print(const EffectTable& table) {
  std::cout << table.baseline.city << ", " << table.baseline.request.years << " years, " << table.replicates
            << " replicates, seed " << table.baseline.request.synthesis.seed
            << "; plan minus baseline, mechanisms in standard deviations\n";
  for (const ScenarioEffects& row : table.rows) print_row(row);
}

int run(const Options& options) {
  const RunOptions& asked = *options.run;
  const auto city = city_of(asked.city);
  if (!city) return refuse(city.error(), asked.as_json);
  const auto request = request_of(options, *city);
  if (!request) return refuse(request.error(), asked.as_json);
  nlohmann::ordered_json command = asked_json("effects", asked);
  command["scenarios"] = options.scenarios;
  auto around = surroundings(asked, command, {});
  if (!around) return refuse(around.error(), asked.as_json);
  const auto done = with_progress(
      asked, [&](const simulate::Progress& progress) { return effect_table(*city, *request, progress, around->run_all); });
  if (!done) return refuse(by_option(done.error()), asked.as_json);
  if (!options.csv.empty()) {
    const auto written = write_whole(options.csv, to_csv(*done));
    if (!written) return refuse(written.error(), asked.as_json);
  }
  return tell(asked, *around, *done, print);
}

}  // namespace

void add_simulate_effects(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  options->run = run_options_of(program);
  CLI::App* command = add_part(simulate, "effects", "What the city's scenarios do to it and to its mechanisms, beside each other",
                               "koers simulate effects --city cities/zoetermeer --replicates 20 --csv effects.csv");
  command->add_option("scenarios", options->scenarios, "scenarios of the city, or files; all but `baseline`, if none is given");
  add_start_options(*command, *options->run);
  add_run_options(*command, *options->run);
  command->add_option("--csv", options->csv, "a file to write the table to, a row per scenario and number");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace koers::cli
