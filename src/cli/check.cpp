// SPDX-License-Identifier: EUPL-1.2
#include <iostream>
#include <memory>

#include "app/package_files.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "model/check.h"
#include "model/write_record.h"

namespace koers::cli {
namespace {

struct Options {
  std::string directory;
  bool as_json = false;
};

void print_json(const std::vector<Fault>& faults, const std::map<std::string, int>& counts) {
  JsonWriter writer(KeyStyle::snake);
  writer.write(counts);
  std::cout << "{\"faults\":" << faults_json(faults) << ",\"counts\":" << writer.take() << "}\n";
}

void print(const std::string& directory, const std::vector<Fault>& faults, const std::map<std::string, int>& counts) {
  for (const Fault& fault : faults) std::cout << directory << '/' << to_string(fault) << '\n';
  if (!faults.empty()) {
    std::cout << coloured(Colour::red, std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults")) << '\n';
    return;
  }
  for (const auto& [kind, count] : counts) std::cout << count << '\t' << kind << '\n';
  std::cout << coloured(Colour::green, "no faults") << '\n';
}

int check(const Options& options) {
  const auto files = read_package_directory(options.directory);
  if (!files) {
    report(files.error(), options.as_json);
    return kBadInput;
  }
  PackageReading reading = read_package(*files);
  if (reading.faults.empty()) reading.faults = check_city(reading.city, reading.places);
  auto counts = count_by_kind(reading.city);
  counts["observation"] = static_cast<int>(reading.city.observations.size());
  if (options.as_json) {
    print_json(reading.faults, counts);
  } else {
    print(options.directory, reading.faults, counts);
  }
  return reading.faults.empty() ? kGood : kBadInput;
}

}  // namespace

void add_check(Program& program) {
  auto options = std::make_shared<Options>();  // lives as long as the command's callback
  CLI::App* command = add_command(program, "check", "Is this city package sound? Names every fault with file, line and column",
                                  "koers check cities/zoetermeer --json");
  command->add_option("directory", options->directory, "a city package")->required();
  add_json_option(*command, options->as_json);
  command->callback([&program, options] { program.exit_code = check(*options); });
}

}  // namespace koers::cli
