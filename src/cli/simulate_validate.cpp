// SPDX-License-Identifier: EUPL-1.2
// koers simulate validate: what the escalator would have said of a year that has come since.
#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>

#include "app/simulate/validate_city.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/parameter_setting.h"
#include "cli/simulate_options.h"

namespace koers::cli {
namespace {

struct Options {
  std::string city = "cities/zoetermeer";
  ValidationRequest request{2016, 2022, 20, 1, static_cast<int>(std::max(1U, std::thread::hardware_concurrency())), false};
  std::vector<std::string> settings;
  bool as_json = false;
  bool quiet = false;
};

/// Faults in a year or a parameter say by which option it came.
Error by_option(Error error) {
  for (Fault& fault : error.faults) {
    const bool is_year = fault.path == "to";
    if (fault.rule == "range") fault.path = (is_year ? "--" : "--set ") + fault.path;
    if (fault.rule == "unknown_parameter") fault.path = "--set " + fault.path;
  }
  return error;
}

std::string score_columns(const simulate::ForecastScores& scores, const CityValidation& validation) {
  std::string out;
  for (const double each : {scores.mape, scores.wape, scores.malpe, scores.total}) out += '\t' + rounded(each, 2);
  return out + '\t' + rounded(scores.rmse, 0) + '\t' + rounded(scores.worst_error, 1) + " % " + validation.names[scores.worst];
}

void print_known(const CityValidation& validation) {
  std::cout << validation.city << ", inhabitants of " << validation.districts.size() << " districts, 1 January "
            << validation.request.from << " to " << validation.request.to << ", " << validation.request.replicates
            << " replicates, seed " << validation.request.seed << "\ninputs " << validation.inputs_hash
            << "\n\nNot known at the start, and used (margin, latest year, neighbourhoods, how):\n";
  for (const Leak& leak : validation.leaks)
    std::cout << leak.what << '\t' << leak.latest_year << '\t' << leak.areas << '\t' << leak.source << '\n';
  std::cout << "\nConstants of the program:\n";
  for (const std::string& each : validation.constants) std::cout << each << '\n';
}

void print_methods(const CityValidation& validation) {
  std::cout << "\nmethod\tknows\tMAPE %\tWAPE %\tMALPE %\ttotal %\tRMSE\tlargest error\n";
  for (const JudgedMethod& each : validation.methods)
    std::cout << each.name << '\t' << name_of(each.knowledge) << score_columns(each.scores, validation) << '\n';
  for (const JudgedModel& each : validation.models) {
    std::cout << "model, " << name_of(each.uncertainty) << '\t' << name_of(each.knowledge)
              << score_columns(each.scores, validation) << '\n';
  }
  for (const MethodLeftOut& each : validation.left_out) std::cout << each.name << "\tleft out: " << each.reason << '\n';
  std::cout << "\nmodel\tknows\tin its 90 % interval\tCRPS\tMAPE ÷ best baseline\n";
  for (const JudgedModel& each : validation.models) {
    std::cout << name_of(each.uncertainty) << '\t' << name_of(each.knowledge) << '\t' << rounded(100 * each.coverage, 0) << " %\t"
              << rounded(each.crps, 0) << '\t' << rounded(each.ratio, 2) << " (" << each.best_baseline << ")\n";
  }
}

void print_districts(const CityValidation& validation) {
  std::cout << "\ndistrict\tstart\tobserved";
  for (const JudgedModel& each : validation.models) {
    if (each.uncertainty != Uncertainty::parameters)
      std::cout << '\t' << name_of(each.uncertainty) << ", " << name_of(each.knowledge);
  }
  std::cout << '\n';
  for (std::size_t i = 0; i < validation.districts.size(); ++i) {
    std::cout << validation.names[i] << '\t' << rounded(validation.start[i], 0) << '\t' << rounded(validation.observed[i], 0);
    for (const JudgedModel& each : validation.models) {
      const simulate::Estimate& forecast = each.forecast[i];
      if (each.uncertainty == Uncertainty::parameters) continue;
      std::cout << '\t' << rounded(forecast.mean, 0) << " (" << rounded(forecast.low, 0) << " to " << rounded(forecast.high, 0)
                << ')';
    }
    std::cout << '\n';
  }
}

void print_ages(const CityValidation& validation) {
  constexpr std::array kAges{"0-14", "15-24", "25-44", "45-64", "65+"};
  for (const JudgedAges& each : validation.ages) {
    std::cout << "\nages in " << each.year << ", knows " << name_of(each.knowledge)
              << "\tobserved\tmodel\terror %\tno change %\n";
    for (std::size_t i = 0; i < kJudgedAges; ++i) {
      std::cout << kAges[i] << '\t' << rounded(each.observed[i], 0) << '\t' << rounded(each.forecast[i], 0) << '\t'
                << rounded(100 * (each.forecast[i] / each.observed[i] - 1), 1) << '\t'
                << rounded(100 * (each.start[i] / each.observed[i] - 1), 1) << '\n';
    }
  }
}

void print_targets(const CityValidation& validation) {
  std::cout << "\ntarget\tknows\twanted\tmeasured\n";
  for (const TargetOutcome& each : validation.targets) {
    std::cout << each.name << '\t' << name_of(each.knowledge) << '\t' << rounded(each.lowest, 0) << " to "
              << rounded(each.highest, each.highest < 1 ? 1 : 0) << '\t' << rounded(each.measured, 2)
              << (each.is_met() ? "\tmet\n" : "\tnot met\n");
  }
}

Result<CityValidation> validated(const Options& options, const City& city) {
  auto settings = parameter_settings(options.settings);
  if (!settings) return std::unexpected(settings.error());
  ValidationRequest request = options.request;
  request.parameters = std::move(*settings);
  if (options.quiet) return validate_city(city, request);
  ProgressBar bar("simulating");
  return validate_city(city, request, [&](std::uint32_t done, std::uint32_t all) {
    bar.show(done, all);
    return true;
  });
}

int run(const Options& options) {
  const auto city = city_of(options.city);
  if (!city) return refuse(city.error(), options.as_json);
  const auto done = validated(options, *city);
  if (!done) return refuse(by_option(done.error()), options.as_json);
  if (options.as_json) {
    std::cout << to_json(*done).dump() << '\n';
    return kGood;
  }
  print_known(*done);
  print_methods(*done);
  print_districts(*done);
  print_ages(*done);
  print_targets(*done);
  return kGood;
}

}  // namespace

void add_simulate_validate(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command =
      simulate.add_subcommand("validate",
                              "What it would have said of a year that has come since, beside simpler methods; exit 0 "
                              "also where it loses");
  command->footer("Example: koers simulate validate --from 2016 --to 2022 --json");
  add_city_option(*command, options->city);
  command->add_option("--from", options->request.from, "1 January on which the forecast is made")
      ->check(CLI::Range(1900, 2200))
      ->capture_default_str();
  command->add_option("--to", options->request.to, "1 January that it is about")
      ->check(CLI::Range(1900, 2200))
      ->capture_default_str();
  command->add_option("--replicates", options->request.replicates, "runs of each variant")
      ->check(CLI::Range(1U, 10'000U))
      ->capture_default_str();
  command->add_option("--seed", options->request.seed, "of all that is drawn")->capture_default_str();
  command->add_flag("--strict", options->request.strict,
                    "without margins that need figures of after the start, where there can be a population without them");
  command->add_option("--set", options->settings, "a parameter, as NAME=NUMBER; see `koers simulate parameters`");
  add_threads_option(*command, options->request.threads);
  add_json_option(*command, options->as_json);
  command->add_flag("--quiet", options->quiet, "no progress");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace koers::cli
