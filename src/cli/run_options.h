// SPDX-License-Identifier: EUPL-1.2
// What the commands that carry out runs of the escalator share: how a run is asked for, kept, written down and told.
#pragma once
#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/simulate/record_run.h"
#include "app/simulate/simulate_city.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/simulate_options.h"

namespace koers::cli {

struct RunOptions : SimulateOptions {
  std::string scenario = "baseline";
  std::string against = "baseline";
  int years = 20;
  std::uint32_t replicates = 20;
  std::vector<std::string> settings;
  std::string uncertainty = "parameters_and_start";
  std::string draws;
  std::string checkpoint;
  std::string output;
  bool record = false;
  std::string db;
  std::string run_id;
  bool quiet = false;
  simulate::RunAll run_all;
};

/// With the database and the means of the program; lives as long as the callback that holds it.
[[nodiscard]] std::shared_ptr<RunOptions> run_options_of(const Program& program);
void add_run_options(CLI::App& command, RunOptions& options);

/// Without a scenario. `bad_input` for settings of parameters and files of draws that cannot be used.
[[nodiscard]] Result<RunRequest> run_request(const RunOptions& options);
/// Faults in parameters say by which option they came.
[[nodiscard]] Error by_option(Error error);

/// Around what carries out the runs: kept in a folder, put in files, written down in a database.
struct Surroundings {
  std::unique_ptr<Store> store;
  std::unique_ptr<RunRecording> recording;
  simulate::RunAll run_all;
};

/// `names`: of the runs that are carried out at once, for files of their results.
[[nodiscard]] Result<Surroundings> surroundings(const RunOptions& options, const nlohmann::ordered_json& asked,
                                                const std::vector<std::string>& names);
/// The command as somebody would give it again.
[[nodiscard]] nlohmann::ordered_json asked_json(const char* command, const RunOptions& options);

/// Written down when that was asked, and printed.
template <class Done, class Print>
int tell(const RunOptions& options, const Surroundings& around, const Done& done, const Print& print) {
  const nlohmann::ordered_json json = options.as_json || around.recording ? to_json(done) : nlohmann::ordered_json();
  if (around.recording) {
    const auto id = around.recording->finish(json.dump());
    if (!id) return refuse(id.error(), options.as_json);
    std::cerr << "Written down as run " << id->str() << '\n';
  }
  if (options.as_json) {
    std::cout << json.dump() << '\n';
  } else {
    print(done);
  }
  return kGood;
}

/// Calls `work` with a progress that draws a bar, or nothing.
template <class Work>
auto with_progress(const RunOptions& options, const Work& work) {
  if (options.quiet) return work(simulate::Progress());
  ProgressBar bar("simulating");
  return work([&](std::uint32_t done, std::uint32_t all) {
    bar.show(done, all);
    return true;
  });
}

}  // namespace koers::cli
