// SPDX-License-Identifier: EUPL-1.2
// koers simulate …: the escalator of a city, from a package on disk.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "app/import_city.h"
#include "app/package_files.h"
#include "app/simulate/population_csv.h"
#include "app/simulate/simulate_city.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/parameter_setting.h"

namespace koers::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::string city = "cities/zoetermeer";
  std::optional<int> year;
  std::uint32_t seed = 1;
  int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  std::vector<std::string> held_out;
  std::string csv;
  std::string scenario = "baseline";
  int years = 20;
  std::uint32_t replicates = 20;
  std::vector<std::string> settings;
  bool as_json = false;
  bool quiet = false;
};

/// The answer to a question that nobody should have to ask twice: bad input, whatever the error calls itself.
int refuse(const Error& error, bool as_json) {
  const int code = report(error, as_json);
  return code == kBrokenWorld ? kBrokenWorld : kBadInput;
}

Result<SynthesisRequest> synthesis_request(const Options& options) {
  SynthesisRequest out{options.year, options.seed, options.threads, {}};
  for (const std::string& name : options.held_out) {
    const auto kind = margin_to_hold_out(name);
    if (!kind) return std::unexpected(kind.error());
    out.held_out.push_back(*kind);
  }
  return out;
}

Result<RunRequest> run_request(const Options& options) {
  if (options.scenario != "baseline") return wrong_option("--scenario", options.scenario, "baseline");
  RunRequest out;
  auto synthesis = synthesis_request(options);
  if (!synthesis) return std::unexpected(synthesis.error());
  out.synthesis = std::move(*synthesis);
  out.years = options.years;
  out.replicates = options.replicates;
  auto settings = parameter_settings(options.settings);
  if (!settings) return std::unexpected(settings.error());
  out.parameters = std::move(*settings);
  return out;
}

/// Faults in parameters say by which option they came.
Error by_option(Error error) {
  for (Fault& fault : error.faults) {
    if (fault.rule == "range" || fault.rule == "unknown_parameter") fault.path = "--set " + fault.path;
  }
  return error;
}

// — what is printed

std::string estimate(const simulate::Estimate& each, int decimals = 0) {
  return rounded(each.mean, decimals) + " (" + rounded(each.low, decimals) + " to " + rounded(each.high, decimals) + ')';
}

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

void print_run(const CityRun& run) {
  const simulate::AreaSeries& city = run.series.front();
  std::cout << run.city << ", " << run.request.years << " years from 1 January " << run.start_year << ", "
            << run.request.replicates << " replicates, seed " << run.request.synthesis.seed << "\ninputs " << run.inputs_hash
            << "\n\nindicator\tunit\t" << city.years.front() << '\t' << city.years.back() << "\n";
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

// — the commands

Result<City> city_of(const Options& options) {
  const auto files = read_package_directory(options.city);
  if (!files) return std::unexpected(files.error());
  return read_city(*files);
}

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
  const auto city = city_of(options);
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

Result<CityRun> run_with_progress(const Options& options, const City& city, const RunRequest& request) {
  if (options.quiet) return simulate_city(city, request);
  ProgressBar bar("simulating");
  return simulate_city(city, request, [&](std::uint32_t done, std::uint32_t all) {
    bar.show(done, all);
    return true;
  });
}

int run(const Options& options) {
  const auto request = run_request(options);
  if (!request) return refuse(request.error(), options.as_json);
  const auto city = city_of(options);
  if (!city) return refuse(city.error(), options.as_json);
  const auto done = run_with_progress(options, *city, *request);
  if (!done) return refuse(by_option(done.error()), options.as_json);
  if (options.as_json) {
    std::cout << to_json(*done).dump() << '\n';
  } else {
    print_run(*done);
  }
  return kGood;
}

ordered_json parameters_json() {
  ordered_json out = ordered_json::array();
  const simulate::Parameters defaults;
  for (const simulate::ParameterDescription& row : simulate::parameter_table()) {
    out.push_back({{"name", row.name},
                   {"default", defaults.*row.member},
                   {"unit", row.unit},
                   {"lowest", row.lowest},
                   {"highest", row.highest},
                   {"status", simulate::name_of(row.status)},
                   {"sentence", row.sentence},
                   {"source", row.source}});
  }
  return out;
}

int parameters(const Options& options) {
  if (options.as_json) {
    std::cout << parameters_json().dump() << '\n';
    return kGood;
  }
  for (const ordered_json& row : parameters_json()) {
    std::cout << row["name"].get<std::string>() << '\t' << row["default"] << '\t' << row["lowest"] << " to " << row["highest"]
              << ' ' << row["unit"].get<std::string>() << '\t' << row["status"].get<std::string>() << '\t'
              << row["sentence"].get<std::string>() << '\n';
  }
  return kGood;
}

CLI::App* add_part(CLI::App& simulate, const char* name, const char* purpose, const char* example) {
  CLI::App* command = simulate.add_subcommand(name, purpose);
  command->footer(std::string("Example: ") + example);
  return command;
}

void add_start_options(CLI::App& command, Options& options) {
  add_city_option(command, options.city);
  command.add_option("--year", options.year, "of the start, on 1 January; the last one of which enough is known, if not given")
      ->check(CLI::Range(1900, 2200));
  command.add_option("--seed", options.seed, "of all that is drawn")->capture_default_str();
  add_threads_option(command, options.threads);
  add_json_option(command, options.as_json);
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

void add_run(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_part(simulate, "run", "Households, dwellings and moves, year by year",
                               "koers simulate run --city cities/zoetermeer --years 20 --replicates 20 --json");
  add_start_options(*command, *options);
  command->add_option("--scenario", options->scenario, "what is done: baseline (no plan)")->capture_default_str();
  command->add_option("--years", options->years)->check(CLI::Range(1, 100))->capture_default_str();
  command->add_option("--replicates", options->replicates, "runs that differ by chance only")
      ->check(CLI::Range(1U, 10'000U))
      ->capture_default_str();
  command->add_option("--set", options->settings, "a parameter, as NAME=NUMBER; see `koers simulate parameters`");
  command->add_flag("--quiet", options->quiet, "no progress");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

void add_parameters(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_part(simulate, "parameters", "What the model takes as given: default, range, status and source",
                               "koers simulate parameters --json");
  add_json_option(*command, options->as_json);
  command->callback([options, &program] { program.exit_code = parameters(*options); });
}

}  // namespace

void add_city_option(CLI::App& command, std::string& directory) {
  command.add_option("--city", directory, "a city package")->capture_default_str();
}

void add_threads_option(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "on which the answer does not depend")->check(CLI::Range(1, 256));
}

void add_simulate(Program& program) {
  CLI::App* simulate = add_command(program, "simulate", "The escalator: who moves where, in a model of the whole city",
                                   "koers simulate run --years 20 --replicates 20");
  simulate->require_subcommand(1);
  add_synthesise(program, *simulate);
  add_run(program, *simulate);
  add_parameters(program, *simulate);
  add_simulate_calibrate(program, *simulate);
  add_simulate_bench(program, *simulate);
}

}  // namespace koers::cli
