// SPDX-License-Identifier: EUPL-1.2
// koers simulate …: the escalator of a city, from a package on disk; here its starting population and its parameters.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "app/simulate/population_csv.h"
#include "app/simulate/result_json.h"
#include "app/simulate/simulations.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/simulate_options.h"

namespace koers::cli {
namespace {

using nlohmann::ordered_json;

struct Options : SimulateOptions {
  std::vector<std::string> held_out;
  std::string csv;
};

Result<SynthesisRequest> synthesis_request(const Options& options) {
  SynthesisRequest out{options.year, options.seed, options.threads, {}};
  for (const std::string& name : options.held_out) {
    const auto kind = margin_to_hold_out(name);
    if (!kind) return std::unexpected(kind.error());
    out.held_out.push_back(*kind);
  }
  return out;
}

// — what is printed

void print_fit(const simulate::FitReport& report) {
  std::cout << "table\tcontrolled\ttotal absolute error\tSRMSE\n";
  for (const simulate::TableFit& table : report.tables) {
    std::cout << table.name << '\t' << (table.controlled ? "yes" : "held out") << '\t' << rounded(table.tae, 0) << '\t'
              << rounded(table.srmse, 4) << '\n';
  }
  std::cout << report.residents_of_institutions << " residents of institutions, " << report.without_dwelling
            << " households without a dwelling, " << report.vacant << " dwellings vacant, " << report.unlikely_parents
            << " children with a parent not 16 to 50 years older\n";
}

void print_estimated(const simulate::FitReport& report, const simulate::Margins& margins) {
  std::cout << "\nEstimated (margin, areas, mean error, how):\n";
  for (const simulate::EstimatedMargin& each : report.estimated) {
    const bool is_relative = each.error_kind == simulate::ErrorKind::relative;
    std::cout << simulate::describe(each.kind).name << '\t' << each.areas << '\t'
              << rounded(is_relative ? 100 * each.mean_error : each.mean_error, 1) << (is_relative ? " %" : " points") << '\t'
              << each.source << '\n';
  }
  for (const std::string& name : unknown_margins(margins)) std::cout << name << "\tnot known: the pattern of the country\n";
}

ordered_json synthesis_json(const CitySynthesis& made) {
  return {{"version", KOERS_VERSION},
          {"year", made.margins.year},
          {"areas", made.margins.areas.size()},
          {"persons", made.population.persons.rows()},
          {"households", made.population.households.rows()},
          {"dwellings", made.population.dwellings.rows()},
          {"fit", fit_json(made.report)},
          {"estimatedMargins", estimated_margins_json(made.margins)},
          {"unknownMargins", unknown_margins(made.margins)}};
}

// — the commands

template <class Write>
void write_file(const std::filesystem::path& path, const Write& write) {
  std::ofstream out(path);
  write(out);
  out.close();
  if (!out) throw BrokenWorld("Cannot write " + path.string() + '.');
}

void write_csv(const std::filesystem::path& folder, const simulate::Population& population) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) throw BrokenWorld("Cannot make the folder " + folder.string() + ": " + problem.message() + '.');
  write_file(folder / "persons.csv", [&](std::ostream& out) { write_persons_csv(out, population); });
  write_file(folder / "households.csv", [&](std::ostream& out) { write_households_csv(out, population); });
  write_file(folder / "dwellings.csv", [&](std::ostream& out) { write_dwellings_csv(out, population); });
}

int synthesise(const Options& options) {
  const auto request = synthesis_request(options);
  if (!request) return refuse(request.error(), options.as_json);
  const auto city = city_of(options.city);
  if (!city) return refuse(city.error(), options.as_json);
  const auto made = synthesise_city(*city, *request);
  if (!made) return refuse(made.error(), options.as_json);
  if (!options.csv.empty()) write_csv(options.csv, made->population);
  if (options.as_json) {
    std::cout << synthesis_json(*made).dump() << '\n';
    return kGood;
  }
  std::cout << made->population.persons.rows() << " persons, " << made->population.households.rows() << " households and "
            << made->population.dwellings.rows() << " dwellings in " << made->margins.areas.size()
            << " neighbourhoods on 1 January " << made->margins.year << "\n\n";
  print_fit(made->report);
  print_estimated(made->report, made->margins);
  return kGood;
}

int parameters(const Options& options) {
  if (options.as_json) {
    std::cout << parameter_table_json().dump() << '\n';
    return kGood;
  }
  for (const ordered_json& row : parameter_table_json()) {
    std::cout << row["name"].get<std::string>() << '\t' << row["default"] << '\t' << row["lowest"] << " to " << row["highest"]
              << ' ' << row["unit"].get<std::string>() << '\t' << row["status"].get<std::string>() << '\t'
              << row["sentence"].get<std::string>() << '\n';
  }
  return kGood;
}

void add_synthesise(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command =
      add_part(simulate, "synthesise", "A starting population that agrees with what is known of each neighbourhood",
               "koers simulate synthesise --city cities/zoetermeer --held-out education");
  add_start_options(*command, *options);
  command->add_option("--held-out", options->held_out, "margins that are not used, only compared with");
  command->add_option("--csv", options->csv, "a folder for persons.csv, households.csv and dwellings.csv");
  command->callback([options, &program] { program.exit_code = synthesise(*options); });
}

void add_parameters(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_part(simulate, "parameters", "What the model takes as given: default, range, status and source",
                               "koers simulate parameters --json");
  add_json_option(*command, options->as_json);
  command->callback([options, &program] { program.exit_code = parameters(*options); });
}

int card(const Options& options) {
  const auto city = city_of(options.city);
  if (!city) return refuse(city.error(), true);
  const auto made = synthesise_city(*city, {options.year, options.seed, options.threads, {}});
  if (!made) return refuse(made.error(), true);
  std::cout << escalator_card_json(*city, *made).dump() << '\n';
  return kGood;
}

void add_card(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_part(simulate, "card", "The model card as JSON, with an entry for the national register of algorithms",
                               "koers simulate card --city cities/zoetermeer");
  add_start_options(*command, *options);
  command->callback([options, &program] { program.exit_code = card(*options); });
}

}  // namespace

void add_simulate(Program& program) {
  CLI::App* simulate = add_command(program, "simulate", "The escalator: who moves where, in a model of the whole city",
                                   "koers simulate run --years 20 --replicates 20");
  simulate->require_subcommand(1);
  add_synthesise(program, *simulate);
  add_simulate_run(program, *simulate);
  add_parameters(program, *simulate);
  add_card(program, *simulate);
  add_simulate_effects(program, *simulate);
  add_simulate_calibrate(program, *simulate);
  add_simulate_bench(program, *simulate);
  add_simulate_validate(program, *simulate);
}

}  // namespace koers::cli
