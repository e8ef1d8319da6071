// SPDX-License-Identifier: EUPL-1.2
#include "cli/run_options.h"

#include <algorithm>
#include <array>

#include "app/simulate/checkpoint.h"
#include "app/simulate/result_files.h"
#include "cli/parameter_setting.h"

namespace koers::cli {
namespace {

constexpr std::array kUncertainties{Uncertainty::chance, Uncertainty::parameters, Uncertainty::parameters_and_start};

std::vector<std::string> names_of_uncertainties() {
  std::vector<std::string> out;
  for (const Uncertainty each : kUncertainties) out.push_back(name_of(each));
  return out;
}

Uncertainty uncertainty_called(const std::string& name) {
  return *std::ranges::find(kUncertainties, name, [](Uncertainty each) { return name_of(each); });
}

}  // namespace

Result<RunRequest> run_request(const RunOptions& options) {
  RunRequest out;
  out.synthesis = {options.year, options.seed, options.threads, {}};
  out.years = options.years;
  out.replicates = options.replicates;
  auto settings = parameter_settings(options.settings);
  if (!settings) return std::unexpected(settings.error());
  out.parameters = std::move(*settings);
  out.uncertainty = uncertainty_called(options.uncertainty);
  if (options.draws.empty()) return out;
  auto draws = parameter_draws_in(options.draws);
  if (!draws) return std::unexpected(draws.error());
  out.draws = std::move(*draws);
  return out;
}

Error by_option(Error error) {
  for (Fault& fault : error.faults) {
    if (!fault.place.file.empty()) continue;  // it says where itself
    if (fault.rule == "range" || fault.rule == "unknown_parameter") fault.path = "--set " + fault.path;
  }
  return error;
}

Result<Surroundings> surroundings(const RunOptions& options, const nlohmann::ordered_json& asked,
                                  const std::vector<std::string>& names) {
  Surroundings out;
  out.run_all = options.run_all;
  if (!options.checkpoint.empty()) out.run_all = with_checkpoint(options.checkpoint, std::move(out.run_all));
  if (!options.output.empty()) out.run_all = with_result_files(options.output, names, std::move(out.run_all));
  if (!options.record) return out;
  auto store = open_existing(options.db);
  if (!store) return std::unexpected(store.error());
  out.store = std::move(*store);
  out.recording = std::make_unique<RunRecording>(*out.store, asked, now);
  out.run_all = out.recording->around(std::move(out.run_all));
  return out;
}

nlohmann::ordered_json asked_json(const char* command, const RunOptions& options) {
  return {{"command", command},         {"city", options.city},           {"scenario", options.scenario},
          {"against", options.against}, {"years", options.years},         {"replicates", options.replicates},
          {"seed", options.seed},       {"parameters", options.settings}, {"uncertainty", options.uncertainty},
          {"draws", options.draws}};
}

std::shared_ptr<RunOptions> run_options_of(const Program& program) {
  auto out = std::make_shared<RunOptions>();  // lives as long as the callback
  out->db = program.db;
  out->run_all = program.run_all;
  return out;
}

void add_run_options(CLI::App& command, RunOptions& options) {
  command.add_option("--years", options.years)->check(CLI::Range(1, 100))->capture_default_str();
  command.add_option("--replicates", options.replicates, "runs of the same, each with other draws")
      ->check(CLI::Range(1U, 10'000U))
      ->capture_default_str();
  command.add_option("--set", options.settings, "a parameter, as NAME=NUMBER; see `koers simulate parameters`");
  command.add_option("--uncertainty", options.uncertainty, "what differs between replicates")
      ->check(CLI::IsMember(names_of_uncertainties()))
      ->capture_default_str();
  command.add_option("--draws", options.draws,
                     "a file with draws of parameters, as `koers simulate calibrate --draws` writes it");
  command.add_flag("--quiet", options.quiet, "no progress");
  command.add_option("--checkpoint", options.checkpoint, "a folder in which every replicate is kept, to go on from there");
  command.add_flag("--record", options.record, "write the run down in the database");
  command.add_option("--db", options.db, "database: sqlite:PATH or postgresql://USER@HOST/NAME")->capture_default_str();
}

}  // namespace koers::cli
