// SPDX-License-Identifier: EUPL-1.2
// koers simulate calibrate: the parameters with which the model agrees with a city's figures, from a package on disk.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>
#include <thread>

#include "app/simulate/calibrate_city.h"
#include "app/whole_file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/parameter_setting.h"
#include "cli/simulate_options.h"

namespace koers::cli {
namespace {

struct Options {
  std::string city = "cities/zoetermeer";
  CalibrateRequest request;
  std::vector<std::string> settings;
  std::string draws;
  bool as_json = false;
  bool quiet = false;
};

constexpr double kInformed = 1;  // singular values below it say less than the ranges

void print_moments(const CityCalibration& calibration) {
  std::cout << "moment\tunit\ttarget\terror\tat start\tsimulated\tdeviation in errors\tsource\n";
  for (std::size_t m = 0; m < calibration.targets.used.size(); ++m) {
    const CityTarget& each = calibration.targets.used[m];
    const simulate::MomentDescription& description = simulate::describe(each.kind);
    const double simulated = calibration.calibration.moments[m];
    std::cout << description.name << '\t' << description.unit << '\t' << rounded(each.target.value, 1) << '\t'
              << rounded(each.target.error, 1) << '\t' << rounded(calibration.calibration.start_moments[m], 1) << '\t'
              << rounded(simulated, 1) << '\t' << rounded((simulated - each.target.value) / each.target.error, 2) << '\t'
              << each.source << '\n';
  }
  for (const std::string& name : calibration.targets.missing) std::cout << name << "\tno figure: left out\n";
}

void print_parameters(const CityCalibration& calibration) {
  std::cout << "\nparameter\tstart\testimate\t90 % of the posterior\tof the range remains\tby the data\n";
  for (std::size_t p = 0; p < calibration.free.size(); ++p) {
    const simulate::Interval& interval = calibration.posterior.intervals[p];
    std::cout << calibration.free[p].name << '\t' << rounded(calibration.start[p], 3) << '\t'
              << rounded(calibration.calibration.estimate[p], 3) << '\t' << rounded(interval.low, 3) << " to "
              << rounded(interval.high, 3) << '\t' << rounded(100 * calibration.identification.remaining[p], 0) << " %\t"
              << name_of(calibration.identification.verdicts[p]) << '\n';
  }
  std::cout << "\nDirections of which the moments say less than the ranges (singular value, parts):\n";
  for (const simulate::Direction& each : calibration.identification.directions) {
    if (each.singular_value >= kInformed) continue;
    std::cout << rounded(each.singular_value, 2);
    for (std::size_t p = 0; p < each.parts.size(); ++p) {
      if (std::abs(each.parts[p]) > 0.3) std::cout << '\t' << rounded(each.parts[p], 2) << ' ' << calibration.free[p].name;
    }
    std::cout << '\n';
  }
}

/// Of each parameter the moment that it moves most.
void print_effects(const CityCalibration& calibration) {
  std::cout << "\nElementary effects over the range, in errors: parameter, mean size, deviation, moment\n";
  for (std::size_t p = 0; p < calibration.free.size(); ++p) {
    const auto most = std::ranges::max_element(calibration.effects, {}, [p](const auto& row) { return row[p].mean_size; });
    const auto moment = static_cast<std::size_t>(most - calibration.effects.begin());
    std::cout << calibration.free[p].name << '\t' << rounded((*most)[p].mean_size, 1) << '\t' << rounded((*most)[p].deviation, 1)
              << '\t' << simulate::describe(calibration.targets.used[moment].kind).name << '\n';
  }
}

void print_indices(const CityCalibration& calibration) {
  std::cout << "\nSobol indices, first/total:\nmoment";
  for (const std::size_t p : calibration.screened) std::cout << '\t' << calibration.free[p].name;
  std::cout << '\n';
  for (std::size_t m = 0; m < calibration.indices.size(); ++m) {
    std::cout << simulate::describe(calibration.targets.used[m].kind).name;
    for (const simulate::SobolIndex& each : calibration.indices[m])
      std::cout << '\t' << rounded(each.first, 2) << '/' << rounded(each.total, 2);
    std::cout << '\n';
  }
}

void print(const CityCalibration& calibration) {
  std::cout << calibration.city << ", " << calibration.request.years << " years from 1 January " << calibration.start_year << ", "
            << rounded(calibration.new_dwellings, 0) << " new dwellings a year, " << calibration.evaluations
            << " evaluations, seed " << calibration.request.synthesis.seed << "\ninputs " << calibration.inputs_hash
            << "\ndistance " << rounded(calibration.calibration.start_distance, 1) << " at the start, "
            << rounded(calibration.calibration.distance, 1) << " at the estimate\n\n";
  print_moments(calibration);
  print_parameters(calibration);
  print_effects(calibration);
  print_indices(calibration);
}

Result<CityCalibration> with_progress(const Options& options, const City& city) {
  auto settings = parameter_settings(options.settings);
  if (!settings) return std::unexpected(settings.error());
  CalibrateRequest request = options.request;
  request.parameters = std::move(*settings);
  if (options.quiet) return calibrate_city(city, request);
  ProgressBar bar("calibrating");
  return calibrate_city(city, request, [&](std::uint32_t done, std::uint32_t all) {
    bar.show(done, all);
    return true;
  });
}

int run(const Options& options) {
  const auto refuse = [&](Error error) {
    for (Fault& fault : error.faults) {
      if (fault.rule == "unknown_parameter" || fault.rule == "range") fault.path = "--free or --set " + fault.path;
    }
    const int code = report(error, options.as_json);
    return code == kBrokenWorld ? kBrokenWorld : kBadInput;
  };
  const auto city = city_of(options.city);
  if (!city) return refuse(city.error());
  const auto done = with_progress(options, *city);
  if (!done) return refuse(done.error());
  if (!options.draws.empty()) {
    const auto written = write_whole(options.draws, simulate::to_csv(posterior_draws(*done)));
    if (!written) return refuse(written.error());
  }
  if (options.as_json) {
    std::cout << to_json(*done).dump() << '\n';
  } else {
    print(*done);
  }
  return kGood;
}

}  // namespace

void add_simulate_calibrate(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CalibrateRequest& request = options->request;
  request.synthesis.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  CLI::App* command = simulate.add_subcommand("calibrate", "Parameters with which the model agrees with the city's figures");
  command->footer("Example: koers simulate calibrate --city cities/zoetermeer --evaluations 1000 --json");
  add_city_option(*command, options->city);
  command->add_option("--evaluations", request.evaluations, "of the model, about")
      ->check(CLI::Range(20U, 1'000'000U))
      ->capture_default_str();
  command->add_option("--years", request.years, "of each run")->check(CLI::Range(1, 20))->capture_default_str();
  command->add_option("--replicates", request.replicates, "of each run")->check(CLI::Range(1U, 100U))->capture_default_str();
  command->add_option("--free", request.free, "parameters that are looked for; all that may be, if not given");
  command->add_option("--set", options->settings, "where it starts, and what others are kept at, as NAME=NUMBER");
  command->add_option("--draws", options->draws, "a file to write draws of the posterior to, for `koers simulate run --draws`");
  command->add_option("--seed", request.synthesis.seed, "of all that is drawn")->capture_default_str();
  add_threads_option(*command, request.synthesis.threads);
  command->add_flag("--quiet", options->quiet, "no progress");
  add_json_option(*command, options->as_json);
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace koers::cli
