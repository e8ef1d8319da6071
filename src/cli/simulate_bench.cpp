// SPDX-License-Identifier: EUPL-1.2
// koers simulate bench: reads the clocks; what is measured is in app/simulate/bench.
#include <chrono>
#include <ctime>
#include <iostream>
#include <memory>

#include <sys/resource.h>

#include "app/import_city.h"
#include "app/package_files.h"
#include "app/simulate/bench.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace koers::cli {
namespace {

struct Options {
  std::string name;
  std::string city = "cities/zoetermeer";
  int threads = 1;
  double scale = 1;
  bool as_json = false;
};

const std::map<std::string, BenchCase> kCases{{"A1", BenchCase::a1}, {"A2", BenchCase::a2}, {"B", BenchCase::b},
                                              {"C1", BenchCase::c1}, {"C2", BenchCase::c2}, {"C3", BenchCase::c3}};

/// Of all threads of this process.
double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

Elapsed time_of(const std::function<void()>& work) {
  const auto begun = std::chrono::steady_clock::now();
  const double cpu_begun = cpu_seconds();
  work();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  return {took.count(), cpu_seconds() - cpu_begun};
}

/// The most memory that this process has held so far.
double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const Options& options, const BenchAnswer& answer) {
  if (options.as_json) {
    const nlohmann::ordered_json out{{"case", options.name},
                                     {"rate", answer.rate},
                                     {"unit", answer.unit},
                                     {"seconds", answer.elapsed.seconds},
                                     {"cpuSeconds", answer.elapsed.cpu_seconds},
                                     {"peakMiB", peak_mib()},
                                     {"threads", options.threads},
                                     {"checks", answer.checks}};
    std::cout << out.dump() << '\n';
    return;
  }
  std::cout << options.name << ": " << rounded(answer.rate, answer.rate < 100 ? 3 : 0) << ' ' << answer.unit << ", "
            << rounded(answer.elapsed.seconds, 3) << " s (" << rounded(answer.elapsed.cpu_seconds, 3) << " s of processor, "
            << options.threads << " threads), at most " << rounded(peak_mib(), 0) << " MiB\n";
  for (const auto& [name, value] : answer.checks.items()) std::cout << "  " << name << ": " << value << '\n';
}

Result<BenchAnswer> measured(const Options& options) {
  const BenchCase which = kCases.at(options.name);
  BenchSetting setting{options.threads, options.scale, nullptr};
  Result<City> city;
  if (which == BenchCase::c1 || which == BenchCase::c2) {
    const auto files = read_package_directory(options.city);
    if (!files) return std::unexpected(files.error());
    city = read_city(*files);
    if (!city) return std::unexpected(city.error());
    setting.city = &*city;
  }
  return bench(which, setting, time_of);
}

int run(const Options& options) {
  const auto answer = measured(options);
  if (!answer) {
    report(answer.error(), options.as_json);
    return kBadInput;
  }
  print(options, *answer);
  return answer->is_right ? kGood : kNo;
}

}  // namespace

void add_simulate_bench(Program& program, CLI::App& simulate) {
  auto options = std::make_shared<Options>();  // lives as long as the callback
  CLI::App* command = simulate.add_subcommand("bench", "How fast it is, and whether it is right: exit 1 when a check fails");
  command->footer("Example: koers simulate bench --case C1 --json");
  command
      ->add_option("--case", options->name,
                   "A1 lives of RiskPaths, A2 life courses, B movers, C1 city, C2 100 replicates, C3 country")
      ->required()
      ->check(CLI::IsMember(kCases));
  command->add_option("--scale", options->scale, "of the cases, persons, movers or replicates")
      ->check(CLI::Range(1e-4, 1.0))
      ->capture_default_str();
  add_city_option(*command, options->city);
  add_threads_option(*command, options->threads);
  add_json_option(*command, options->as_json);
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace koers::cli
