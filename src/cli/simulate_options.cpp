// SPDX-License-Identifier: EUPL-1.2
#include "cli/simulate_options.h"

#include <algorithm>
#include <thread>

#include "app/import_city.h"
#include "app/package_files.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {

int refuse(const Error& error, bool as_json) {
  const int code = report(error, as_json);
  return code == kBrokenWorld ? kBrokenWorld : kBadInput;
}

Result<City> city_of(const std::string& folder) {
  const auto files = read_package_directory(folder);
  if (!files) return std::unexpected(files.error());
  return read_city(*files);
}

CLI::App* add_part(CLI::App& simulate, const char* name, const char* purpose, const char* example) {
  CLI::App* command = simulate.add_subcommand(name, purpose);
  command->footer(std::string("Example: ") + example);
  return command;
}

void add_start_options(CLI::App& command, SimulateOptions& options) {
  options.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  add_city_option(command, options.city);
  command.add_option("--year", options.year, "of the start, on 1 January; the last one of which enough is known, if not given")
      ->check(CLI::Range(1900, 2200));
  command.add_option("--seed", options.seed, "of all that is drawn")->capture_default_str();
  add_threads_option(command, options.threads);
  add_json_option(command, options.as_json);
}

void add_city_option(CLI::App& command, std::string& directory) {
  command.add_option("--city", directory, "a city package")->capture_default_str();
}

void add_threads_option(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "on which the answer does not depend")->check(CLI::Range(1, 256));
}

}  // namespace koers::cli
