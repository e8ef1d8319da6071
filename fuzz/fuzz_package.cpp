// SPDX-License-Identifier: EUPL-1.2
// A package of several files: `=name` on a line begins the file of that name. A city that is read is written as a package that is
// read as the same city, and everything that is computed from it must bear whatever a check lets through.
#include <cstdint>

#include "model/calendar.h"
#include "model/causal_loops.h"
#include "model/check.h"
#include "model/package.h"
#include "require.h"

namespace {

using namespace koers;

std::vector<PackageFile> files_of(std::string_view text) {
  std::vector<PackageFile> files;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (line.starts_with("=") && line.size() > 2) {
      files.push_back({std::string(line.substr(1, line.find_last_not_of("\r\n"))), ""});
    } else if (!files.empty()) {
      files.back().text += line;
    }
    text.remove_prefix(end);
  }
  return files;
}

bool has_place(const Fault& fault) { return !fault.place.file.empty(); }

void expect_round_trip(const City& city) {
  const auto written = write_package(city);
  const PackageReading again = read_package(written);
  require(again.faults.empty() && write_package(again.city) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto files = files_of({reinterpret_cast<const char*>(data), size});
  const PackageReading reading = read_package(files);
  for (const Fault& fault : reading.faults) require(has_place(fault) || files.empty());
  if (!reading.faults.empty()) return 0;
  expect_round_trip(reading.city);
  const auto faults = check_city(reading.city, reading.places);
  for (const Fault& fault : faults) require(has_place(fault));
  if (!faults.empty()) return 0;
  static_cast<void>(
      calendar(reading.city, std::chrono::year_month_day{std::chrono::year{2024}, std::chrono::month{3}, std::chrono::day{15}}));
  require(find_causal_loops(reading.city).size() <= kMaxLoops);
  return 0;
}
