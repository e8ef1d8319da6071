// SPDX-License-Identifier: EUPL-1.2
// koers simulate run, compare and runs.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>

#include "app/simulate/asked_scenario.h"
#include "app/simulate/compare_plans.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/run_options.h"

namespace koers::cli {
namespace {

using nlohmann::ordered_json;

// — what is printed

std::string estimate(const simulate::Estimate& each, int decimals = 0) {
  if (std::isnan(each.low)) return rounded(each.mean, decimals);  // of one replicate
  return rounded(each.mean, decimals) + " (" + rounded(each.low, decimals) + " to " + rounded(each.high, decimals) + ')';
}

void print_run(const CityRun& run) {
  const simulate::AreaSeries& city = run.series.front();
  const RunFacts& facts = run.facts;
  std::cout << facts.city << ", " << facts.request.years << " years from 1 January " << facts.start_year << ", "
            << facts.request.replicates << " replicates, seed " << facts.request.synthesis.seed << "\ninputs "
            << facts.inputs_hash << "\n\nindicator\tunit\t" << city.years.front() << '\t' << city.years.back() << "\n";
  for (std::size_t i = 0; i < simulate::indicators().size(); ++i) {
    const simulate::Indicator& indicator = simulate::indicators()[i];
    const int decimals = indicator.unit == "persons" || indicator.unit == "households" || indicator.unit == "dwellings" ? 0 : 2;
    std::cout << indicator.name << '\t' << indicator.unit << '\t' << rounded(city.values[i].front().mean, decimals) << '\t'
              << estimate(city.values[i].back(), decimals) << '\n';
  }
  std::cout << "\nThe escalator: breadth " << estimate(run.escalator.breadth, 2) << ", length "
            << estimate(run.escalator.length, 1) << " years, stays in the city " << estimate(run.escalator.stays_in_city, 2)
            << ", leak " << estimate(run.escalator.leak) << " households a year\n";
}

/// The change at the end of each area, and whether the interval holds 0.
void print_differences(const CityComparison& comparison, std::string_view name) {
  const auto& all = simulate::indicators();
  const auto row = static_cast<std::size_t>(std::ranges::find(all, name, &simulate::Indicator::name) - all.begin());
  std::cout << '\n' << all[row].sentence << ", plan minus baseline at the end (" << all[row].unit << "):\n";
  for (const simulate::AreaSeries& area : comparison.difference) {
    const simulate::Estimate& change = area.values[row].back();
    if (area.level == simulate::AreaLevel::neighbourhood || std::isnan(change.mean)) continue;
    std::cout << area.code << '\t' << estimate(change, 2) << (!(change.low > 0 || change.high < 0) ? "\tmay be chance" : "")
              << '\n';
  }
}

void print_comparison(const CityComparison& comparison) {
  const RunFacts& plan = comparison.plan;
  std::cout << plan.city << ": " << plan.request.scenario->id.str() << " beside "
            << comparison.baseline.request.scenario->id.str() << ", " << plan.request.years << " years from 1 January "
            << plan.start_year << ", " << comparison.replicates << " replicates of each\ninputs " << plan.inputs_hash << " and "
            << comparison.baseline.inputs_hash << '\n';
  for (const CrowdedArea& each : comparison.crowded) {
    std::cout << "Mind: " << rounded(each.dwellings, 0) << " dwellings on " << rounded(each.land_km2, 2) << " km2 in "
              << each.area << " is more than the most densely built district of the country has\n";
  }
  for (const char* name : {"persons", "lowest_income_share", "highest_income_share", "persons_65_plus_share"})
    print_differences(comparison, name);
  std::cout << "\nMechanisms, plan minus baseline, in standard deviations between municipalities (spread: between districts):\n";
  for (const MechanismEffect& each : comparison.mechanisms) {
    std::cout << each.mechanism.str() << '\t' << (each.effect ? estimate(*each.effect, 3) : "not simulated")
              << (each.is_spread ? "\tspread" : "") << '\n';
  }
  const simulate::PlanChains& chains = comparison.chains_of_plan;
  std::cout << "\nThe plan's dwellings: " << estimate(chains.dwellings) << " came free, each freed "
            << estimate(chains.others_freed, 2) << " others in the city, " << estimate(chains.others_freed_anywhere, 2)
            << " with those in other municipalities\n";
}

// — the commands

Result<RunRequest> request_of(const RunOptions& options, const City& city) {
  auto request = run_request(options);
  if (!request) return request;
  auto scenario = scenario_called(options.scenario, city);
  if (!scenario) return std::unexpected(scenario.error());
  request->scenario = std::move(*scenario);
  return request;
}

int run(const RunOptions& options) {
  const auto city = city_of(options.city);
  if (!city) return refuse(city.error(), options.as_json);
  const auto request = request_of(options, *city);
  if (!request) return refuse(request.error(), options.as_json);
  auto around = surroundings(options, asked_json("run", options), {"run"});
  if (!around) return refuse(around.error(), options.as_json);
  const auto done = with_progress(
      options, [&](const simulate::Progress& progress) { return simulate_city(*city, *request, progress, around->run_all); });
  if (!done) return refuse(by_option(done.error()), options.as_json);
  return tell(options, *around, *done, print_run);
}

int compare(const RunOptions& options) {
  const auto city = city_of(options.city);
  if (!city) return refuse(city.error(), options.as_json);
  const auto request = request_of(options, *city);
  if (!request) return refuse(request.error(), options.as_json);
  const auto against = scenario_called(options.against, *city);
  if (!against) return refuse(against.error(), options.as_json);
  auto around = surroundings(options, asked_json("compare", options), {"baseline", "plan"});
  if (!around) return refuse(around.error(), options.as_json);
  const auto done = with_progress(options, [&](const simulate::Progress& progress) {
    return compare_plans(*city, {*request, *against}, progress, around->run_all);
  });
  if (!done) return refuse(by_option(done.error()), options.as_json);
  return tell(options, *around, *done, print_comparison);
}

ordered_json json_of(const RunRecord& run) {
  return {{"id", run.id.str()},
          {"version", run.version},
          {"inputsHash", run.inputs_hash},
          {"seed", run.seed},
          {"asked", ordered_json::parse(run.parameters)},
          {"started", to_string(run.started)},
          {"finished", run.finished ? ordered_json(to_string(*run.finished)) : ordered_json()},
          {"state", name_of(run.state)}};
}

constexpr int kMostListed = 1'000;

/// Newest first; with an id, what that one told.
int list_runs(const RunOptions& options) {
  const auto store = open_existing(options.db);
  if (!store) return refuse(store.error(), options.as_json);
  if (!options.run_id.empty()) {
    const auto run = (*store)->runs().get(Id<RunRecord>(options.run_id));
    if (!run) return refuse({ErrorCode::not_found, "There is no run " + options.run_id + '.', {}}, options.as_json);
    ordered_json out = json_of(*run);
    if (run->results) out["results"] = ordered_json::parse(*run->results);
    std::cout << out.dump() << '\n';
    return kGood;
  }
  ordered_json all = ordered_json::array();
  for (const ListedRun& each : (*store)->runs().list(kEscalatorEngine, kMostListed)) all.push_back(json_of(each.run));
  if (options.as_json) {
    std::cout << all.dump() << '\n';
    return kGood;
  }
  for (const ordered_json& each : all) {
    std::cout << each["id"].get<std::string>() << '\t' << each["started"].get<std::string>() << '\t'
              << each["state"].get<std::string>() << '\t' << each["asked"]["command"].get<std::string>() << ' '
              << each["asked"]["scenario"].get<std::string>() << '\t' << each["inputsHash"].get<std::string>() << '\n';
  }
  return kGood;
}

void add_output_option(CLI::App& command, RunOptions& options) {
  command.add_option("--output", options.output,
                     "an empty folder for tables of every replicate, year and neighbourhood, and of chains");
}

void add_run(Program& program, CLI::App& simulate) {
  const auto options = run_options_of(program);
  CLI::App* command = add_part(simulate, "run", "Households, dwellings and moves, year by year",
                               "koers simulate run --city cities/zoetermeer --years 20 --replicates 20 --json");
  add_start_options(*command, *options);
  command->add_option("--scenario", options->scenario, "a scenario of the city, or a file with one")->capture_default_str();
  add_run_options(*command, *options);
  add_output_option(*command, *options);
  command->callback([options, &program] { program.exit_code = run(*options); });
}

void add_compare(Program& program, CLI::App& simulate) {
  const auto options = run_options_of(program);
  CLI::App* command = add_part(simulate, "compare", "What a plan changes: two scenarios with the same draws beside each other",
                               "koers simulate compare baseline entree --city cities/zoetermeer --replicates 20");
  command->add_option("against", options->against, "a scenario of the city, or a file with one")->required();
  command->add_option("plan", options->scenario, "another one")->required();
  add_start_options(*command, *options);
  add_run_options(*command, *options);
  add_output_option(*command, *options);
  command->callback([options, &program] { program.exit_code = compare(*options); });
}

void add_runs(Program& program, CLI::App& simulate) {
  const auto options = run_options_of(program);
  CLI::App* command = add_part(simulate, "runs", "Runs that were written down: when, of what, how they ended, what they told",
                               "koers simulate runs --json");
  command->add_option("id", options->run_id, "one of them, with its results as JSON");
  command->add_option("--db", options->db, "database: sqlite:PATH or postgresql://USER@HOST/NAME")->capture_default_str();
  add_json_option(*command, options->as_json);
  command->callback([options, &program] { program.exit_code = list_runs(*options); });
}

}  // namespace

void add_simulate_run(Program& program, CLI::App& simulate) {
  add_run(program, simulate);
  add_compare(program, simulate);
  add_runs(program, simulate);
}

}  // namespace koers::cli
